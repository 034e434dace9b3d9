import type { Key } from '../../client/sync/confirmed.ts'
import type { Command } from '../../shared/core/command.ts'
import type { Frame, Seen } from '../../shared/core/protocol.ts'
import { beforeEach, expect, it } from 'vitest'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { facts, make, noon, who } from '../support/given.ts'

let replica: Replica
let changed: Key[] = []

beforeEach(() => {
  changed = []
  replica = new Replica({ rules, actor: who.volunteer, facts, now: () => noon, onChange: keys => changed.push(...keys) })
  replica.load({ epoch: 'e', seq: 5, records: { shift: [make('shift', { id: 's1', needed: 1 }), make('shift', { id: 's2', startsAt: noon + 9e7, endsAt: noon + 9.1e7 })] } })
  changed = []
})

const claim = (shift = 's1', id = `claim-${shift}`): Command => ({ id, name: 'claimShift', args: { shift } })
const held = (by: readonly string[], id = 's1') => make('shift', { id, needed: 1, claimedBy: [...by] })
const commit = (seq: number, id: string, value = held(['ben'])): Seen => ({ seq, id, name: 'claimShift', at: noon, changes: [{ kind: 'shift', id: value.id, value }] })
const frame = (from: number, ...commits: Seen[]): Frame => ({ epoch: 'e', from, to: commits.at(-1)?.seq ?? from, commits })
const holders = (id = 's1') => replica.get('shift', id)?.claimedBy

it('[D1] a command is shown at once and queued; the confirmed records stay as the server sent them', () => {
  replica.dispatch(claim())
  expect(holders()).toEqual(['ben'])
  expect(replica.confirmed.get('shift', 's1')?.claimedBy).toEqual([])
  expect(replica.queue.map(one => one.command.id)).toEqual(['claim-s1'])
  expect(changed).toEqual(['shift/s1'])
})

it('[D1] a refused command is neither shown nor queued, and names its reason', () => {
  replica.dispatch(claim())
  expect(() => replica.dispatch(claim('s1', 'again'))).toThrow(new Rejection('already_claimed'))
  expect(() => replica.preview(claim('s9'))).toThrow(new Rejection('not_found', 'shift/s9'))
  expect(replica.queue).toHaveLength(1)
})

it('[D1] the commit of a queued command removes it from the queue and reports its record as changed', () => {
  replica.dispatch(claim())
  changed = []
  expect(replica.receive(frame(5, commit(6, 'claim-s1')))).toBe(true)
  expect([replica.queue.length, replica.seq]).toEqual([0, 6])
  expect(holders()).toEqual(['ben'])
  expect(changed).toEqual(['shift/s1'])
})

it('[D1] [F62] after the commit of another person the queue is replayed, and a command that is no longer valid has no effect', () => {
  replica.dispatch(claim())
  replica.dispatch(claim('s2'))
  replica.receive(frame(5, commit(6, 'theirs', held(['cat']))))
  expect([holders(), holders('s2')]).toEqual([['cat'], ['ben']])
  expect(replica.queue).toHaveLength(2)
})

it('[D2] a refused command leaves the view, and the commands after it are replayed without it', () => {
  replica.dispatch(claim())
  replica.dispatch(claim('s2'))
  changed = []
  replica.drop('claim-s1')
  expect([holders(), holders('s2')]).toEqual([[], ['ben']])
  expect(changed).toContain('shift/s1')
})

it('[D1] a command with a receipt is shown until its frame comes, then it leaves the queue', () => {
  replica.dispatch(claim())
  replica.accepted('claim-s1', 7)
  expect(replica.queue[0]).toMatchObject({ accepted: 7 })
  replica.receive(frame(5, { ...commit(6, 'x', held([])), changes: [] }))
  expect(replica.queue).toHaveLength(1)
  replica.receive(frame(6, commit(7, 'claim-s1')))
  expect(replica.queue).toEqual([])
})

it('[D1] a receipt after the frame, or for a change that this audience does not see, empties the queue', () => {
  replica.dispatch(claim())
  replica.receive(frame(5, commit(6, 'other', held(['ben']))))
  replica.accepted('claim-s1', 6)
  expect(replica.queue).toEqual([])
  replica.dispatch(claim('s2'))
  replica.accepted('claim-s2', 8)
  replica.receive({ epoch: 'e', from: 6, to: 8, commits: [] })
  expect(replica.queue).toEqual([])
})

it('[D5] late duplicates, whole or in part, change nothing', () => {
  const first = frame(5, commit(6, 'a', held(['cat'])))
  replica.receive(first)
  replica.receive(frame(6, commit(7, 'b', held(['dan']))))
  changed = []
  expect(replica.receive(first)).toBe(true)
  expect(replica.receive(frame(5, commit(6, 'a', held(['cat'])), commit(7, 'b', held(['dan']))))).toBe(true)
  expect([holders(), replica.seq, changed]).toEqual([['dan'], 7, []])
  replica.receive(frame(5, commit(6, 'a', held(['cat'])), commit(7, 'b', held(['dan'])), commit(8, 'c', held([]))))
  expect([holders(), replica.seq]).toEqual([[], 8])
})

it('[FR2] frames after a gap or from another history are not applied', () => {
  expect(replica.receive(frame(6, commit(7, 'a')))).toBe(false)
  expect(replica.receive({ ...frame(5, commit(6, 'a')), epoch: 'other' })).toBe(false)
  expect([replica.seq, holders()]).toEqual([5, []])
})

it('[FR1] a frame without changes for this audience still advances its position', () => {
  expect(replica.receive({ epoch: 'e', from: 5, to: 9, commits: [] })).toBe(true)
  expect(replica.seq).toBe(9)
})

it('[V4] a removal takes the record out of the view, also for commands queued on it', () => {
  replica.dispatch(claim())
  replica.receive(frame(5, { ...commit(6, 'x'), changes: [{ kind: 'shift', id: 's1', value: null }] }))
  expect(replica.get('shift', 's1')).toBeUndefined()
  expect([...replica.all('shift')].map(one => one.id)).toEqual(['s2'])
  expect(replica.queue).toHaveLength(1)
})

it('[FR2] [D7] on a new board missing records go, the queue is replayed, and every difference is reported', () => {
  replica.dispatch(claim('s2'))
  changed = []
  replica.load({ epoch: 'e', seq: 9, records: { shift: [make('shift', { id: 's2', startsAt: noon + 9e7, endsAt: noon + 9.1e7 })], zone: [make('zone', { id: 'z1' })] } })
  expect([replica.seq, replica.get('shift', 's1'), holders('s2')]).toEqual([9, undefined, ['ben']])
  expect(new Set(changed)).toEqual(new Set(['shift/s1', 'shift/s2', 'zone/z1']))
})

it('[FR2] a kind without records on the new board is reported as removed', () => {
  replica.load({ epoch: 'e', seq: 9, records: {} })
  expect(new Set(changed)).toEqual(new Set(['shift/s1', 'shift/s2']))
  expect([...replica.all('shift')]).toEqual([])
})

it('[D1] a snapshot contains every command accepted before it', () => {
  replica.dispatch(claim('s1'))
  replica.dispatch(claim('s2'))
  replica.accepted('claim-s1', 7)
  replica.accepted('claim-s2', 9)
  replica.load({ epoch: 'e', seq: 8, records: { shift: [held(['ben']), held([], 's2')] } })
  expect(replica.queue.map(one => one.command.id)).toEqual(['claim-s2'])
})

it('[D7] a command that another history accepted waits to be sent again', () => {
  replica.dispatch(claim())
  replica.accepted('claim-s1', 900)
  replica.load({ epoch: 'restored', seq: 3, records: { shift: [held([])] } })
  expect(replica.queue).toEqual([{ command: claim(), at: noon }])
  expect(holders()).toEqual(['ben'])
})

it('[D7] commands queued in an earlier session come before those of this session, each once', () => {
  replica.dispatch(claim('s2'))
  replica.restore([{ command: claim(), at: noon }, { command: claim('s2'), at: noon }])
  expect(replica.queue.map(one => one.command.id)).toEqual(['claim-s1', 'claim-s2'])
  expect([holders(), holders('s2')]).toEqual([['ben'], ['ben']])
})

it('[D1] a queued command is judged at the time it was made, not when it is replayed', () => {
  let now = noon
  const late = new Replica({ rules, actor: who.volunteer, facts, now: () => now })
  late.load({ epoch: 'e', seq: 1, records: { shift: [make('shift', { id: 's1', endsAt: noon + 1000, startsAt: noon })] } })
  late.dispatch(claim())
  now = noon + 5000
  late.receive({ epoch: 'e', from: 1, to: 2, commits: [] })
  expect(late.get('shift', 's1')?.claimedBy).toEqual(['ben'])
})

it('[D8] a command is not judged again while the view is unchanged', () => {
  let now = noon
  const page = new Replica({ rules, actor: who.volunteer, facts, now: () => now })
  page.load({ epoch: 'e', seq: 1, records: { shift: [make('shift', { id: 's1', startsAt: noon, endsAt: noon + 1000 })] } })
  const judged = page.judge(claim())
  expect(page.queue).toEqual([])
  now = noon + 5000 // by now the shift is over
  expect(page.dispatch(claim(), judged)).toEqual({ command: claim(), at: noon })
  expect(page.get('shift', 's1')?.claimedBy).toEqual(['ben'])
})

it('[D8] a command is judged again after the view has changed: by a frame, by another command, by another role', () => {
  const first = replica.judge(claim())
  replica.receive(frame(5, commit(6, 'theirs', held(['zoe']))))
  expect(() => replica.dispatch(claim(), first)).toThrow(new Rejection('shift_full'))

  const twice = replica.judge(claim('s2'))
  replica.dispatch(claim('s2', 'first'))
  expect(() => replica.dispatch(claim('s2'), twice)).toThrow(new Rejection('already_claimed'))

  replica.drop('first')
  const before = replica.judge(claim('s2'))
  replica.become({ ...who.volunteer, approved: false })
  expect(() => replica.dispatch(claim('s2'), before)).toThrow(new Rejection('not_approved'))
  expect(replica.queue).toEqual([])
})

it('[SE3] a settled record stays off the board when it is changed after it left, and when a kept board still has it', () => {
  const before = noon - 9e7
  const incident = make('incident', { cleared: { inspection: before } })
  const old = make('inspection', { id: 'v1', state: 'done', finishedAt: before - 1 })
  const page = new Replica({ rules, actor: who.coordinator, facts, now: () => noon, onChange: keys => changed.push(...keys) })
  page.load({ epoch: 'e', seq: 5, records: { incident: [incident], inspection: [old, make('inspection', { id: 'v2', state: 'done', finishedAt: before })] } })
  const seen = () => [...page.all('inspection')].map(({ id }) => id)
  expect(seen()).toEqual(['v2'])
  page.receive({ epoch: 'e', from: 5, to: 6, commits: [{ seq: 6, changes: [{ kind: 'inspection', id: 'v1', value: { ...old, note: 'later' } }] }] })
  expect(seen()).toEqual(['v2'])
  changed = []
  page.receive({ epoch: 'e', from: 6, to: 7, commits: [{ seq: 7, changes: [{ kind: 'incident', id: 'incident', value: { ...incident, cleared: { inspection: before + 1 } } }] }] })
  expect([seen(), changed]).toEqual([[], expect.arrayContaining(['inspection/v2'])])
  expect(page.snapshot().records.inspection).toEqual([])
})

it('[LD10] a fetched board has no parts of its person until they come; a kept one has them, and another history has none again', () => {
  expect(replica.partsHere).toBe(false)
  replica.own([])
  expect(replica.partsHere).toBe(true)
  const kept = new Replica({ rules, actor: who.volunteer, facts, now: () => noon })
  kept.load(replica.snapshot())
  expect(kept.partsHere).toBe(true)
  const { own: _, ...fetched } = replica.snapshot()
  replica.load(fetched)
  expect(replica.partsHere).toBe(true)
  replica.load({ ...fetched, epoch: 'other' })
  expect(replica.partsHere).toBe(false)
})
