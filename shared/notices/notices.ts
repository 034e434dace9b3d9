import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Issue, Notice } from '../records.ts'
import { joinedId } from '../core/joined-id.ts'
import { dueAt, overdue } from '../issues/steps.ts'

/** Which notices are due: one to those who must fix an issue, and at the deadline one to them and one to headquarters. */

const day = 24 * 3_600_000
const nobody = { role: null, unit: null, township: null, person: null }

/** The people who must fix an issue: its unit, or the officers of the township if the unit is a township government. */
function actors(issue: Issue, facts: Facts): Notice['to'] {
  const township = facts.unitTownships.get(issue.unit ?? '')
  return township ? { ...nobody, township } : { ...nobody, unit: issue.unit }
}

/**
 * The notices that are due now (epoch ms) and not yet given. Ids are made from the rule, the issue and the moment it is about,
 * so that each is given once, even after a restart; a longer deadline or a relapse makes new ones. Nights and holidays count.
 */
export function owed(board: Reader, now: number, facts: Facts): Notice[] {
  const due: Notice[] = []
  const give = (rule: string, issue: Issue, moment: number, to: Notice['to']) => {
    const id = joinedId('-', rule, issue.id, moment)
    if (!board.get('notice', id)) due.push({ id, rule, issue: issue.id, shift: null, township: issue.township, to, about: '', at: now, readBy: [] })
  }
  for (const issue of board.all('issue')) {
    if (!issue.unit) continue
    if ((issue.state === 'told' || issue.state === 'relapsed') && issue.since > now - day) give('told', issue, issue.since, actors(issue, facts))
    if (!overdue(issue, now)) continue
    const deadline = dueAt(issue)
    give('late', issue, deadline, actors(issue, facts))
    give('lateLeader', issue, deadline, { ...nobody, role: 'coordinator' })
  }
  return due
}

/** True if the notice is for this person. */
export function addressed({ to }: Notice, { id, role, unit, township }: { readonly id: string, readonly role: string, readonly unit?: string, readonly township?: string }): boolean {
  if (to.person) return to.person === id
  if (to.unit) return role === 'unit' && to.unit === unit
  if (to.township) return role === 'officer' && to.township === township
  return to.role === role
}

/** When a notice was settled (epoch ms): once an addressee has read it. Reading is not dated, so the moment of giving counts. */
export const noticeSettledAt = ({ at, readBy }: Notice): number | null => readBy.length ? at : null
