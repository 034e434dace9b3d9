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

/** Each tray that holds something, its issues by deadline; what is deferred and lacks today's note stands in a tray of its own as well. */
export function sortIntoTrays(issues: readonly Issue[], person: string, at: number, timeZone: string): readonly { readonly tray: Tray, readonly issues: readonly Issue[] }[] {
  const sorted = [...issues].sort((a, b) => dueAt(a) - dueAt(b))
  const laid = sorted.map(issue => ({ issue, tray: trayOf(issue, person, at) }))
  return trays.map(tray => ({
    tray,
    issues: tray === 'unnoted' ? sorted.filter(issue => unnoted(issue, at, { timeZone })) : laid.filter(one => one.tray === tray).map(one => one.issue),
  })).filter(one => one.issues.length)
}

/** What I see and must see to. */
export const inbox = computed(() => sortIntoTrays(records('issue'), me.value?.id ?? '', minute.value, county.value?.timeZone ?? 'UTC'))

/** Slips of the last days, newest first. */
export const newSlips = computed(() => records('slip').filter(slip => slip.at > minute.value - 3 * day).sort((a, b) => b.at - a.at))
