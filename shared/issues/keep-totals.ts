import type { Change, Draft, Reader } from '../core/board.ts'
import type { Issue, IssueTotal } from '../records.ts'
import { joinedId } from '../core/joined-id.ts'
import { wasLate } from './steps.ts'
import { issueHasLeft, paceOf } from './totals.ts'

/** Keeps the totals: of what has left, every issue that these changes touch is taken out as it was and counted as it is now. */
export function keepTotals(board: Reader, draft: Draft, changes: readonly Change[]): void {
  const incident = board.get('incident', 'incident')
  if (changes.some(({ kind }) => kind === 'incident') && draft.get('incident', 'incident')?.cleared.issue !== incident?.cleared.issue) return recount(draft)
  for (const { kind, id } of changes) {
    if (kind !== 'issue') continue
    const [was, is] = [board.get('issue', id), draft.get('issue', id)].map(issue => issue && issueHasLeft(incident, issue) ? issue : undefined)
    if (was && is && measured(was) === measured(is)) continue
    if (was) enter(board, draft, was, -1)
    if (is) enter(board, draft, is, 1)
  }
}

/** All that is counted of an issue. */
const measured = (issue: Issue): string => JSON.stringify([issue.township, issue.unit, issue.aspect, issue.severity, issue.relapses, wasLate(issue, 0), paceOf(issue)])

/** The totals that count an issue. */
function scopesOf({ township, unit }: Issue): readonly Pick<IssueTotal, 'id' | 'township' | 'unit'>[] {
  const scopes = [{ id: 'county', township: null, unit: null }, { id: joinedId('~', 'township', township), township, unit: null }]
  return unit === null ? scopes : [...scopes, { id: joinedId('~', 'unit', unit), township: null, unit }]
}

/** A device of one township or unit has one total, and keeps that one. */
function enter(board: Reader, draft: Draft, issue: Issue, by: 1 | -1): void {
  const whole = board.get('issueTotal', 'county') !== undefined
  for (const scope of scopesOf(issue)) {
    if (whole || board.get('issueTotal', scope.id)) write(draft, counting(draft.get('issueTotal', scope.id) ?? empty(scope), issue, by))
  }
}

/** Anew from every issue: once a day, when the boards are cleared. */
function recount(draft: Draft): void {
  const incident = draft.get('incident', 'incident')
  const totals = new Map<string, Counter>()
  for (const issue of draft.all('issue')) {
    if (!issueHasLeft(incident, issue)) continue
    for (const scope of scopesOf(issue)) {
      const total = totals.get(scope.id) ?? copied(empty(scope))
      count(total, issue, 1)
      totals.set(scope.id, total)
    }
  }
  for (const { id } of [...draft.all('issueTotal')]) {
    if (!totals.has(id)) draft.apply([{ kind: 'issueTotal', id, value: null }])
  }
  for (const total of totals.values()) write(draft, total)
}

/** A total of nothing is none. */
function write(draft: Draft, total: IssueTotal): void {
  draft.apply([{ kind: 'issueTotal', id: total.id, value: total.closed ? total : null }])
}

const empty = (scope: Pick<IssueTotal, 'id' | 'township' | 'unit'>): IssueTotal => ({ ...scope, closed: 0, byAspect: {}, byTownship: {}, bySeverity: {}, byUnit: {} })

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends object ? Mutable<T[K]> : T[K] }
type Counter = Mutable<IssueTotal>

function copied(total: IssueTotal): Counter {
  const units = Object.entries(total.byUnit).map(([unit, part]) => [unit, { ...part, pace: { ...part.pace } }] as const)
  return { ...total, byAspect: { ...total.byAspect }, byTownship: { ...total.byTownship }, bySeverity: { ...total.bySeverity }, byUnit: Object.fromEntries(units) }
}

function counting(total: IssueTotal, issue: Issue, by: 1 | -1): IssueTotal {
  const next = copied(total)
  count(next, issue, by)
  return next
}

/** Figures never refuse work: nothing falls below zero, and what is zero is left out. */
function bump(counts: Record<string, number>, name: string, by: number): void {
  const next = Math.max(0, (counts[name] ?? 0) + by)
  if (next) counts[name] = next
  else delete counts[name]
}

function count(total: Counter, issue: Issue, by: 1 | -1): void {
  total.closed = Math.max(0, total.closed + by)
  bump(total.byAspect, issue.aspect, by)
  bump(total.byTownship, issue.township, by)
  bump(total.bySeverity, issue.severity, by)
  const unit = issue.unit ?? 'none'
  const part = total.byUnit[unit] ?? { closed: 0, relapses: 0, late: 0, pace: {} }
  part.closed = Math.max(0, part.closed + by)
  part.relapses = Math.max(0, part.relapses + by * issue.relapses)
  part.late = Math.max(0, part.late + by * Number(wasLate(issue, 0)))
  bump(part.pace, String(paceOf(issue)), by)
  if (part.closed) total.byUnit[unit] = part
  else delete total.byUnit[unit]
}
