import type { Applied } from '../../server/board/applied.ts'
import type { Actor } from '../../shared/core/actor.ts'
import type { Change } from '../../shared/core/board.ts'
import type { Commit, Frame, Seen } from '../../shared/core/protocol.ts'
import type { AnyRecord, Kind } from '../../shared/records.ts'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { Authority } from '../../server/board/authority.ts'
import { readBack } from '../../server/board/read-back.ts'
import { memoryStore } from '../../server/board/store-memory.ts'
import { commitsFor, publish } from '../../server/line/frames.ts'
import { mayKnowName } from '../../shared/core/actor.ts'
import { Board } from '../../shared/core/board.ts'
import { audienceOf, visible } from '../../shared/core/sight.ts'
import { kinds } from '../../shared/kinds.ts'
import { facts, make, noon, who } from '../support/given.ts'
import { take } from '../support/taken.ts'

const audiences = ['staff', 'township:north', 'township:south', 'unit:health', 'volunteer', 'viewer', 'newcomer']
const applied = (changes: readonly Change[], before: Applied['before'] = changes.map(() => undefined)): Applied =>
  ({ commit: { seq: 1, id: 'c', name: 'x', args: { secret: 1 }, actor: 'ann', at: noon, changes }, before })
const issue = (more = {}) => make('issue', { id: 'i1', ...more })

it('[V1] [V2] [V3] each audience sees its kinds and no others', () => {
  const sees = (actor: Actor) => kinds.filter(kind => visible(audienceOf(actor), kind, make(kind, { id: 'x' } as never)))
  const all = kinds.filter(kind => kind !== 'counter' && kind !== 'postKey' && kind !== 'placeKey' && kind !== 'table')
  for (const actor of [who.coordinator, who.inspector, who.overseer, who.admin]) expect(sees(actor)).toEqual(all)
  const common = ['incident', 'place', 'issue', 'issueTotal', 'post', 'shift', 'shortage', 'zone', 'announcement', 'bulletin', 'correction', 'stock', 'delivery', 'pledge', 'marketDay', 'requirement', 'fulfilment', 'liftCondition', 'reopening', 'round', 'sampling', 'quarantine', 'batch', 'transfer']
  expect(sees(who.viewer)).toEqual(common)
  expect(sees(who.officer).sort()).toEqual([...common.filter(kind => kind !== 'bulletin' && kind !== 'issueTotal'), 'crew', 'move', 'headcount', 'slip', 'baseline', 'listWord', 'townshipCard', 'tube', 'grid', 'careCount', 'helpCount', 'selfReport', 'workPlan', 'exposure'].sort())
  expect(sees({ ...who.officer, township: 'south' })).toEqual(['incident', 'crew', 'zone', 'announcement', 'listWord', 'requirement', 'liftCondition', 'round'])
  expect(sees(who.unit)).toEqual(['incident', 'place', 'issue', 'shortage', 'zone', 'announcement', 'notice', 'letter', 'slip', 'correction', 'listWord', 'townshipCard', 'stock', 'move', 'delivery', 'pledge', 'headcount', 'marketDay', 'requirement', 'fulfilment', 'liftCondition', 'round', 'sampling', 'tube', 'quarantine', 'batch'])
  expect(visible('unit:civil', 'issue', issue())).toBe(false)
  expect(sees(who.volunteer)).toEqual(['incident', 'post', 'shift', 'crew', 'zone', 'announcement'])
  expect(sees({ ...who.volunteer, approved: false })).toEqual(['incident'])
})

it('[V4] a record that moves out of sight arrives as a removal; one that was never in sight does not arrive', () => {
  const moved = applied([{ kind: 'issue', id: 'i1', value: issue({ township: 'south' }) }], [issue()])
  expect(commitsFor('township:north', [moved])[0]?.changes).toEqual([{ kind: 'issue', id: 'i1', value: null }])
  expect(commitsFor('township:south', [moved])[0]?.changes[0]?.value).toMatchObject({ township: 'south' })
  expect(commitsFor('volunteer', [moved])).toEqual([])
})

it('[V5] counters and arguments never leave the server', () => {
  const counted = applied([{ kind: 'counter', id: 'issue', value: { id: 'issue', value: 3 } }, { kind: 'issue', id: 'i1', value: issue() }])
  for (const audience of audiences) {
    const text = JSON.stringify(commitsFor(audience, [counted]))
    expect(text).not.toContain('counter')
    expect(text).not.toContain('secret')
  }
})

it('[V4] [V11] a removal says only which record is gone; a command has its name only for readers who see its record', () => {
  const moved = applied([{ kind: 'issue', id: 'i1', value: issue({ township: 'south' }) }], [issue()])
  const named = (name: string, changes: readonly Change[], audience: string) => commitsFor(audience, [{ ...applied(changes), commit: { ...applied(changes).commit, name } }])[0]
  expect(commitsFor('township:north', [moved])).toEqual([{ seq: 1, changes: [{ kind: 'issue', id: 'i1', value: null }] }])
  const checkIn = [{ kind: 'place', id: 'p1', value: make('place', { inspectedAt: noon }) }, { kind: 'inspection', id: 'v1', value: make('inspection', { state: 'onSite', checkIn: { at: noon, lng: 110, lat: 21, accuracy: null, how: 'gps', proven: false, metres: 0, deviceAt: null, reason: '' } }) }] as const
  expect(named('checkIn', checkIn, 'township:north')).toMatchObject({ name: 'checkIn', at: noon, id: 'c' })
  expect(named('checkIn', checkIn, 'unit:health')).toEqual({ seq: 1, id: 'c', at: noon, changes: [checkIn[0]] })
  expect(named('noSuchCommand', checkIn, 'staff')).not.toHaveProperty('name')
  for (const audience of audiences) expect(JSON.stringify(commitsFor(audience, [moved]))).not.toContain('ann')
})

it('[V6] each role reads only the names it may know', () => {
  const officer = { ...who.officer, id: 'o2' }
  const known = (reader: Actor) => Object.values(who).filter(person => mayKnowName(reader, person)).map(person => person.role)
  expect(known(who.coordinator)).toEqual(Object.values(who).map(person => person.role))
  expect(known(who.volunteer)).toEqual(['volunteer'])
  expect(known(who.viewer)).toEqual(['viewer'])
  expect(known(who.contact)).toEqual(['contact'])
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

/** The changes of each commit, at most one for each record. */
const commitsOf = (history: readonly (readonly { kind: string, id: string, township: string, unit: string | null, gone: boolean }[])[]): Commit[] => history.map((steps, i) => {
  const value = ({ kind, id, township, unit }: (typeof steps)[number]) => make(kind as 'issue', { id, ...kind !== 'zone' && kind !== 'counter' && { township }, ...kind === 'issue' && { unit } } as never)
  const changes = new Map(steps.map(step => [`${step.kind}/${step.id}`, { kind: step.kind as Kind, id: step.id, value: step.gone ? null : value(step) }]))
  return { seq: i + 1, id: `c${i}`, name: 'x', args: null, actor: 'a', at: 0, changes: [...changes.values()] }
})

/** The records on a device that has just fetched the board. */
function fetched(board: Board, audience: string): Map<string, AnyRecord> {
  const { records } = take({ board, epoch: 'e' }, audience)
  return new Map(kinds.flatMap(kind => (records[kind] ?? []).map(record => [`${kind}/${record.id}`, record] as const)))
}

/** The records on it after these commits. A removal must name a record that is there. */
function followed(held: Map<string, AnyRecord>, commits: readonly Seen[]): Map<string, AnyRecord> {
  for (const { kind, id, value } of commits.flatMap(({ changes }) => changes)) {
    if (!value) expect(held.has(`${kind}/${id}`)).toBe(true)
    if (value) held.set(`${kind}/${id}`, value)
    else held.delete(`${kind}/${id}`)
  }
  return held
}

it('[FR1] [V4] for every audience a snapshot and the frames after it equal a later snapshot', () => {
  fc.assert(fc.property(histories, fc.nat(30), (history, cut) => {
    const server = new Board()
    const applied = commitsOf(history).map((commit) => {
      const before = commit.changes.map(({ kind, id }) => server.get(kind, id))
      for (const change of commit.changes) server.set(change)
      return { commit, before }
    })
    const start = new Board()
    for (const { commit } of applied.slice(0, cut)) commit.changes.forEach(change => start.set(change))
    for (const audience of audiences) expect(followed(fetched(start, audience), commitsFor(audience, applied.slice(cut)))).toEqual(fetched(server, audience))
  }), { numRuns: 200 })
})

it('[S6] [FR1] [V4] the same holds after a restart, from the log: nobody is told of the removal of a record they could not see', async () => {
  await fc.assert(fc.asyncProperty(histories, fc.nat(30), async (history, cut) => {
    const store = memoryStore()
    const commits = commitsOf(history)
    await store.append(commits)
    const authority = await Authority.open(store, { facts, now: () => noon })
    const start = new Board()
    for (const { changes } of commits.slice(0, cut)) changes.forEach(change => start.set(change))
    // Both ways: from the memory of the restarted server, and from a page of the log that begins there.
    for (const missed of [authority.since(Math.min(cut, commits.length)) ?? [], await readBack(store, await store.since(cut, 100))]) {
      for (const audience of audiences) expect(followed(fetched(start, audience), commitsFor(audience, missed))).toEqual(fetched(authority.board, audience))
    }
  }), { numRuns: 200 })
})

it('[UP1] an audience whose frame cannot be made has a gap; the others get theirs, and later frames come', async () => {
  const authority = await Authority.open(memoryStore(), { facts, now: () => noon })
  const bugs: unknown[] = []
  const frames: Frame[] = []
  const stop = publish(authority, {
    audiences: () => ['volunteer', 'staff'],
    person: () => undefined,
    frame(audience, frame) {
      if (audience === 'volunteer') throw new Error('a bug')
      frames.push(frame)
    },
    own: () => {},
    gather: 5,
    onBug: bug => bugs.push(bug),
  })
  for (let i = 0; i < 3; i++) {
    await authority.submit({ id: `c${i}`, name: 'announce', args: { announcement: `a${i}`, text: 'x' } }, who.coordinator)
    await expect.poll(() => frames.at(-1)?.to).toBe(i + 1)
  }
  stop()
  expect(bugs).toHaveLength(frames.length)
})

it('[FR1] frames cover every seq once, in order, gathered when the board is busy', async () => {
  const authority = await Authority.open(memoryStore(), { facts, now: () => noon })
  const frames: Frame[] = []
  const stop = publish(authority, { audiences: () => ['staff'], person: () => undefined, frame: (_, frame) => void frames.push(frame), own: () => {}, gather: 5, onBug: error => expect(error).toBe(null) })
  for (let i = 0; i < 40; i++) await authority.submit({ id: `c${i}`, name: 'announce', args: { announcement: `a${i}`, text: 'x' } }, who.coordinator)
  await expect.poll(() => frames.at(-1)?.to).toBe(40)
  stop()
  expect(frames[0]).toMatchObject({ from: 0 })
  frames.slice(1).forEach((frame, i) => expect(frame.from).toBe(frames[i]!.to))
  expect(frames.flatMap(frame => frame.commits.map(commit => commit.seq))).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
  expect(frames.length).toBeLessThan(40)
})

it('[FR4] if sending takes long, frames come less often, but at least every ten waits', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  try {
    const authority = await Authority.open(memoryStore(), { facts, now: () => noon })
    let costs = 30
    const frames: Frame[] = []
    const stop = publish(authority, { audiences: () => ['staff'], person: () => undefined, frame(_, frame) {
      frames.push(frame)
      vi.advanceTimersByTime(costs)
    }, own: () => {}, gather: 20, onBug: error => expect(error).toBe(null) })
    let n = 0
    const change = () => authority.submit({ id: `c${n++}`, name: 'addPlace', args: { place: `p${n}`, name: 'x', kind: 'school', township: 'north', lng: 110.1, lat: 21.5 } }, who.coordinator)
    await change()
    await change()
    vi.advanceTimersByTime(59)
    expect(frames).toHaveLength(1)
    costs = 1000
    vi.advanceTimersByTime(1)
    expect(frames).toHaveLength(2)
    await change()
    vi.advanceTimersByTime(199)
    expect(frames).toHaveLength(2)
    vi.advanceTimersByTime(1)
    expect(frames).toHaveLength(3)
    stop()
  } finally {
    vi.useRealTimers()
  }
})
