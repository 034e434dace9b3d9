import type { Actor } from '../../../shared/core/actor.ts'
import type { Facts } from '../../../shared/core/county.ts'
import type { Issue, Letter } from '../../../shared/records.ts'
import { computed } from 'vue'
import { factsOf } from '../../../shared/core/county.ts'
import { unnoted } from '../../../shared/issues/follow-up.ts'
import { mustAct, nextAt } from '../../../shared/issues/rechecks.ts'
import { dueAt, overdue } from '../../../shared/issues/steps.ts'
import { reactive, records } from '../../core/board.ts'
import { minute } from '../../core/clock.ts'
import { county, me } from '../../core/session.ts'

const day = 86_400_000
const trays = ['unassigned', 'untold', 'returned', 'late', 'today', 'later', 'unnoted'] as const
type Tray = (typeof trays)[number]

/** The first tray that fits an issue, for the people who must act on it. Re-checks have a page of their own. */
function trayOf(issue: Issue, person: string, at: number): Tray | null {
  if (issue.state === 'closed' || issue.state === 'awaiting') return null
  if (!issue.unit) return 'unassigned'
  if (issue.state === 'found') return 'untold'
  if (issue.returns.length > (issue.returnsRead[person] ?? 0) && issue.state !== 'deferred') return 'returned'
  if (overdue(issue, at)) return 'late'
  return dueAt(issue) < at + day ? 'today' : 'later'
}

/** The trays that are not empty, with their issues by their next date. A deferred issue without today's note is also in a separate tray. */
export function sortIntoTrays(issues: readonly Issue[], person: string, at: number, facts: Pick<Facts, 'rules' | 'timeZone'>): readonly { readonly tray: Tray, readonly issues: readonly Issue[] }[] {
  const sorted = [...issues].sort((a, b) => nextAt(a, facts) - nextAt(b, facts))
  const laid = sorted.map(issue => ({ issue, tray: trayOf(issue, person, at) }))
  return trays.map(tray => ({
    tray,
    issues: tray === 'unnoted' ? sorted.filter(issue => unnoted(issue, at, facts)) : laid.filter(one => one.tray === tray).map(one => one.issue),
  })).filter(one => one.issues.length)
}

/** The issues that this person must act on next. */
export const inbox = computed(() => {
  const [actor, place] = [me.value, county.value]
  if (!actor || !place) return []
  const facts = factsOf(place)
  return sortIntoTrays(records('issue').filter(issue => mustAct(reactive, issue, actor, minute.value, facts)), actor.id, minute.value, facts)
})

/** The other open issues of a unit or a township, which wait for somebody else, by their next date. */
export const others = computed(() => {
  const [actor, place] = [me.value, county.value]
  if (!place || (actor?.role !== 'unit' && actor?.role !== 'officer')) return []
  const facts = factsOf(place)
  const own = (issue: Issue) => actor.role === 'unit' ? issue.unit === actor.unit : issue.township === actor.township
  return records('issue').filter(issue => issue.state !== 'closed' && own(issue) && !mustAct(reactive, issue, actor, minute.value, facts)).sort((a, b) => nextAt(a, facts) - nextAt(b, facts))
})

/** How many issues wait for this person. */
export const inboxCount = computed(() => new Set(inbox.value.flatMap(({ issues }) => issues)).size)

/** The letters to this person's unit or township with an issue that waits for them, newest first. */
export const lettersFor = (letters: readonly Letter[], { role, unit, township }: Pick<Actor, 'role' | 'unit' | 'township'>, waits: ReadonlySet<string>): readonly Letter[] => letters
  .filter(one => role === 'unit' ? one.unit === unit : role === 'officer' && one.township !== null && one.township === township)
  .filter(({ items }) => items.some(({ issue }) => waits.has(issue)))
  .sort((a, b) => b.no - a.no)
export const openLetters = computed(() => me.value ? lettersFor(records('letter'), me.value, new Set(inbox.value.flatMap(({ issues }) => issues).map(({ id }) => id))) : [])

/** Recent slips, newest first. */
export const newSlips = computed(() => records('slip').filter(slip => slip.at > minute.value - 3 * day).sort((a, b) => b.at - a.at))
