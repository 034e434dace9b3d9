import type { Actor } from '../core/actor.ts'
import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Refused } from '../core/rejection.ts'
import type { DutyRules } from '../core/rules.ts'
import type { Crew, Shift } from '../records.ts'
import type { Clock } from './fatigue.ts'
import type { Risky } from './risk.ts'
import { mayKnowName, planners } from '../core/actor.ts'
import { sinceDay } from '../core/by-day.ts'
import { dayName } from '../core/calendar.ts'
import { joinedId } from '../core/joined-id.ts'
import { holds, reachOf, tiredness } from './fatigue.ts'
import { riskOf } from './risk.ts'

/** Rules about people on duty, for commands and screens. Times are epoch ms. */

/** True if `by` may approve a volunteer (组织批准): planners may, an officer only in their own township. */
export const mayApprove = (by: Actor, volunteer: Actor): boolean => planners.includes(by.role) && mayKnowName(by, volunteer)

/** True if `by` may look after a volunteer in the register: read phone and note, and stop or return them. The same people as may approve them. */
export const mayLookAfter = mayApprove

/** How many shifts one command may plan: more would make the commit too heavy for a phone. */
export const mostPlanned = 600

type Qualified = Pick<Actor, 'skills' | 'trained'>

/** The id of a planned shift. `day` is the number of a day (days since 1970), `slot` the id of a slot of the post. */
export const plannedId = (post: string, day: number, slot: string): string => joinedId('~', post, dayName(day).replaceAll('-', ''), slot)

/** The fields of a shift that nobody has claimed or changed yet. */
export const untouched = { post: null, slot: null, claimedBy: [], open: true, note: '', waitlist: [], offers: [], crews: [], overrides: {}, swaps: [], presence: {}, joined: {}, handover: null } satisfies Partial<Shift>

export const isMember = (crew: Pick<Crew, 'members'>, person: string): boolean => crew.members.some(member => member.person === person)

/** The people whose names a person knows from their teams of volunteers: members know each other, and the leader also knows the applicants. */
export function crewMates(board: Reader, person: string): ReadonlySet<string> {
  const own = [...board.by('crew', 'member', person)]
  return new Set(own.flatMap(crew => [...crew.members, ...crew.leader === person ? crew.requests : []]).map(one => one.person))
}

/** The shifts that a person holds. */
export const heldBy = (board: Reader, person: string): Shift[] => [...board.by('shift', 'holder', person)]

/** `not_trained` with the first skill or training that the shift requires and this person lacks. */
export function untrained(board: Pick<Reader, 'all'>, shift: Risky & Pick<Shift, 'skills'>, who: Qualified, facts: Pick<Facts, 'rules'>): Refused | null {
  const lacks = shift.skills.find(skill => !who.skills?.includes(skill)) ?? facts.rules.duty.trainings[riskOf(board, shift, facts)].find(training => !who.trained?.includes(training))
  return lacks ? { code: 'not_trained', detail: lacks } : null
}

/** `closed` or `over` if the shift accepts nobody any more. */
export function gone(shift: Shift, now: number): Refused | null {
  if (!shift.open) return { code: 'closed' }
  return shift.endsAt <= now ? { code: 'over' } : null
}

/** Why this person cannot hold this shift: they have already left it (`over`), they hold another at that time (`shift_clash`), or they lack rest. */
export function worn(board: Reader, shift: Shift, person: string, clock: Clock): Refused | null {
  if (shift.presence[person]?.out && !holds(shift, person)) return { code: 'over' }
  const reach = reachOf(clock.rules.duty)
  return tiredness(shift, board.within('shift', 'holder', person, shift.startsAt - reach, shift.startsAt + reach), clock)
}

/** The waitlist and the offers without these people. */
export const unasked = ({ waitlist, offers }: Pick<Shift, 'waitlist' | 'offers'>, people: readonly string[]): Pick<Shift, 'waitlist' | 'offers'> =>
  ({ waitlist: waitlist.filter(id => !people.includes(id)), offers: offers.filter(one => !people.includes(one.person)) })

/** The shift with these people as holders, without an offer and off its waitlist. In a running shift they are expected from now on. */
export function placed(shift: Shift, people: readonly string[], now: number): Shift {
  const joined = shift.startsAt < now ? { ...shift.joined, ...Object.fromEntries(people.map(person => [person, now])) } : shift.joined
  return { ...shift, claimedBy: [...shift.claimedBy, ...people], ...unasked(shift, people), joined }
}

/** From when a holder is expected at the post. */
export const awaitedFrom = ({ startsAt, joined }: Pick<Shift, 'startsAt' | 'joined'>, person: string): number => Math.max(startsAt, joined[person] ?? 0)

/**
 * The shift without this person as a holder and without their swap offers. If the shift has begun, their time at the post is
 * kept and ends now; otherwise their check-in is removed.
 */
export function without(shift: Shift, person: string, now: number): Shift {
  const { [person]: _override, ...overrides } = shift.overrides
  const { [person]: here, ...others } = shift.presence
  const { [person]: _joined, ...joined } = shift.joined
  const left = here && now > shift.startsAt ? { [person]: { ...here, out: here.out ?? { at: now, early: minutesEarly(shift, now) } } } : {}
  return {
    ...shift,
    claimedBy: shift.claimedBy.filter(id => id !== person),
    swaps: shift.swaps.filter(swap => swap.by !== person),
    overrides,
    presence: { ...others, ...left },
    joined,
  }
}

/** Full minutes between an instant and the end of the shift; 0 after it. */
export const minutesEarly = ({ endsAt }: Shift, at: number): number => Math.max(0, Math.floor((endsAt - at) / 60_000))

/** True if the person is in a team of volunteers, or on a shift or waitlist that has not left the boards. */
export function takesPart(board: Reader, person: string): boolean {
  const since = boardsBegin(board)
  const shifts = [...board.by('shift', 'holder', person), ...board.by('shift', 'waiting', person)]
  const [crew] = board.by('crew', 'member', person)
  return crew !== undefined || shifts.some(shift => shift.endsAt >= since)
}

/** A shift is settled when it is over (epoch ms). */
export const shiftSettledAt = ({ endsAt }: Shift): number => endsAt

/** Shifts that ended before this moment (epoch ms) have left the live boards: a rule that both sides must answer alike asks for none of them. */
export const boardsBegin = (board: Reader): number => board.get('incident', 'incident')?.cleared.shift ?? 0

/** The shifts that end after a moment (epoch ms), by index. */
export const notOver = (board: Reader, at: number): Shift[] => [...sinceDay(board, 'shift', 'ends', at)].filter(shift => shift.endsAt > at)

/** True if the shift lacks people and is running or begins within the county's `gapAhead`. */
export const isGap = (shift: Shift, now: number, { gapAhead }: Pick<DutyRules, 'gapAhead'>): boolean =>
  shift.open && shift.endsAt > now && shift.startsAt <= now + gapAhead * 3_600_000 && shift.claimedBy.length < shift.needed

/** The shifts that are gaps (缺口), the earliest first. */
export const gapsAhead = (board: Reader, now: number, rules: Pick<DutyRules, 'gapAhead'>): Shift[] =>
  notOver(board, now).filter(shift => isGap(shift, now, rules)).sort((a, b) => a.startsAt - b.startsAt)

/** True for a check-in that was made offline, or at a vague position, until the leader confirms it. */
export const inDoubt = ({ offline, vague, confirmedBy }: NonNullable<Shift['presence'][string]['in']>): boolean => Boolean(offline || vague) && !confirmedBy

export const standings = ['expected', 'on', 'unconfirmed', 'missing', 'left', 'absent'] as const
export type Standing = (typeof standings)[number]

/**
 * Where a holder stands: `expected` before they check in, `on` duty, `unconfirmed` while no leader has confirmed a doubtful
 * check-in, `left` after the check-out; `missing` when later than the county allows, `absent` if the shift ended without them.
 */
export function standing(shift: Shift, person: string, now: number, { missing }: DutyRules): Standing {
  const { presence, endsAt } = shift
  const at = presence[person]
  if (at?.out) return 'left'
  if (at?.in) return endsAt <= now ? 'left' : inDoubt(at.in) ? 'unconfirmed' : 'on'
  if (endsAt <= now) return 'absent'
  return now >= awaitedFrom(shift, person) + missing * 60_000 ? 'missing' : 'expected'
}

interface OnDuty { readonly shift: Shift, readonly person: string, readonly standing: Standing }

/** The people on duty or expected at a place now, shift by shift. */
export function onDutyAt(place: string, shifts: Iterable<Shift>, now: number, rules: DutyRules): OnDuty[] {
  return [...shifts]
    .filter(shift => shift.place === place && shift.startsAt <= now && now < shift.endsAt)
    .flatMap(shift => shift.claimedBy.map(person => ({ shift, person, standing: standing(shift, person, now, rules) })))
}

type Turn = Pick<Shift, 'id' | 'post' | 'place' | 'startsAt' | 'endsAt'>
/** True if `other` comes after `shift` at the same post, or the same place if it has no post. It may begin up to an hour before `shift` ends. */
export const follows = (shift: Turn, other: Turn): boolean => other.id !== shift.id && other.startsAt >= shift.endsAt - 3_600_000
  && (shift.post ? other.post === shift.post : shift.place !== null && other.place === shift.place)

/** The shifts that take over from this one: of those that follow it, the first to begin. */
export function reliefs(board: Reader, shift: Shift): Shift[] {
  const here = shift.post ? board.by('shift', 'post', shift.post) : shift.place === null ? [] : board.by('shift', 'place', shift.place)
  const after = [...here].filter(other => follows(shift, other))
  const first = Math.min(...after.map(other => other.startsAt))
  return after.filter(other => other.startsAt === first)
}
