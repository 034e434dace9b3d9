import type { Reader } from '../core/board.ts'
import type { Incident, Issue, IssueTotal } from '../records.ts'
import { timeUsed } from './steps.ts'

/**
 * An issue that has left the live boards is still counted: all issues = those on the board + the totals of those that left.
 * Every commit keeps the totals, whatever command touched such an issue, so that each device has true figures by what it holds.
 */

type Cleared = Pick<Incident, 'cleared'> | undefined

/** Epoch ms; null while it is not closed. */
export const issueSettledAt = ({ state, since }: Issue): number | null => state === 'closed' ? since : null

/** True if the issue has left the live boards: what `hasLeft` says of any kind. */
export const issueHasLeft = (incident: Cleared, issue: Issue): boolean => (issueSettledAt(issue) ?? Infinity) < (incident?.cleared.issue ?? 0)

/** The issues that have not left: on a device without those that were opened on this page. */
export function issuesOnBoard(board: Reader): Issue[] {
  const incident = board.get('incident', 'incident')
  return [...board.all('issue')].filter(issue => !issueHasLeft(incident, issue))
}

/** The total of all issues that have left, as far as this board's reader sees them: the county's, or the only one on the board. */
export function totalOnBoard(board: Reader): IssueTotal | undefined {
  return board.get('issueTotal', 'county') ?? [...board.all('issueTotal')][0]
}

/** The share of its time that a closed issue used, in whole per cent; more than ten times its time is not told apart. */
export const paceOf = (issue: Issue): number => Math.min(999, Math.round(timeUsed(issue) * 100))

/**
 * How many of the issues that have left are rows of this filter; null where only the server can tell. What left was closed long
 * before any moment that a filter is asked from.
 */
export function settledFitting(total: IssueTotal, { state, township, aspect, severity, unit, late, when, place }: Readonly<Partial<Record<'state' | 'township' | 'aspect' | 'severity' | 'unit' | 'late' | 'when' | 'place', string>>>): number | null {
  if (!state || (state !== 'all' && !state.split(',').includes('closed')) || when || (late && late !== 'ever')) return 0
  const narrowed = [township, aspect, severity, unit].filter(Boolean)
  if (place || narrowed.length > 1 || (late && !unit && narrowed.length)) return null
  if (late) return unit ? total.byUnit[unit]?.late ?? 0 : Object.values(total.byUnit).reduce((sum, part) => sum + part.late, 0)
  if (unit) return total.byUnit[unit]?.closed ?? 0
  if (township) return total.byTownship[township] ?? 0
  if (aspect) return total.byAspect[aspect] ?? 0
  return severity ? total.bySeverity[severity] ?? 0 : total.closed
}
