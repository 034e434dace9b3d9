import type { Actor } from '../core/actor.ts'
import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Issue } from '../records.ts'
import { teamFor } from '../core/team-for.ts'
import { dueAt, fixers, mayNotClose } from './steps.ts'

/** Who must act next on an issue, and until when a fix must be re-checked. Times are epoch ms. */

const hour = 3_600_000

/** When the re-check of a fix that was sent in is due. The time of the unit has ended then, and the re-checker's runs. */
export const recheckBy = ({ since }: Pick<Issue, 'since'>, { rules }: Pick<Facts, 'rules'>): number => since + rules.recheckHours * hour

/** The next date of an issue that is not closed: the deadline of its unit, its next follow-up if it is deferred, or when its re-check is due. */
export const nextAt = (issue: Issue, facts: Pick<Facts, 'rules'>): number => issue.state === 'awaiting' ? recheckBy(issue, facts) : dueAt(issue)

/** The people of the township's team who may re-check this fix; nobody if there is no such team. */
export const checkersOf = (board: Reader, issue: Issue, facts: Pick<Facts, 'rules'>): readonly string[] =>
  (teamFor(board, issue.township)?.members ?? []).filter(id => !mayNotClose(issue, { id, role: 'inspector' }, facts))

/** True if this person must act next on the issue. What nobody else must act on is headquarters'. */
export function mustAct(board: Reader, issue: Issue, actor: Actor, now: number, facts: Facts): boolean {
  const { state, unit } = issue
  if (state === 'closed') return false
  const leads = actor.role === 'coordinator' || actor.role === 'admin'
  if (state === 'awaiting') {
    const people = checkersOf(board, issue, facts)
    if (people.includes(actor.id)) return true
    return leads && (people.length === 0 || recheckBy(issue, facts) < now) && !mayNotClose(issue, actor, facts)
  }
  if (!unit) return leads || issue.foundBy === actor.id
  if (state === 'found') return issue.foundBy === actor.id
  if (!fixers.includes(actor.role) || leads) return false
  const township = facts.unitTownships.get(unit)
  return actor.role === 'unit' ? actor.unit === unit : township !== undefined && township === actor.township
}
