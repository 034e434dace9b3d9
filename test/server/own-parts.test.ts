import type { Applied } from '../../server/board/applied.ts'
import type { Actor } from '../../shared/core/actor.ts'
import type { Change } from '../../shared/core/board.ts'
import type { Rejection } from '../../shared/core/rejection.ts'
import type { Notice, Post, Shift } from '../../shared/records.ts'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Replica } from '../../client/sync/replica.ts'
import { commitsFor, partsOf } from '../../server/line/frames.ts'
import { Board } from '../../shared/core/board.ts'
import * as rules from '../../shared/core/decide.ts'
import { decide } from '../../shared/core/decide.ts'
import { audienceOf, company } from '../../shared/core/sight.ts'
import { timelineStep } from '../../shared/core/telling.ts'
import { kinds } from '../../shared/kinds.ts'
import { ownParts, seenBy } from '../../shared/own-parts.ts'
import { facts, hour, make, noon, who } from '../support/given.ts'
import { runningBoard, until } from '../support/running-board.ts'
import { take } from '../support/taken.ts'

const people: readonly Actor[] = [who.volunteer, { id: 'cat', role: 'volunteer', approved: true }, { id: 'dan', role: 'volunteer', approved: false }, who.officer, { ...who.officer, id: 'sven', township: 'south' }, who.coordinator, who.viewer]
const ids = ['ben', 'cat', 'dan', 'sven', 'ann']
const came = (at = noon) => ({ in: { at, how: 'code' as const, late: 7, offline: false, confirmedBy: null }, out: null })
const listed = (replica: Replica) => Object.fromEntries(kinds.flatMap(kind => [...replica.all(kind)].map(value => [`${kind}/${value.id}`, value])))

/** The board this person gets when they open it now. */
function opened(board: Board, actor: Actor): Replica {
  const replica = new Replica({ rules, actor, facts })
  replica.load(take({ board, epoch: 'e' }, audienceOf(actor)))
  replica.own(ownParts(board, actor))
  return replica
}

const person = fc.constantFrom(...ids)
const some = fc.uniqueArray(person, { maxLength: 3 })
const shift = fc.record({
  id: fc.constantFrom('s1', 's2', 's3'),
  post: fc.constantFrom('g1', 'g1', 'g2'),
  start: fc.nat(3),
  claimedBy: some,
  present: some,
  over: some,
  swaps: fc.array(fc.tuple(person, person), { maxLength: 2 }),
  handover: fc.option(person, { freq: 2 }),
}).map(({ id, post, start, claimedBy, present, over, swaps, handover }) => ({ kind: 'shift', id, value: make('shift', {
  id,
  post,
  claimedBy,
  startsAt: noon + start * hour,
  endsAt: noon + (start + 1) * hour,
  presence: Object.fromEntries(present.map(one => [one, came()])),
  overrides: Object.fromEntries(over.map(one => [one, { by: 'ann', reason: `tired ${one}`, at: noon }])),
  swaps: swaps.map(([by, to]) => ({ by, to, for: null, at: noon })),
  handover: handover === null ? null : { text: 'keys', by: handover, at: noon, acknowledgedBy: null, acknowledgedAt: null },
}) }) satisfies Change)
const post = fc.record({ id: fc.constantFrom('g1', 'g2'), leader: fc.option(person) }).map(({ id, leader }) => ({ kind: 'post', id, value: make('post', { id, leader }) }) satisfies Change)
const notice = fc.record({ id: fc.constantFrom('n1', 'n2'), to: person, township: fc.constantFrom('north', 'south'), readBy: some }).map(({ id, to, township, readBy }) => ({ kind: 'notice', id: `${id}-${to}`, value: make('notice', { id: `${id}-${to}`, issue: null, shift: 's1', township, to: { role: null, unit: null, township: null, place: null, grid: null, person: to }, readBy }) }) satisfies Change)
const mates = some.map(all => all.map(person => ({ person, skills: ['swab'], trained: [] })))
const crew = fc.record({ id: fc.constantFrom('k1', 'k2'), leader: person, members: mates, asking: mates }).map(({ asking, ...one }) => ({ kind: 'crew', id: one.id, value: make('crew', { ...one, requests: asking.map(mate => ({ ...mate, at: noon })) }) }) satisfies Change)
const step = fc.oneof({ weight: 4, arbitrary: shift }, { weight: 2, arbitrary: post }, crew, notice) as fc.Arbitrary<Change>

it('[FR1] [V4] [V10] a person\'s snapshot, with the later frames and the parts sent to them alone, equals their later snapshot', () => {
  fc.assert(fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 14 }), fc.nat(6), (flushes, cut) => {
    const server = new Board()
    const pages = new Map<string, Replica>()
    flushes.forEach((steps, i) => {
      if (i === Math.min(cut, flushes.length - 1)) people.forEach(actor => pages.set(actor.id, opened(server, actor)))
      const from = server.seq
      // Some records of a frame come from the log of another process: equal, but other objects.
      const applied: Applied[] = steps.map((change) => {
        const before = [server.get(change.kind, change.id)]
        server.set(i % 2 ? structuredClone(change) : change)
        return { commit: { seq: ++server.seq, id: `c${server.seq}`, name: 'x', args: null, actor: 'a', at: 0, changes: [change] }, before }
      })
      const parts = partsOf({ board: server }, applied, id => people.find(one => one.id === id))
      for (const [id, page] of pages) {
        const frame = { epoch: 'e', from, to: server.seq, commits: commitsFor(audienceOf(page.actor), applied) }
        page.receive(structuredClone(frame), structuredClone(parts.get(id) ?? []))
        expect(listed(page), id).toEqual(listed(opened(server, page.actor)))
      }
    })
  }), { numRuns: 400 })
})

const g1: Post = make('post', { id: 'g1', leader: 'lea' })
const duty: Shift = make('shift', {
  id: 's1',
  post: 'g1',
  claimedBy: ['ben', 'cat'],
  presence: { ben: came(), cat: came() },
  overrides: { cat: { by: 'ann', reason: 'nobody else', at: noon } },
  swaps: [{ by: 'cat', to: 'eve', for: null, at: noon }],
  handover: { text: 'keys', by: 'cat', at: noon, acknowledgedBy: null, acknowledgedAt: null },
})
const after: Shift = make('shift', { id: 's2', post: 'g1', claimedBy: ['fay'], startsAt: duty.endsAt, endsAt: duty.endsAt + hour })
const note: Notice = make('notice', { id: 'n1', issue: null, shift: 's1', to: { role: null, unit: null, township: null, place: null, grid: null, person: 'cat' } })
function onBoard(): Board {
  const board = new Board()
  for (const [kind, value] of [['post', g1], ['shift', duty], ['shift', after], ['notice', note]] as const) board.set({ kind, id: value.id, value })
  return board
}
const volunteer = (id: string): Actor => ({ id, role: 'volunteer', approved: true })

it('[V10] check-ins, overrides, swaps, handovers and notices reach only the people they are about and planners; the post\'s leader sees check-ins and handovers', () => {
  const sees = (actor: Actor) => {
    const replica = opened(onBoard(), actor)
    const one = replica.get('shift', 's1')
    return one && { presence: Object.keys(one.presence), overrides: Object.keys(one.overrides), swaps: one.swaps.length, handover: one.handover?.text ?? null, notice: Boolean(replica.get('notice', 'n1')) }
  }
  const nothing = { presence: [], overrides: [], swaps: 0, handover: null, notice: false }
  const everything = { presence: ['ben', 'cat'], overrides: ['cat'], swaps: 1, handover: 'keys', notice: true }
  expect(sees(volunteer('zoe'))).toEqual(nothing)
  expect(sees(volunteer('ben'))).toEqual({ ...nothing, presence: ['ben'], handover: 'keys' })
  expect(sees(volunteer('cat'))).toEqual({ ...everything, presence: ['cat'] })
  expect(sees(volunteer('eve'))).toEqual({ ...nothing, swaps: 1 })
  expect(sees(volunteer('fay'))).toEqual({ ...nothing, handover: 'keys' })
  expect(sees(volunteer('lea'))).toEqual({ ...nothing, presence: ['ben', 'cat'], handover: 'keys' })
  expect(sees(who.officer)).toEqual(everything)
  expect(sees(who.coordinator)).toEqual(everything)
  // A wall screen counts the people there.
  expect(sees(who.viewer)).toEqual({ ...nothing, presence: ['ben', 'cat'] })
  expect(opened(onBoard(), who.viewer).get('shift', 's1')?.presence.ben?.in).toEqual({ at: duty.startsAt, how: 'leader', late: 0, offline: false, confirmedBy: null })
  expect(sees({ ...who.officer, township: 'south' })).toBeUndefined()
  expect(listed(opened(onBoard(), { ...volunteer('dan'), approved: false }))).toEqual({})
})

it('[V10] [H11] buttons decide as the server does, on the records each person has', () => {
  const running = make('shift', { ...duty, startsAt: noon - hour, endsAt: noon + hour, claimedBy: ['ben', 'cat', 'eve'], presence: { ben: { ...came(), in: { ...came().in, offline: true } } } })
  const board = onBoard()
  board.set({ kind: 'shift', id: 's1', value: running })
  const says = (actor: Actor, name: string, args: object) => {
    const page = new Replica({ rules, actor, facts, now: () => noon })
    page.load(take({ board, epoch: 'e' }, audienceOf(actor)))
    page.own(ownParts(board, actor))
    const answers = [() => page.preview({ id: 'c', name, args }), () => decide(board, { id: 'c', name, args }, { actor, facts, now: noon, real: noon })].map((ask) => {
      try {
        return ask().map(({ kind }) => kind).join()
      } catch (error) {
        return (error as Rejection).code
      }
    })
    expect(answers[0], `${actor.id} ${name}`).toBe(answers[1])
    return answers[0]
  }
  const tick = { shift: 's1', person: 'cat', as: 'in' }
  expect([volunteer('lea'), volunteer('cat'), volunteer('zoe'), who.officer].map(actor => says(actor, 'tickPresence', tick))).toEqual(['shift', 'forbidden', 'forbidden', 'shift'])
  expect(says(volunteer('lea'), 'tickPresence', { shift: 's1', person: 'ben', as: 'confirmed' })).toBe('shift')
  expect(says(volunteer('lea'), 'tickPresence', { shift: 's1', person: 'ben', as: 'in' })).toBe('exists')
  const near = { shift: 's1', at: noon, lng: running.lng, lat: running.lat }
  expect([says(volunteer('ben'), 'checkInShift', near), says(volunteer('eve'), 'checkInShift', near), says(volunteer('zoe'), 'checkInShift', near)]).toEqual(['exists', 'shift', 'not_claimed'])
  expect([says(volunteer('fay'), 'acknowledgeHandover', { shift: 's1' }), says(volunteer('cat'), 'writeHandover', { shift: 's1', text: 'x' }), says(volunteer('zoe'), 'writeHandover', { shift: 's1', text: 'x' })]).toEqual(['shift', 'shift', 'not_claimed'])
  expect([says(volunteer('cat'), 'withdrawSwap', { shift: 's1' }), says(volunteer('eve'), 'declineSwap', { shift: 's1', by: 'cat' }), says(volunteer('zoe'), 'declineSwap', { shift: 's1', by: 'cat' })]).toEqual(['shift', 'shift,notice', 'not_claimed'])
  expect([says(volunteer('zoe'), 'claimShift', { shift: 's2' }), says(volunteer('ben'), 'releaseShift', { shift: 's1' })]).toEqual(['shift', 'shift'])
})

it('[V10] [H9] a request to join a team is seen by its leader and the applicant, members\' skills by the leader alone', () => {
  const team = make('crew', { id: 'k1', leader: 'lea', members: ['lea', 'ben'].map(person => ({ person, skills: ['swab'], trained: ['suit'] })), requests: [{ person: 'cat', skills: ['swab'], trained: [], at: noon }] })
  const board = new Board()
  board.set({ kind: 'crew', id: 'k1', value: team })
  const sees = (actor: Actor) => {
    const one = opened(board, actor).get('crew', 'k1')
    return one && [one.members.flatMap(({ skills }) => skills).length, one.requests.map(({ person }) => person)]
  }
  expect(['lea', 'ben', 'cat', 'zoe'].map(id => sees(volunteer(id)))).toEqual([[2, ['cat']], [0, []], [0, ['cat']], [0, []]])
  expect(sees(who.coordinator)).toEqual([2, ['cat']])
})

it('[V10] a notice to one person is opened by them and by whoever sees all of them, and by nobody else', () => {
  const reads = (actor: Actor) => seenBy(onBoard(), actor, 'notice', note) !== null
  expect([volunteer('cat'), volunteer('zoe'), volunteer('ben'), who.viewer, who.coordinator].map(reads)).toEqual([true, false, false, false, true])
})

it('[V7] [V9] somebody who waits for approval learns nothing of who is there, a volunteer how many, and staff who', () => {
  expect(['newcomer', 'volunteer', 'staff'].map(company)).toEqual(['nothing', 'count', 'names'])
})

it('[V10] other volunteers are not told of a check-in: neither who made it nor when', () => {
  const value = { ...duty, presence: { ...duty.presence, eve: came() } }
  const applied: Applied = { commit: { seq: 1, id: 'c', name: 'checkInShift', args: {}, actor: 'eve', at: noon, changes: [{ kind: 'shift', id: 's1', value }] }, before: [duty] }
  expect(commitsFor('volunteer', [applied])).toEqual([])
  expect(commitsFor('township:north', [applied])).toHaveLength(1)
})

it('[V10] [V11] a check-in is not in the timeline that other volunteers read', () => {
  const value = { ...duty, presence: { ...duty.presence, eve: came() } }
  const commit = { seq: 1, id: 'c', name: 'checkInShift', args: {}, actor: 'eve', at: noon, changes: [{ kind: 'shift' as const, id: 's1', value }] }
  expect(timelineStep('volunteer', commit, 'shift', 's1', duty)).toBeNull()
  expect(timelineStep('staff', commit, 'shift', 's1', duty)).toMatchObject({ name: 'checkInShift', actor: 'eve' })
})

it('[V9] [V10] over the wire, the check-ins and notices of others never reach a volunteer, and no cached board holds them', async () => {
  const board = await runningBoard()
  const [ann, ben, cat] = [board.person({ role: 'coordinator' }), board.person({ role: 'volunteer' }), board.person({ role: 'volunteer' })]
  const dan = board.person({ role: 'volunteer', approved: false })
  const [desk, mine, other, waits] = [ann, ben, cat, dan].map(one => board.page(one))
  const heard: string[] = []
  for (const page of [other!, waits!]) page.socket.onAny((...args) => heard.push(JSON.stringify(args)))
  await Promise.all([desk, mine, other, waits].map(page => page!.live()))
  const at = { township: 'north', lng: -20, lat: 64 }
  desk!.do('openShift', { shift: 's', title: 'Gate', ...at, startsAt: Date.now() - 1000, endsAt: Date.now() + hour, needed: 2 })
  await until(() => mine!.replica.get('shift', 's'))
  desk!.do('assignShift', { shift: 's', person: ben.actor.id, reason: '' })
  await until(() => [...mine!.replica.all('notice')].length === 1)
  mine!.do('checkInShift', { shift: 's', at: Date.now(), lng: -20, lat: 64 })
  await until(() => desk!.replica.get('shift', 's')?.presence[ben.actor.id] && mine!.vault.kept.size === 0)
  await until(() => other!.replica.seq === desk!.replica.seq && waits!.replica.seq === desk!.replica.seq)
  expect(mine!.replica.confirmed.get('shift', 's')?.presence[ben.actor.id]?.in?.how).toBe('position')
  expect(other!.replica.get('shift', 's')).toMatchObject({ claimedBy: [ben.actor.id], presence: {} })
  expect([...other!.replica.all('notice'), ...waits!.replica.all('shift')]).toEqual([])
  expect(heard.join('')).not.toMatch(/checkInShift|placeGiven|"position"/)

  const snapshot = async (one: typeof ann, tag?: string) => await one.fetch('/api/i/first/board', { headers: tag ? { 'if-none-match': tag } : {} })
  const [first, second] = [await snapshot(ben), await snapshot(cat)]
  expect(await first.text()).toBe(await second.text())
  expect((await snapshot(ben, first.headers.get('etag')!)).status).toBe(304)
  expect((await snapshot(dan, first.headers.get('etag')!)).status).toBe(200)
  expect(await (await snapshot(dan)).json()).toMatchObject({ audience: 'newcomer', records: { incident: [{ id: 'incident' }] } })
  expect(Object.keys((await (await snapshot(dan)).json()).records as object)).toEqual(['incident'])
  expect(waits!.online()).toBe(0)
  expect(board.bugs).toEqual([])
})

it('[V6] [H9] an applicant reads no name of the team until its leader has accepted; a lone member reads none', async () => {
  const board = await runningBoard()
  const [lea, ben, eve] = [board.person({ role: 'volunteer' }), board.person({ role: 'volunteer' }), board.person({ role: 'volunteer' })]
  const does = async (one: typeof lea, name: string, args: object) => expect(await board.authority.submit({ id: randomUUID(), name, args }, one.actor)).toMatchObject({ ok: true })
  const ids = [lea, ben, eve].map(one => one.actor.id)
  const reads = async (one: typeof lea) => (await (await one.fetch(`/api/names?ids=${ids.join(',')}`)).json() as { id: string }[]).map(({ id }) => ids.indexOf(id)).sort()
  await does(lea, 'formCrew', { crew: 'k', name: 'x' })
  await does(ben, 'joinCrew', { crew: 'k' })
  await does(lea, 'acceptMember', { crew: 'k', person: ben.actor.id })
  await does(eve, 'joinCrew', { crew: 'k' })
  // The leader reads the applicant's name; the others do not, and the applicant reads no name.
  expect([await reads(lea), await reads(ben), await reads(eve)]).toEqual([[0, 1, 2], [0, 1], [2]])
  await does(lea, 'leaveCrew', { crew: 'k' })
  await does(ben, 'leaveCrew', { crew: 'k' })
  expect(await board.authority.submit({ id: randomUUID(), name: 'joinCrew', args: { crew: 'k' } }, eve.actor)).toMatchObject({ code: 'closed' })
  expect([await reads(lea), await reads(ben), await reads(eve)]).toEqual([[0], [1], [2]])
})
