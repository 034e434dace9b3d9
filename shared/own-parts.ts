import type { Actor } from './core/actor.ts'
import type { Reader } from './core/board.ts'
import type { Own, Part } from './core/own.ts'
import type { AnyRecord, Crew, Kind, Notice, Post, SavedTable, Shift } from './records.ts'
import { turnsAt } from './core/indexes.ts'
import { audienceOf, shown, visible } from './core/sight.ts'
import { follows, heldBy } from './duty/duty.ts'
import { holds } from './duty/fatigue.ts'
import { hasLeft } from './settled.ts'

/**
 * What one person sees of the board beyond their audience: what is about them, and what they decide on as leader of a post or
 * a team. Own parts are laid over the audience's records, so that one frame and one snapshot serve the whole audience.
 */

/** The record with a person's own part laid over it; null if the person does not see it. */
export function withPart(record: AnyRecord | null, part: Part | null | undefined): AnyRecord | null {
  if (!part) return record
  if (record) return { ...record, ...part } as AnyRecord
  return 'id' in part ? part as AnyRecord : null
}

const only = <T>(all: Readonly<Record<string, T>>, person: string): Record<string, T> => {
  const one = all[person]
  return one === undefined ? {} : { [person]: one }
}
const leaderOf = (board: Reader, { post }: Shift): string | null => post === null ? null : board.get('post', post)?.leader ?? null

function ofShift(board: Reader, person: string, shift: Shift, held: () => readonly Shift[]): Part | null {
  const leads = leaderOf(board, shift) === person
  const presence = leads ? shift.presence : only(shift.presence, person)
  const overrides = only(shift.overrides, person)
  const swaps = shift.swaps.filter(({ by, to }) => by === person || to === person)
  // A handover is shown to holders of this shift and of shifts that follow it at the post, to its writer, and to the post's leader.
  const reads = shift.handover && (leads || shift.handover.by === person || holds(shift, person) || held().some(other => follows(shift, other)))
  const handover = reads ? shift.handover : null
  return handover || swaps.length || Object.keys(presence).length || Object.keys(overrides).length ? { presence, overrides, swaps, handover } : null
}

/** Only the leader sees the members' skills and all requests to join; applicants see their own request. */
function ofCrew(person: string, { leader, members, requests }: Crew): Part | null {
  if (leader === person) return { members, requests }
  const mine = requests.filter(one => one.person === person)
  return mine.length ? { requests: mine } : null
}

/** What this person sees of the record beyond their audience, or null. `held` gives the shifts they hold. */
export function ownPart(board: Reader, actor: Actor, kind: Kind, record: AnyRecord, held = () => heldBy(board, actor.id)): Part | null {
  const audience = audienceOf(actor)
  if (kind === 'notice') return (record as Notice).to.person === actor.id && !visible(audience, kind, record) ? record : null
  if (kind === 'table') return (record as SavedTable).owner === actor.id && !visible(audience, kind, record) ? record : null
  if (audience !== 'volunteer') return null
  if (kind === 'crew') return ofCrew(actor.id, record as Crew)
  return kind === 'shift' ? ofShift(board, actor.id, record as Shift, held) : null
}

/** True if the reader sees whether this person is at the post. If not, a missing check-in means nothing to the reader. */
export const knowsPresence = (board: Reader, reader: Actor, shift: Shift, person: string): boolean =>
  reader.role !== 'volunteer' || reader.id === person || leaderOf(board, shift) === reader.id

/** The record as this person sees it, or null if it is hidden from them. */
export const seenBy = (board: Reader, actor: Actor, kind: Kind, record: AnyRecord): AnyRecord | null =>
  withPart(shown(audienceOf(actor), kind, record), ownPart(board, actor, kind, record))

/** All own parts of this person on a live board. */
export function ownParts(board: Reader, actor: Actor): Own[] {
  const own: Own[] = []
  const incident = board.get('incident', 'incident')
  const held = heldBy(board, actor.id)
  const candidates: readonly (readonly [Kind, Iterable<AnyRecord>])[] = [
    ['shift', audienceOf(actor) === 'volunteer' ? shiftsOf(board, actor.id, held) : []],
    ['crew', board.all('crew')],
    ['notice', board.by('notice', 'person', actor.id)],
    ['table', board.all('table')],
  ]
  for (const [kind, records] of candidates) {
    for (const record of records) {
      if (hasLeft(incident, kind, record)) continue
      const part = ownPart(board, actor, kind, record, () => held)
      if (part) own.push({ kind, id: record.id, part })
    }
  }
  return own
}

/** The shifts of which somebody may have an own part: perhaps too many, never too few. */
function shiftsOf(board: Reader, person: string, held: readonly Shift[]): ReadonlySet<Shift> {
  const places = new Set(held.flatMap(turnsAt))
  const led = [...board.all('post')].filter(post => post.leader === person)
  return new Set([
    ...held,
    ...board.by('shift', 'concerns', person),
    ...[...places].flatMap(place => [...board.by('shift', 'handover', place)]),
    ...led.flatMap(post => [...board.by('shift', 'post', post.id)]),
  ])
}

/** One change of a record: its state before and after. */
export interface RecordStep { readonly kind: Kind, readonly id: string, readonly before: AnyRecord | undefined, readonly value: AnyRecord | null }

type Key = `${Kind}/${string}`

/** The people whose own parts may differ after these steps, with the keys of those records. May name too many, never too few. */
export function concerned(board: Reader, steps: readonly RecordStep[]): ReadonlyMap<string, ReadonlySet<Key>> {
  const found = new Map<string, Set<Key>>()
  const add = (key: Key, people: readonly (string | null)[]) => {
    for (const person of people) {
      if (person) found.set(person, (found.get(person) ?? new Set()).add(key))
    }
  }
  // A part can depend on another shift's state before the change, so former states count too.
  const passed = steps.flatMap(({ kind, before, value }) => kind === 'shift' ? [before, value].filter(Boolean) as Shift[] : [])
  for (const { kind, id, before, value } of steps) {
    if (kind === 'notice') add(`notice/${id}`, [before, value].map(one => one ? (one as Notice).to.person : null))
    if (kind === 'table') add(`table/${id}`, [before, value].map(one => one ? (one as SavedTable).owner : null))
    if (kind === 'crew') add(`crew/${id}`, ([before, value].filter(Boolean) as Crew[]).flatMap(({ leader, requests }) => [leader, ...requests.map(one => one.person)]))
    if (kind === 'post') {
      const leaders = [before, value].map(post => post ? (post as Post).leader : null)
      const here = leaders[0] === leaders[1] ? [] : [...board.by('shift', 'post', id), ...passed.filter(shift => shift.post === id)]
      for (const shift of here) {
        if (!hasLeft(board.get('incident', 'incident'), 'shift', shift)) add(`shift/${shift.id}`, leaders)
      }
    }
    if (kind !== 'shift') continue
    const states = [before, value].filter(Boolean) as Shift[]
    if (!samePersonal(states)) states.forEach(shift => add(`shift/${id}`, peopleOf(board, shift, passed)))
    // A holder of a shift reads the handovers of the shifts before it.
    for (const state of states) {
      const handed = turnsAt(state).flatMap(place => [...board.by('shift', 'handover', place)])
      for (const shift of [...handed, ...passed]) {
        if (shift.handover && follows(shift, state)) add(`shift/${shift.id}`, state.claimedBy)
      }
    }
  }
  return found
}

/** True if nobody's own part of this shift differs, as with most commands. */
function samePersonal([before, value]: readonly Shift[]): boolean {
  return before !== undefined && value !== undefined && before.presence === value.presence && before.overrides === value.overrides && before.swaps === value.swaps
    && before.handover === null && value.handover === null
}

/** The people who may have an own part of this shift. */
function peopleOf(board: Reader, shift: Shift, passed: readonly Shift[]): (string | null)[] {
  const people = [...Object.keys(shift.presence), ...Object.keys(shift.overrides), ...shift.swaps.flatMap(({ by, to }) => [by, to]), leaderOf(board, shift)]
  if (!shift.handover) return people
  const [index, key] = shift.post ? ['post', shift.post] as const : ['place', shift.place] as const
  const later = key === null ? [] : board.within('shift', index, key, shift.endsAt - 3_600_000, Infinity)
  return [...people, ...shift.claimedBy, shift.handover.by, ...[...later, ...passed].filter(other => follows(shift, other)).flatMap(other => other.claimedBy)]
}
