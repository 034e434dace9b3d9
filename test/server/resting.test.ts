import type { Store } from '../../server/board/store.ts'
import type { Command } from '../../shared/core/command.ts'
import type { Commit } from '../../shared/core/protocol.ts'
import { expect, it } from 'vitest'
import { Authority } from '../../server/board/authority.ts'
import { kept } from '../../server/board/kept.ts'
import { memoryStore } from '../../server/board/store-memory.ts'
import { Board } from '../../shared/core/board.ts'
import { facts, noon, who } from '../support/given.ts'
import { runningBoard, until } from '../support/running-board.ts'

let n = 0
const add = (place: string, id = `c${++n}`): Command => ({ id, name: 'addPlace', args: { place, name: place, kind: 'school', township: 'north', lng: 1, lat: 2 } })
const opening: Command = { id: 'open', name: 'openIncident', args: { code: '0501', name: 'x', phase: 'emergency', drill: false, startedAt: noon } }
const open = (store: Store) => Authority.open(store, { facts, now: () => noon })
const places = ({ board }: Authority) => [...board.all('place')].map(({ id }) => id)

/** A board with an incident and a place. */
async function begun(store: Store = memoryStore()): Promise<Authority> {
  const authority = await open(store)
  for (const [command, actor] of [[opening, who.admin], [add('p1'), who.coordinator]] as const) expect(await authority.submit(command, actor)).toMatchObject({ ok: true })
  return authority
}

it('[E11] a board at rest has its incident, decides as before, and tells what is newest once somebody comes', async () => {
  const authority = await begun()
  const heard: number[] = []
  authority.onApplied(applied => void heard.push(...applied.map(({ commit }) => commit.seq)))
  authority.board.rest()
  expect(authority.board.get('incident', 'incident')?.code).toBe('0501')
  expect([authority.now(), authority.lastAt(), authority.board.seq, authority.board.resting]).toEqual([noon, noon, 2, true])
  expect(await authority.submit(add('p1'), who.coordinator)).toMatchObject({ ok: false, code: 'exists' })
  authority.board.rest()
  expect(await authority.submit(add('p2'), who.coordinator)).toMatchObject({ ok: true, seq: 3 })
  expect(places(authority)).toEqual(['p1', 'p2'])
  expect(heard).toEqual([3])

  authority.board.rest()
  expect(authority.since(1)).toBeNull()
  await authority.ready()
  expect(authority.board.resting).toBe(false)
  expect(authority.since(1)?.map(({ commit }) => commit.seq)).toEqual([2, 3])
})

it('[E11] [PG1] what others write while a board rests is there when it is read, and an older page that arrives then takes nothing back', async () => {
  const store = memoryStore()
  const theirs = await begun(store)
  let pages = async (found: Commit[]) => found
  const ours = await open({ ...store, since: async (seq, limit) => pages(await store.since(seq, limit)) })
  const rename = (base: string, name: string): Command => ({ id: `c${++n}`, name: 'editPlace', args: { place: 'p1', base: { name: base }, set: { name } } })
  expect(await theirs.submit(rename('p1', 'b'), who.coordinator)).toMatchObject({ ok: true })
  let goOn = () => {}
  const held = new Promise<void>(done => goOn = done)
  pages = async (found) => {
    await held
    return found
  }
  const catching = ours.catchUp()
  ours.board.rest()
  expect(await theirs.submit(rename('b', 'c'), who.coordinator)).toMatchObject({ ok: true })
  goOn()
  await catching
  expect([ours.board.seq, ours.board.get('place', 'p1')?.name]).toEqual([4, 'c'])
  expect(ours.since(3)).toBeNull()
})

it('[E11] what was worked out of a board is kept until it changes', () => {
  const board = new Board()
  let made = 0
  const figure = (name: string) => kept(board, name, () => ++made)
  expect([figure('a'), figure('a'), figure('b'), figure('a')]).toEqual([1, 1, 2, 1])
  board.seq++
  expect([figure('a'), figure('b')]).toEqual([3, 4])
  for (let i = 0; i < 3000; i++) figure(String(i))
  expect(figure('a')).toBe(3005)
})

it('[E11] [E9] the board of an incident that is over leaves the memory when nobody has it open, lists read none of it, and it is opened on demand; that of one that goes on stays', async () => {
  const running = await runningBoard({ bounds: { rest: { after: 0, every: 10 } } })
  const [admin, lead, mate] = [running.person({ role: 'admin' }), running.person({ role: 'coordinator' }), running.person({ role: 'volunteer' })]
  const id = await running.incidents.add({ code: '0701', name: 'Two', phase: 'emergency', drill: false, startedAt: 1 }, admin.actor)
  const { authority } = running.incidents.all().find(one => one.id === id)!
  expect(await authority.submit(add('p1'), lead.actor)).toMatchObject({ ok: true })
  const page = running.page(lead, id)
  await page.live()
  let reads = 0
  const wakes = authority.board.fill.bind(authority.board)
  authority.board.fill = (loaded) => {
    reads++
    return wakes(loaded)
  }
  page.do('endIncident', { reason: 'no case for 28 days' })
  await until(() => page.replica.queue.length === 0)
  // Somebody has it open.
  const rounds = authority.board.usedAt
  await until(() => authority.board.usedAt > rounds)
  expect(authority.board.resting).toBe(false)
  page.link.end()
  await until(() => authority.board.resting)
  expect(running.authority.board.resting).toBe(false)

  for (let i = 0; i < 2; i++) {
    expect(await (await lead.fetch('/api/incidents')).json()).toMatchObject([{ code: expect.any(String) }, { code: '0701', found: 0 }])
    await until(() => authority.board.resting)
    expect((await mate.fetch('/api/names?ids=x')).status).toBe(200)
    await until(() => authority.board.resting)
  }
  // Once for the list of this audience, once for the mates of this person.
  expect(reads).toBe(2)
  const shown = await (await lead.fetch(`/api/i/${id}/board`)).json() as { records: { place: { id: string }[] } }
  expect(shown.records.place.map(one => one.id)).toEqual(['p1'])
  expect(JSON.stringify(await (await lead.fetch(`/api/i/${id}/recent`)).json())).toContain('endIncident')
  const again = running.page(lead, id)
  await again.live()
  again.do('resumeIncident', { reason: 'a case was found' })
  await until(() => again.replica.queue.length === 0)
  expect(authority.board.get('incident', 'incident')?.ended).toBeNull()
  again.link.end()
  expect(running.bugs).toEqual([])
})
