import { expect, it } from 'vitest'
import { Authority } from '../../server/board/authority.ts'
import { rememberFirst } from '../../server/board/first-to-settle.ts'
import { scheduler } from '../../server/board/scheduler.ts'
import { memoryStore } from '../../server/board/store-memory.ts'
import { overdue } from '../../shared/issues/steps.ts'
import { dueClearing } from '../../shared/settled.ts'
import { facts, hour, noon, who } from '../support/given.ts'

/** A board with one issue assigned to a unit, and a clock set by hand. */
async function desk() {
  const clock = { now: noon }
  const store = memoryStore()
  const now = () => clock.now
  const open = () => Authority.open(store, { facts, now })
  const authority = await open()
  let n = 0
  const act = (name: string, args: object) => authority.submit({ id: `c${++n}`, name, args }, who.admin)
  await act('openIncident', { code: '1', name: 'x', phase: 'emergency', drill: true, startedAt: noon })
  await act('reportIssue', { issue: 'i1', title: 'no gloves', aspect: 'safety', severity: 'immediate', township: 'north', lng: -20, lat: 64.5, unit: 'health' })
  await act('advanceIssue', { issue: 'i1', from: 'found', to: 'told' })
  return { clock, store, authority, open, now }
}

it('[NT1] [F31] when a deadline passes, the light turns red, unit and leader get one notice each, and the overdue count rises by one', async () => {
  const { clock, store, authority } = await desk()
  const timer = scheduler(authority, store, { facts })
  const late = () => [...authority.board.all('issue')].filter(issue => overdue(issue, clock.now)).length
  const given = () => [...authority.board.all('notice')].map(notice => notice.rule).sort()
  await timer.look()
  expect([late(), given()]).toEqual([0, ['told']])
  clock.now += facts.hours.immediate * hour + 1
  await timer.look()
  await timer.look()
  expect([late(), given()]).toEqual([1, ['late', 'lateLeader', 'told']])
  await timer.stop()
})

it('[NT1] two servers on one store give each notice once', async () => {
  const { clock, store, authority, open } = await desk()
  const other = await open()
  clock.now += 7 * hour
  const timers = [scheduler(authority, store, { facts }), scheduler(other, store, { facts })]
  await Promise.all(timers.map(timer => timer.look()))
  clock.now += 60_000
  await Promise.all(timers.map(timer => timer.look()))
  await authority.catchUp()
  const notices = [...authority.board.all('notice')]
  expect(new Set(notices.map(notice => notice.id)).size).toBe(notices.length)
  expect(notices.map(notice => notice.rule).sort()).toEqual(['late', 'lateLeader', 'told'])
  await Promise.all(timers.map(timer => timer.stop()))
})

it('[SE2] the look for records that leave reads a kind only when one of its records may leave, and still clears each that does', async () => {
  const clock = { now: noon }
  const authority = await Authority.open(memoryStore(), { facts, now: () => clock.now })
  const { board } = authority
  const read: string[] = []
  const all = board.all.bind(board)
  board.all = (kind) => {
    read.push(kind)
    return all(kind)
  }
  let n = 0
  const act = (name: string, args: object) => authority.submit({ id: `d${++n}`, name, args }, who.admin)
  await act('openIncident', { code: '1', name: 'x', phase: 'emergency', drill: true, startedAt: noon })
  const { first, stop } = rememberFirst(authority)
  const look = () => {
    read.length = 0
    return dueClearing(board, clock.now, facts, first).length
  }
  expect([look(), read.includes('zone')]).toEqual([0, true])
  clock.now += 60_000
  expect([look(), read]).toEqual([0, []])
  const zone = { zone: 'z1', name: 'z', level: 'control', ring: [[-20, 64.2], [-19.9, 64.2], [-19.9, 64.3]], validFrom: noon, validTo: null, reason: 'x', approver: 'y' }
  expect(await act('drawZone', zone)).toMatchObject({ ok: true })
  expect(await act('liftZone', { zone: 'z1', reason: 'over', approver: 'Ann', override: true })).toMatchObject({ ok: true })
  clock.now += 4 * 24 * hour
  expect([look(), read]).toEqual([0, []])
  clock.now += 1
  expect([look(), read]).toEqual([1, ['zone']])
  stop()
})
