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

/** The first tray that fits an issue, for the people who must fix it. */
function trayOf(issue: Issue, person: string, at: number): Tray | null {
  if (issue.state === 'closed' || issue.state === 'found') return null
  if (issue.state === 'awaiting') return 'awaiting'
  if (issue.returns.length > (issue.returnsRead[person] ?? 0) && issue.state !== 'deferred') return 'returned'
  if (overdue(issue, at)) return 'late'
  return dueAt(issue) < at + day ? 'today' : 'later'
}

/** The trays that are not empty, with their issues by deadline. A deferred issue without today's note is also in a separate tray. */
export function sortIntoTrays(issues: readonly Issue[], person: string, at: number, timeZone: string): readonly { readonly tray: Tray, readonly issues: readonly Issue[] }[] {
  const sorted = [...issues].sort((a, b) => dueAt(a) - dueAt(b))
  const laid = sorted.map(issue => ({ issue, tray: trayOf(issue, person, at) }))
  return trays.map(tray => ({
    tray,
    issues: tray === 'unnoted' ? sorted.filter(issue => unnoted(issue, at, { timeZone })) : laid.filter(one => one.tray === tray).map(one => one.issue),
  })).filter(one => one.issues.length)
}

/** The issues that this person can see and must work on. */
export const inbox = computed(() => sortIntoTrays(records('issue'), me.value?.id ?? '', minute.value, county.value?.timeZone ?? 'UTC'))

/** Recent slips, newest first. */
export const newSlips = computed(() => records('slip').filter(slip => slip.at > minute.value - 3 * day).sort((a, b) => b.at - a.at))
