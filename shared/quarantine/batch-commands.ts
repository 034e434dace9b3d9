import type { Batch } from '../records.ts'
import * as v from 'valibot'
import { known, MaybeId } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { Count, Id, Instant, lineOf, NewId } from '../core/fields.ts'
import { impersonal } from '../core/impersonal.ts'
import { reject } from '../core/rejection.ts'
import { headsIn, presentIn } from './batches.ts'
import { Heads, mostTests, Rooms, Spot } from './entered.ts'
import { freeRooms, keepers, siteOf } from './rooms.ts'

const Needs = v.record(Id, Count)

/** The needs of a batch, no more of each than people are there. */
function within(needs: Batch['needs'], present: number): Batch['needs'] {
  return Object.fromEntries(Object.entries(needs).flatMap(([group, heads]) => present ? [[group, Math.min(heads, present)]] : []))
}

function needed(needs: Batch['needs'], present: number, groups: readonly string[]): void {
  for (const [group, heads] of Object.entries(needs)) {
    known(new Set(groups), group)
    if (heads > present) reject('more_than_there', String(present))
  }
}

/**
 * Notes that people arrived together and in which rooms they are. Rejects with `heads_differ` unless rooms and heads add up, with `not_a_room`,
 * `room_taken`, `more_than_there` for needs of more people than came, `personal_data`, and `illegal_step` for a transfer that did not bring them here or has its batch.
 */
export const receiveBatch = command({
  args: v.strictObject({ batch: NewId, place: Id, at: Instant, heads: Heads, rooms: Rooms, from: Spot, needs: v.optional(Needs, {}), note: v.optional(lineOf(120), ''), transfer: MaybeId }),
  roles: keepers,
  tells: { batch: ['heads'] },
  run(draft, { batch: id, place, at, heads, rooms, ...args }, { actor, now, facts }) {
    if (draft.get('batch', id)) reject('exists')
    const site = siteOf(draft, place)
    impersonal(args.note, args.from.text)
    if (headsIn(rooms) !== heads) reject('heads_differ', String(headsIn(rooms)))
    freeRooms(draft, site, rooms)
    needed(args.needs, heads, facts.quarantine.needs)
    if (args.from.township) known(facts.townships, args.from.township)
    if (args.transfer) {
      const trip = draft.need('transfer', args.transfer)
      if (trip.target !== place || trip.state !== 'arrived' || trip.batch) reject('illegal_step')
      draft.put('transfer', { ...trip, batch: id })
    }
    draft.put('quarantine', { ...site, batches: site.batches + 1 })
    draft.put('batch', { id, no: site.batches + 1, place, township: site.township, unit: site.unit, at: Math.min(at, now), heads, rooms, ...args, tests: [], departures: [], leftAt: null, by: actor.id })
  },
})

/** Takes back an arrival that was entered by mistake. Rejects with `batch_in_use` once people of it were tested or have left. */
export const withdrawBatch = command({
  args: v.strictObject({ batch: Id }),
  roles: keepers,
  run(draft, { batch: id }) {
    const batch = draft.need('batch', id)
    if (batch.tests.length || batch.departures.length) reject('batch_in_use')
    const trip = batch.transfer ? draft.get('transfer', batch.transfer) : undefined
    if (trip) draft.put('transfer', { ...trip, batch: null })
    draft.apply([{ kind: 'batch', id, value: null }])
  },
})

/**
 * Notes how many people of a batch were sampled. `at` is the device's time (epoch ms). Rejects with `more_than_there`, `before_arrival`, and with
 * `over` for a test older than the county accepts from a phone without network.
 */
export const testBatch = command({
  args: v.strictObject({ batch: Id, test: NewId, at: Instant, heads: Heads }),
  roles: [...keepers, 'inspector'],
  tells: { batch: ['heads'] },
  run(draft, { batch: id, test, at, heads }, { actor, now, facts }) {
    const batch = draft.need('batch', id)
    if (batch.tests.some(one => one.id === test)) reject('exists')
    if (at < now - facts.rules.duty.offline * 3_600_000) reject('over')
    const done = Math.min(at, now)
    if (done < batch.at) reject('before_arrival')
    const present = presentIn(batch, done)
    if (heads > present) reject('more_than_there', String(present))
    const tests = [...batch.tests, { id: test, at: done, by: actor.id, heads }].sort((a, b) => a.at - b.at).slice(-mostTests)
    draft.put('batch', { ...batch, tests })
  },
})

/** Takes back a test of a batch. */
export const withdrawBatchTest = command({
  args: v.strictObject({ batch: Id, test: Id }),
  roles: [...keepers, 'inspector'],
  tells: { batch: [] },
  run(draft, { batch: id, test }) {
    const batch = draft.need('batch', id)
    if (!batch.tests.some(one => one.id === test)) reject('not_found')
    draft.put('batch', { ...batch, tests: batch.tests.filter(one => one.id !== test) })
  },
})

/** Notes who left, by room. Rejects with `not_a_room` for a room of another batch, `more_than_there`, `before_arrival`, `personal_data`. */
export const leaveBatch = command({
  args: v.strictObject({ batch: Id, departure: NewId, at: Instant, rooms: Rooms, to: v.optional(lineOf(60), '') }),
  roles: keepers,
  tells: { batch: [] },
  run(draft, { batch: id, departure, at, rooms, to }, { actor, now }) {
    const batch = draft.need('batch', id)
    if (batch.departures.some(one => one.id === departure)) reject('exists')
    impersonal(to)
    const left = Math.min(at, now)
    if (left < batch.at) reject('before_arrival')
    const stay = new Map(batch.rooms.map(({ room, heads }) => [room, heads]))
    for (const { room, heads } of rooms) {
      const there = stay.get(room) ?? reject('not_a_room', room)
      if (heads > there) reject('more_than_there', String(there))
      stay.set(room, there - heads)
    }
    const departures = [...batch.departures, { id: departure, at: left, by: actor.id, heads: headsIn(rooms), rooms, to }].sort((a, b) => a.at - b.at)
    const still = [...stay].flatMap(([room, heads]) => heads ? [{ room, heads }] : [])
    const present = headsIn(still)
    draft.put('batch', { ...batch, rooms: still, departures, needs: within(batch.needs, present), leftAt: present ? null : left })
  },
})

/** Takes back a departure: its people are in their rooms again. Rejects with `room_taken` if others are there by now. */
export const returnBatch = command({
  args: v.strictObject({ batch: Id, departure: Id }),
  roles: keepers,
  tells: { batch: [] },
  run(draft, { batch: id, departure }) {
    const batch = draft.need('batch', id)
    const back = batch.departures.find(one => one.id === departure) ?? reject('not_found')
    freeRooms(draft, siteOf(draft, batch.place), back.rooms, batch)
    const rooms = new Map(batch.rooms.map(({ room, heads }) => [room, heads]))
    for (const { room, heads } of back.rooms) rooms.set(room, (rooms.get(room) ?? 0) + heads)
    draft.put('batch', { ...batch, rooms: [...rooms].map(([room, heads]) => ({ room, heads })), departures: batch.departures.filter(one => one.id !== departure), leftAt: null })
  },
})

/** Notes how many people of a batch have special needs. Rejects with `more_than_there`. */
export const noteNeeds = command({
  args: v.strictObject({ batch: Id, needs: Needs }),
  roles: keepers,
  tells: { batch: [] },
  run(draft, { batch: id, needs }, { facts }) {
    const batch = draft.need('batch', id)
    needed(needs, presentIn(batch), facts.quarantine.needs)
    draft.put('batch', { ...batch, needs })
  },
})
