import type { PairedScreen, Pairing } from '../../shared/incident/screens.ts'
import { expect, it } from 'vitest'
import { codeLasts } from '../../server/people/pairings.ts'
import { screens as openScreens } from '../../server/people/screens.ts'
import { audienceOf } from '../../shared/core/sight.ts'
import { usualTurns } from '../../shared/incident/screens.ts'
import { desk } from '../support/people-desk.ts'
import { runningBoard, until } from '../support/running-board.ts'

const settings = { name: '一楼大厅', incident: 'first', turns: [{ view: 'map', seconds: 20 }, { view: 'feed', seconds: 5 }] } as const
const notThis = (code: string) => code === '00000000' ? '00000001' : '00000000'
function wall() {
  const at = desk()
  return { ...at, screens: openScreens(at.database, at.people, () => at.clock.at) }
}

it('[F75] [WL1] a code works once and for five minutes; the screen gets its session once', () => {
  const { screens, clock, people } = wall()
  const [first, late] = [screens.begin(), screens.begin()]
  expect(first.code).toMatch(/^\d{8}$/)
  expect(screens.signIn(first.secret, {})).toBeNull()
  expect(() => screens.pair('a', notThis(first.code), settings)).toThrow('not_found')
  const id = screens.pair('a', first.code, settings)
  expect(() => screens.pair('a', first.code, settings)).toThrow('not_found')
  expect(people.actor(screens.signIn(first.secret, {})!)).toEqual({ id, role: 'viewer' })
  expect(() => screens.signIn(first.secret, {})).toThrow('not_found')
  clock.at += codeLasts
  expect(() => screens.pair('a', late.code, settings)).toThrow('not_found')
  expect(() => screens.signIn(late.secret, {})).toThrow('not_found')
})

it('[F75] [WL2] [WL3] a screen is no person: no link, no other role, not listed, never enabled again; every act is written down', () => {
  const { screens, clock, people, database } = wall()
  const { code, secret } = screens.begin()
  const id = screens.pair('a', code, settings)
  const token = screens.signIn(secret, {})!
  for (const act of [() => people.invite(id, 1), () => people.change('a', id, { role: 'admin' }), () => people.change('a', id, { name: 'x' })]) expect(act).toThrow('not_found')
  expect(people.list()).toEqual([])
  expect(screens.list()).toEqual([{ id, ...settings, pairedAt: clock.at, seenAt: null, device: '' }])
  clock.at += 1000
  expect(screens.settings(id, '1920 × 1080')).toEqual(settings)
  screens.change('a', id, { ...settings, name: '二楼', turns: usualTurns })
  expect(screens.list()).toMatchObject([{ name: '二楼', turns: usualTurns, seenAt: clock.at, device: '1920 × 1080' }])
  screens.revoke('a', id)
  expect([people.actor(token), screens.list()]).toEqual([null, []])
  for (const act of [() => people.enable('a', id), () => screens.revoke('a', id), () => screens.change('a', id, settings), () => screens.settings(id, '1920 × 1080')]) expect(act).toThrow('not_found')
  expect(database.raw.prepare('select reader, act from reading order by id').all()).toEqual([{ reader: 'a', act: 'add' }, { reader: id, act: 'sign_in' }, { reader: 'a', act: 'change' }, { reader: 'a', act: 'disable' }])
})

it('[F75] [WL1] [WL3] over HTTP headquarters alone pairs; after ten wrong codes the right one is refused too, and another person may still enter it', async () => {
  const board = await runningBoard()
  const [kim, lee, ina] = [board.person({ role: 'coordinator' }), board.person({ role: 'admin' }), board.person({ role: 'inspector' })]
  const send = (person: Pick<typeof kim, 'fetch'>, path: string, body?: object) => person.fetch(`/api/screens${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, ...body && { body: JSON.stringify(body) } })
  const nobody = { fetch: (path: string, more: RequestInit = {}) => fetch(`${board.origin()}${path}`, { ...more, headers: { origin: board.origin(), ...more.headers } }) }
  const { code, secret } = await (await send(nobody, '/pairing')).json() as Pairing
  expect([(await send(ina, '', { code, ...settings })).status, (await ina.fetch('/api/screens')).status, (await kim.fetch('/api/screens/mine?device=1%20×%201')).status]).toEqual([403, 403, 403])
  for (const bad of [{ turns: [] }, { incident: 'nothing' }, { turns: [...settings.turns, settings.turns[0]] }, { turns: [{ view: 'map', seconds: 4 }] }, { name: '' }, { code: '1' }, { role: 'admin' }]) expect((await send(kim, '', { code, ...settings, ...bad })).status, JSON.stringify(bad)).toBe(400)
  for (let i = 0; i < 10; i++) expect((await send(kim, '', { code: notThis(code), ...settings })).status).toBe(404)
  expect((await send(kim, '', { code, ...settings })).status).toBe(429)
  const { id } = await (await send(lee, '', { code: `${code.slice(0, 4)} ${code.slice(4)}`, ...settings })).json() as { id: string }
  const paired = await send(nobody, '/pairing/session', { secret })
  const cookie = paired.headers.getSetCookie()[0]!.split(';')[0]!
  expect(await paired.json()).toEqual({ paired: true })
  expect(await (await fetch(`${board.origin()}/api/screens/mine?device=1920%20×%201080`, { headers: { cookie } })).json()).toEqual(settings)
  expect(await (await kim.fetch('/api/screens')).json() as PairedScreen[]).toMatchObject([{ id, device: '1920 × 1080' }])

  const screen = board.page({ actor: { id, role: 'viewer' }, cookie })
  await screen.live()
  expect(audienceOf(screen.replica.actor)).toBe('viewer')
  expect((await send(lee, `/${id}/revoke`)).status).toBe(204)
  await until(() => screen.state() === 'signedOut')
  expect((await fetch(`${board.origin()}/api/i/first/board`, { headers: { cookie } })).status).toBe(401)
  let asked = 1
  while ((await send(nobody, '/pairing')).status === 201) asked++
  expect(asked).toBe(30)
  expect(board.bugs).toEqual([])
})
