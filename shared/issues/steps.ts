import type { Actor, Role } from '../core/actor.ts'
import type { Facts } from '../core/county.ts'
import type { Issue, IssueState } from '../records.ts'

/** The steps between the states of an issue: who may take each, and what it requires. Any other step is refused. Times are epoch ms. */

export interface Step {
  readonly from: readonly IssueState[]
  readonly to: IssueState
  readonly roles: readonly Role[]
  readonly needs?: 'reason' | 'date'
}

/** The roles that re-check. The overseer, from the level above, does nothing else. */
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

/** True for a step that sends an issue back to its unit. Such a step needs a reason. */
export const sentBack = (from: IssueState, to: IssueState): boolean => (from === 'awaiting' && to === 'rectifying') || to === 'relapsed'

/** True for the person who fixed the issue, and, if the county says so, for its finder: they may not re-check and close it. */
export const mayNotClose = (issue: Issue, actor: Actor, { rules }: Pick<Facts, 'rules'>): boolean =>
  issue.rectifiedBy === actor.id || (rules.recheckNotByFinder && issue.foundBy === actor.id)

/** How many photos show the present fix. */
export const photosOfFix = ({ after, afterOld }: Issue): number => after.length - afterOld

/** The states in the order of lists and of the colour of clusters: worst first. */
export const worstFirst: readonly IssueState[] = ['relapsed', 'found', 'told', 'rectifying', 'awaiting', 'deferred', 'closed']

/** True for an issue that is not closed (跟进中). In all figures found = closed + followed. */
export const followed = (issue: Issue) => issue.state !== 'closed'

/** When the unit's time ends. For a deferred issue this is its next date. */
export const dueAt = (issue: Issue): number => issue.state === 'deferred' ? issue.nextDate ?? issue.deadline : issue.deadline

/** When the unit's time began. */
export const startOf = ({ dueFrom, relapsedAt, foundAt }: Issue): number => dueFrom ?? relapsedAt ?? foundAt

/** When the unit's time stopped: when it sent the fix, not when the fix was re-checked. Null while the time runs. */
const stoppedAt = ({ fixedAt, state, since }: Issue): number | null => fixedAt ?? (state === 'closed' || state === 'awaiting' ? since : null)

/** How long the unit took until it sent the fix, in ms. The time of the re-check is not the unit's. */
export const timeTaken = (issue: Issue): number => Math.max(0, (stoppedAt(issue) ?? issue.since) - startOf(issue))

/** The share of its time that a closed issue used: 1 is all of it; more is late. */
export const timeUsed = (issue: Issue): number => timeTaken(issue) / Math.max(1, issue.deadline - startOf(issue))

/** True if the issue is overdue, or its fix came after the deadline. Uses the same times as `timeUsed`. */
export const wasLate = (issue: Issue, now: number): boolean => overdue(issue, now) || (stoppedAt(issue) ?? 0) > issue.deadline

/** True if the unit must act and its deadline has passed. An issue that waits for its re-check is not overdue. */
export function overdue(issue: Issue, now: number): boolean {
  return issue.state !== 'closed' && issue.state !== 'awaiting' && dueAt(issue) < now
}
