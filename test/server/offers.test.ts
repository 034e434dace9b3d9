import { expect, it } from 'vitest'
import { Authority } from '../../server/board/authority.ts'
import { scheduler } from '../../server/board/scheduler.ts'
import { memoryStore } from '../../server/board/store-memory.ts'
import { facts, hour, noon, who } from '../support/given.ts'

const people = Array.from({ length: 8 }, (_, n) => ({ id: `v${n}`, role: 'volunteer' as const, approved: true }))
const [holder, ...others] = people

/** A full shift with one holder and seven people who wait, and a clock set by hand. */
async function desk() {
  const clock = { now: noon }
  const store = memoryStore()
  const open = () => Authority.open(store, { facts, now: () => clock.now })
  const authority = await open()
  let n = 0
  const act = (on: Authority, actor: typeof who.admin, name: string, args: object = { shift: 's1' }) => on.submit({ id: `c${++n}`, name, args }, actor)
  await act(authority, who.admin, 'openIncident', { code: '1', name: 'x', phase: 'emergency', drill: true, startedAt: noon })
  await act(authority, who.coordinator, 'openShift', { shift: 's1', title: 'gate', township: 'north', lng: 110, lat: 21, startsAt: noon + 24 * hour, endsAt: noon + 30 * hour, needed: 1 })
  await act(authority, holder!, 'claimShift')
  for (const one of others) await act(authority, one, 'joinWaitlist')
  return { clock, store, authority, open, act, shift: () => authority.board.get('shift', 's1')! }
}

it('[H7] [F63] when nobody answers, each is asked in turn, once, by two servers on one store too', async () => {
  const { clock, store, authority, open, act, shift } = await desk()
  const other = await open()
  const timers = [scheduler(authority, store, { facts }), scheduler(other, store, { facts })]
  await act(authority, holder!, 'releaseShift')
  const asked: string[] = []
  for (let round = 0; round < others.length; round++) {
    asked.push(shift().offers[0]!.person)
    await Promise.all(timers.map(timer => timer.look()))
    expect(shift().offers).toHaveLength(1)
    clock.now += hour + 60_000
    await Promise.all(timers.map(timer => timer.look()))
    await authority.catchUp()
  }
  expect(asked).toEqual(others.map(one => one.id))
  expect(shift()).toMatchObject({ claimedBy: [], offers: [], waitlist: [] })
  const told = [...authority.board.all('notice')].map(notice => `${notice.rule} ${notice.to.person}`).sort()
  expect(told).toEqual(others.flatMap(one => [`offerOver ${one.id}`, `offered ${one.id}`]).sort())
  await Promise.all(timers.map(timer => timer.stop()))
})

it('[H1] [H7] [F63] one place, and many who press at once on two servers: the person who was asked gets it, and nobody twice', async () => {
  const { authority, open, act, shift } = await desk()
  const other = await open()
  const strangers = Array.from({ length: 12 }, (_, n) => ({ id: `w${n}`, role: 'volunteer' as const, approved: true }))
  await act(authority, holder!, 'releaseShift')
  await other.catchUp()
  const answers = await Promise.all([...strangers, ...others].flatMap((one, n) => [act(n % 2 ? authority : other, one, 'claimShift'), act(n % 2 ? other : authority, one, 'claimShift')]))
  await authority.catchUp()
  expect(answers.filter(answer => answer.ok)).toHaveLength(1)
  expect(shift()).toMatchObject({ claimedBy: [others[0]!.id], offers: [], waitlist: others.slice(1).map(one => one.id) })
})

it('[H1] [H7] the answer and the end of its time race: either the person has the place, or the next is asked, never both', async () => {
  const { clock, store, authority, open, act, shift } = await desk()
  const other = await open()
  await act(authority, holder!, 'releaseShift')
  await other.catchUp()
  clock.now = shift().offers[0]!.until
  const timer = scheduler(other, store, { facts })
  const [answer] = await Promise.all([act(authority, others[0]!, 'claimShift'), Promise.resolve().then(() => clock.now++).then(() => timer.look())])
  await authority.catchUp()
  const { claimedBy, offers } = shift()
  expect([claimedBy, offers.map(one => one.person)]).toEqual(answer.ok ? [[others[0]!.id], []] : [[], [others[1]!.id]])
  await timer.stop()
})
