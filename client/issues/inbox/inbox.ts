import type { Issue } from '../../../shared/records.ts'
import { computed } from 'vue'
import { unnoted } from '../../../shared/issues/follow-up.ts'
import { dueAt, overdue } from '../../../shared/issues/steps.ts'
import { records } from '../../core/board.ts'
import { minute } from '../../core/clock.ts'
import { county, me } from '../../core/session.ts'

const day = 86_400_000
const trays = ['returned', 'late', 'today', 'later', 'awaiting', 'unnoted'] as const
type Tray = (typeof trays)[number]

/** The tray of an issue for the people who must fix it: the first that fits. */
function trayOf(issue: Issue, person: string, at: number): Tray | null {
  if (issue.state === 'closed' || issue.state === 'found') return null
  if (issue.state === 'awaiting') return 'awaiting'
  if (issue.returns.length > (issue.returnsRead[person] ?? 0) && issue.state !== 'deferred') return 'returned'
  if (overdue(issue, at)) return 'late'
  return dueAt(issue) < at + day ? 'today' : 'later'
}

/** What I see and must see to, by deadline; what is deferred and lacks today's note stands in a tray of its own as well. */
export const inbox = computed(() => {
  const mine = me.value?.id ?? ''
  const timeZone = county.value?.timeZone ?? 'UTC'
  const sorted = [...records('issue')].sort((a, b) => dueAt(a) - dueAt(b))
  return trays.map(tray => ({
    tray,
    issues: sorted.filter(issue => tray === 'unnoted' ? unnoted(issue, minute.value, { timeZone }) : trayOf(issue, mine, minute.value) === tray),
  })).filter(one => one.issues.length)
})

/** Slips of the last days, newest first. */
export const newSlips = computed(() => records('slip').filter(slip => slip.at > minute.value - 3 * day).sort((a, b) => b.at - a.at))
