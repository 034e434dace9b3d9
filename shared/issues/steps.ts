import type { Actor, Role } from '../core/actor.ts'
import type { Facts } from '../core/county.ts'
import type { Issue, IssueState } from '../records.ts'

/** The steps of an issue's life: from and to state, roles, and what each requires. Every other jump is refused. */

export interface Step {
  readonly from: readonly IssueState[]
  readonly to: IssueState
  readonly roles: readonly Role[]
  readonly needs?: 'reason' | 'date'
}

/** The level above re-checks, and does nothing else. */
const checkers: readonly Role[] = ['coordinator', 'inspector', 'admin', 'overseer']
export const fixers: readonly Role[] = ['unit', 'officer', 'coordinator', 'admin']

export const steps: readonly Step[] = [
  { from: ['found'], to: 'told', roles: ['coordinator', 'inspector', 'officer', 'admin'] },
  { from: ['told', 'relapsed', 'deferred'], to: 'rectifying', roles: fixers },
  { from: ['rectifying'], to: 'awaiting', roles: fixers, needs: 'reason' },
  { from: ['awaiting'], to: 'rectifying', roles: checkers, needs: 'reason' },
  { from: ['awaiting'], to: 'closed', roles: checkers },
  { from: ['closed'], to: 'relapsed', roles: checkers, needs: 'reason' },
  { from: ['told', 'rectifying', 'awaiting', 'relapsed'], to: 'deferred', roles: ['coordinator', 'admin'], needs: 'date' },
]

export function stepOf(from: IssueState, to: IssueState): Step | undefined {
  return steps.find(step => step.to === to && step.from.includes(from))
}

/** Steps that send an issue back to its unit, with a reason. */
export const sentBack = (from: IssueState, to: IssueState): boolean => (from === 'awaiting' && to === 'rectifying') || to === 'relapsed'

/** Nobody re-checks their own fix, nor, where the county says so, their own finding. */
export const mayNotClose = (issue: Issue, actor: Actor, { rules }: Pick<Facts, 'rules'>): boolean =>
  issue.rectifiedBy === actor.id || (rules.recheckNotByFinder && issue.foundBy === actor.id)

/** Worst first: sorts lists, crowns clusters. */
export const worstFirst: readonly IssueState[] = ['relapsed', 'found', 'told', 'rectifying', 'awaiting', 'deferred', 'closed']

/** Followed (跟进中) is everything not closed; found = completed + followed. */
export const followed = (issue: Issue) => issue.state !== 'closed'

/** When the unit's time ends (epoch ms): a deferred issue has its own date. */
export const dueAt = (issue: Issue): number => issue.state === 'deferred' ? issue.nextDate ?? issue.deadline : issue.deadline

/** From when its time counts (epoch ms). */
export const startOf = ({ dueFrom, relapsedAt, foundAt }: Issue): number => dueFrom ?? relapsedAt ?? foundAt

/** When the unit's time stopped (epoch ms): with the fix it sent in, not with the re-check; null while it runs. */
const stoppedAt = ({ fixedAt, state, since }: Issue): number | null => fixedAt ?? (state === 'closed' || state === 'awaiting' ? since : null)

/** The share of its time that a closed issue used: 1 is all of it, more is late. */
export function timeUsed(issue: Issue): number {
  const start = startOf(issue)
  return Math.max(0, (stoppedAt(issue) ?? issue.since) - start) / Math.max(1, issue.deadline - start)
}

/** Overdue now, or the fix that stands came too late: the same clock as `timeUsed`. */
export const wasLate = (issue: Issue, now: number): boolean => overdue(issue, now) || (stoppedAt(issue) ?? 0) > issue.deadline

/** The unit must act and its deadline has passed. An issue that waits for a re-check is not overdue. */
export function overdue(issue: Issue, now: number): boolean {
  return issue.state !== 'closed' && issue.state !== 'awaiting' && dueAt(issue) < now
}
