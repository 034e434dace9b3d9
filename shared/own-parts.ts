import type { Actor } from './core/actor.ts'
import type { Reader } from './core/board.ts'
import type { Own, Part } from './core/own.ts'
import type { AnyRecord, Crew, Kind, Notice, Post, Shift } from './records.ts'
import { audienceOf, shown, visible } from './core/sight.ts'
import { follows, heldBy } from './duty/duty.ts'
import { holds } from './duty/fatigue.ts'
import { hasLeft } from './settled.ts'

/**
 * What one person sees of the board beyond their audience: what is about them, and as leader of a post or a team what they
 * decide on. Parts lie
 * over the records that the audience shares, so that one frame and one snapshot serve everybody of it.
 */

/** The record with its part; null if the record is gone. */
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
  // A handover is for those of this shift, of those that follow it at the post, and for the post's leader.
  const reads = shift.handover && (leads || shift.handover.by === person || holds(shift, person) || held().some(other => follows(shift, other)))
  const handover = reads ? shift.handover : null
  return handover || swaps.length || Object.keys(presence).length || Object.keys(overrides).length ? { presence, overrides, swaps, handover } : null
}

/** What members bring, and the applicants, are for the leader; applicants see their own request. */
function ofCrew(person: string, { leader, members, requests }: Crew): Part | null {
  if (leader === person) return { members, requests }
  const mine = requests.filter(one => one.person === person)
  return mine.length ? { requests: mine } : null
}

/** What this person sees of the record beyond their audience; null for nothing. `held`: the shifts they hold. */
export function ownPart(board: Reader, actor: Actor, kind: Kind, record: AnyRecord, held = () => heldBy(board, actor.id)): Part | null {
  const audience = audienceOf(actor)
  if (kind === 'notice') return (record as Notice).to.person === actor.id && !visible(audience, kind, record) ? record : null
  if (audience !== 'volunteer') return null
  if (kind === 'crew') return ofCrew(actor.id, record as Crew)
  return kind === 'shift' ? ofShift(board, actor.id, record as Shift, held) : null
}

/** True if this person sees whether the other is at the post. If not, a missing check-in says nothing. */
export const knowsPresence = (board: Reader, reader: Actor, shift: Shift, person: string): boolean =>
  reader.role !== 'volunteer' || reader.id === person || leaderOf(board, shift) === reader.id

/** The record as this person sees it; null when they do not. */
export const seenBy = (board: Reader, actor: Actor, kind: Kind, record: AnyRecord): AnyRecord | null =>
  withPart(shown(audienceOf(actor), kind, record), ownPart(board, actor, kind, record))

const parted = ['shift', 'crew', 'notice'] as const satisfies readonly Kind[]

/** Everything this person sees beyond their audience on a live board. */
export function ownParts(board: Reader, actor: Actor): Own[] {
  const own: Own[] = []
  const incident = board.get('incident', 'incident')
  const held = heldBy(board, actor.id)
  for (const kind of parted) {
    for (const record of board.all(kind)) {
      if (hasLeft(incident, kind, record)) continue
      const part = ownPart(board, actor, kind, record, () => held)
      if (part) own.push({ kind, id: record.id, part })
    }
  }
  return own
}

/** A record as it was before some commits and as it was after each. */
export interface RecordStep { readonly kind: Kind, readonly id: string, readonly before: AnyRecord | undefined, readonly value: AnyRecord | null }

type Key = `${Kind}/${string}`

/** People whose parts may differ after these steps, with the keys of those records: perhaps too many, never too few. */
export function concerned(board: Reader, steps: readonly RecordStep[]): ReadonlyMap<string, ReadonlySet<Key>> {
  const found = new Map<string, Set<Key>>()
  const add = (key: Key, people: readonly (string | null)[]) => {
    for (const person of people) {
      if (person) found.set(person, (found.get(person) ?? new Set()).add(key))
    }
  }
  const passed = steps.flatMap(({ kind, before, value }) => kind === 'shift' ? [before, value].filter(Boolean) as Shift[] : [])
  // A part may have depended on another shift as it was before, also when both change at once.
  const shifts = () => [...board.all('shift'), ...passed]
  let told: ReadonlyMap<string, readonly Shift[]> | undefined
  for (const { kind, id, before, value } of steps) {
    if (kind === 'notice') add(`notice/${id}`, [before, value].map(one => one ? (one as Notice).to.person : null))
    if (kind === 'crew') add(`crew/${id}`, ([before, value].filter(Boolean) as Crew[]).flatMap(({ leader, requests }) => [leader, ...requests.map(one => one.person)]))
    if (kind === 'post') {
      const leaders = [before, value].map(post => post ? (post as Post).leader : null)
      if (leaders[0] !== leaders[1]) shifts().filter(shift => shift.post === id).forEach(shift => add(`shift/${shift.id}`, leaders))
    }
    if (kind !== 'shift') continue
    const states = [before, value].filter(Boolean) as Shift[]
    if (!samePersonal(states)) states.forEach(shift => add(`shift/${id}`, peopleOf(board, shift, shifts)))
    // A holder of a shift reads the handovers to it and to those before it.
    told ??= handovers(shifts())
    for (const state of states) {
      for (const shift of [...told.get(`post/${state.post}`) ?? [], ...told.get(`place/${state.place}`) ?? []]) {
        if (follows(shift, state)) add(`shift/${shift.id}`, state.claimedBy)
      }
    }
  }
  return found
}

/** The shifts that hand something over, by the post or place at which others follow them. */
function handovers(shifts: readonly Shift[]): ReadonlyMap<string, readonly Shift[]> {
  const found = new Map<string, Shift[]>()
  for (const shift of shifts) {
    if (!shift.handover) continue
    const at = shift.post ? `post/${shift.post}` : `place/${shift.place}`
    const there = found.get(at)
    if (there) there.push(shift)
    else found.set(at, [shift])
  }
  return found
}

/** True if no part of it differs, as for most acts. */
function samePersonal([before, value]: readonly Shift[]): boolean {
  return before !== undefined && value !== undefined && before.presence === value.presence && before.overrides === value.overrides && before.swaps === value.swaps
    && before.handover === null && value.handover === null
}

/** People who may have a part of this shift. */
function peopleOf(board: Reader, shift: Shift, shifts: () => readonly Shift[]): (string | null)[] {
  const people = [...Object.keys(shift.presence), ...Object.keys(shift.overrides), ...shift.swaps.flatMap(({ by, to }) => [by, to]), leaderOf(board, shift)]
  if (!shift.handover) return people
  return [...people, ...shift.claimedBy, shift.handover.by, ...shifts().filter(other => follows(shift, other)).flatMap(other => other.claimedBy)]
}
