import type { Applied } from '../../server/authority.ts'
import type { Actor } from '../../shared/actor.ts'
import type { Change } from '../../shared/board.ts'
import type { Frame } from '../../shared/protocol.ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Authority } from '../../server/authority.ts'
import { publish, seenBy } from '../../server/frames.ts'
import { take } from '../../server/snapshots.ts'
import { memoryStore } from '../../server/store-memory.ts'
import { mayKnowName } from '../../shared/actor.ts'
import { Board } from '../../shared/board.ts'
import { kinds } from '../../shared/records.ts'
import { audienceOf, visible } from '../../shared/sight.ts'
import { facts, make, noon, who } from '../support/given.ts'

const audiences = ['staff', 'township:north', 'township:south', 'unit:health', 'volunteer']
const applied = (changes: readonly Change[], before: Applied['before'] = changes.map(() => undefined)): Applied =>
  ({ commit: { seq: 1, id: 'c', name: 'x', args: { secret: 1 }, actor: 'ann', at: noon, changes }, before })
const issue = (more = {}) => make('issue', { id: 'i1', ...more })

it('[V1] [V2] [V3] who sees which kinds', () => {
  const sees = (actor: Actor) => kinds.filter(kind => visible(audienceOf(actor), kind, make(kind, { id: 'x' } as never)))
  const all = kinds.filter(kind => kind !== 'counter' && kind !== 'postKey')
  for (const actor of [who.coordinator, who.inspector, who.overseer, who.admin]) expect(sees(actor)).toEqual(all)
  const common = ['incident', 'place', 'issue', 'post', 'shift', 'shortage', 'zone', 'announcement', 'bulletin', 'correction', 'stock', 'delivery', 'pledge', 'marketDay']
  expect(sees(who.viewer)).toEqual(common)
  expect(sees(who.officer).sort()).toEqual([...common.filter(kind => kind !== 'bulletin'), 'crew', 'move', 'headcount', 'slip', 'baseline'].sort())
  expect(sees({ ...who.officer, township: 'south' })).toEqual(['incident', 'crew', 'zone', 'announcement'])
  expect(sees(who.unit)).toEqual(['incident', 'place', 'issue', 'shortage', 'zone', 'announcement', 'notice', 'letter', 'slip', 'correction', 'stock', 'move', 'delivery', 'pledge', 'headcount', 'marketDay'])
  expect(visible('unit:civil', 'issue', issue())).toBe(false)
  expect(sees(who.volunteer)).toEqual(['incident', 'post', 'shift', 'crew', 'zone', 'announcement'])
})

it('[V4] what moves out of sight arrives as a removal, what was never in sight not at all', () => {
  const moved = applied([{ kind: 'issue', id: 'i1', value: issue({ township: 'south' }) }], [issue()])
  expect(seenBy('township:north', [moved])[0]?.changes).toEqual([{ kind: 'issue', id: 'i1', value: null }])
  expect(seenBy('township:south', [moved])[0]?.changes[0]?.value).toMatchObject({ township: 'south' })
  expect(seenBy('volunteer', [moved])).toEqual([])
  expect(seenBy('volunteer', [{ ...moved, before: 'unknown' }])[0]?.changes).toEqual([{ kind: 'issue', id: 'i1', value: null }])
})

it('[V5] counters and arguments never leave the server', () => {
  const counted = applied([{ kind: 'counter', id: 'issue', value: { id: 'issue', value: 3 } }, { kind: 'issue', id: 'i1', value: issue() }])
  for (const before of [counted.before, 'unknown'] as const) {
    for (const audience of audiences) {
      const text = JSON.stringify(seenBy(audience, [{ ...counted, before }]))
      expect(text).not.toContain('counter')
      expect(text).not.toContain('secret')
    }
  }
})

it('[V6] whose names a role may read', () => {
  const officer = { ...who.officer, id: 'o2' }
  const known = (reader: Actor) => Object.values(who).filter(person => mayKnowName(reader, person)).map(person => person.role)
  expect(known(who.coordinator)).toHaveLength(9)
  expect(known(who.volunteer)).toEqual(['volunteer'])
  expect(known(who.viewer)).toEqual(['viewer'])
  expect(known(who.unit)).not.toContain('volunteer')
  expect(mayKnowName(officer, { ...who.volunteer, township: 'north' })).toBe(true)
  expect(mayKnowName(officer, { ...who.volunteer, township: 'south' })).toBe(false)
})

/** Random records set, moved between townships and units, and removed. */
const histories = fc.array(fc.array(fc.record({
  kind: fc.constantFrom('issue', 'shift', 'place', 'zone', 'counter'),
  id: fc.constantFrom('a', 'b', 'c'),
  township: fc.constantFrom('north', 'south'),
  unit: fc.constantFrom('health', 'civil', null),
  gone: fc.boolean(),
}), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 30 })

it('[FR1] [V4] for every audience a snapshot and the frames after it equal a later snapshot', () => {
  fc.assert(fc.property(histories, fc.nat(30), (history, cut) => {
    const server = new Board()
    const tail: Applied[] = history.map((steps, i) => {
      const changes = [...new Map(steps.map(({ kind, id, township, unit, gone }) => [`${kind}/${id}`, { kind, id, value: gone ? null : make(kind as 'issue', { id, ...kind !== 'zone' && kind !== 'counter' && { township }, ...kind === 'issue' && { unit } } as never) } as Change])).values()]
      const before = changes.map(change => server.get(change.kind, change.id))
      if (i < cut) {
        for (const change of changes) server.set(change)
      }
      return { commit: { seq: i + 1, id: `c${i}`, name: 'x', args: null, actor: 'a', at: 0, changes }, before }
    })
    const start = Math.min(cut, history.length)
    const mirrors = audiences.map((audience) => {
      const mirror = new Board()
      for (const [kind, all] of Object.entries(take({ board: server, epoch: 'e' }, audience).records)) {
        for (const value of all ?? []) mirror.set({ kind: kind as 'issue', id: value.id, value })
      }
      return mirror
    })
    for (const one of tail.slice(start)) {
      const before = one.commit.changes.map(change => server.get(change.kind, change.id))
      for (const change of one.commit.changes) server.set(change)
      audiences.forEach((audience, i) => seenBy(audience, [{ ...one, before }]).forEach(seen => seen.changes.forEach(change => mirrors[i]!.set(change))))
    }
    audiences.forEach((audience, i) => {
      for (const kind of kinds) {
        const truth = new Map([...server.all(kind)].filter(record => visible(audience, kind, record)).map(record => [record.id, record]))
        expect(new Map([...mirrors[i]!.all(kind)].map(record => [record.id, record]))).toEqual(truth)
      }
    })
  }), { numRuns: 200 })
})

it('[FR1] frames cover every seq once, in order, gathered when the board is busy', async () => {
  const authority = await Authority.open(memoryStore(), { facts, now: () => noon })
  const frames: Frame[] = []
  const stop = publish(authority, () => ['staff'], (_, frame) => frames.push(frame), 5)
  for (let i = 0; i < 40; i++) await authority.submit({ id: `c${i}`, name: 'announce', args: { announcement: `a${i}`, text: 'x' } }, who.coordinator)
  await expect.poll(() => frames.at(-1)?.to).toBe(40)
  stop()
  expect(frames[0]).toMatchObject({ from: 0 })
  frames.slice(1).forEach((frame, i) => expect(frame.from).toBe(frames[i]!.to))
  expect(frames.flatMap(frame => frame.commits.map(commit => commit.seq))).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
  expect(frames.length).toBeLessThan(40)
})
