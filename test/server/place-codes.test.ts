import { expect, it } from 'vitest'
import { placeCode } from '../../shared/register/place-code.ts'
import { runningBoard } from '../support/running-board.ts'

async function county() {
  const board = await runningBoard()
  const ann = board.person({ role: 'coordinator' })
  let n = 0
  const act = (name: string, args: object, actor = ann.actor) => board.authority.submit({ id: `c${++n}`, name, args }, actor)
  for (const [place, township] of [['p1', 'north'], ['p2', 'south'], ['p3', 'north']]) expect(await act('addPlace', { place, name: 'School', kind: 'school', township, lng: -20, lat: 64.5 })).toMatchObject({ ok: true })
  await act('retirePlace', { place: 'p3' })
  const ask = async (person: typeof ann, places: readonly string[]) => {
    const answer = await person.fetch('/api/i/first/places/codes', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ places }) })
    return { status: answer.status, body: await answer.json() as { codes?: { place: string, code: string }[], code?: string } }
  }
  return { board, ann, act, ask }
}

it('[INS7] [V5] [F14] only people who print posters get codes, for places they see; the keys are told to nobody', async () => {
  const { board, ann, ask } = await county()
  const { status, body } = await ask(ann, ['p1', 'p2'])
  expect([status, body.codes?.map(one => one.place)]).toEqual([200, ['p1', 'p2']])
  const key = board.authority.board.get('placeKey', 'p1')!.key
  expect(body.codes?.[0]?.code).toBe(placeCode(key, 'p1'))
  expect((await ask(ann, ['p2', 'p1'])).body.codes).toEqual([...body.codes!].reverse())
  const officer = board.person({ role: 'officer', township: 'north' })
  expect((await ask(officer, ['p1'])).body.codes).toEqual([body.codes![0]])
  for (const places of [['p2'], ['p1', 'p2'], ['p3'], ['p9']]) expect((await ask(officer, places)).status, String(places)).toBe(404)
  for (const role of ['inspector', 'unit', 'volunteer', 'viewer', 'overseer'] as const) expect((await ask(board.person({ role, unit: 'health' }), ['p1'])).status, role).toBe(403)
  for (const places of [[], Array.from({ length: 201 }, (_, i) => `p${i}`)]) expect((await ask(ann, places)).status).toBe(400)
  for (const way of ['/board', '/recent', '/log?after=0', '/history/place/p1']) expect(await (await ann.fetch(`/api/i/first${way}`)).text(), way).not.toContain(key)
  expect(board.bugs).toEqual([])
})

it('[INS1] [V8] [F14] from 150 km away, the number in an address does not prove presence; a void poster says so', async () => {
  const { board, act, ann, ask } = await county()
  const ina = board.person({ role: 'inspector' })
  const code = async () => (await ask(ann, ['p1'])).body.codes![0]!.code
  const first = await code()
  const start = (inspection: string, given: string) => act('startInspection', { inspection, place: 'p1', code: given, spot: { lng: -20, lat: 63.1, accuracy: 10 } }, ina.actor)
  expect(await start('v1', 'p1')).toMatchObject({ ok: false, code: 'old_poster' })
  expect(await start('v1', '000000000000')).toMatchObject({ ok: false, code: 'wrong_code' })
  expect(await start('v1', first)).toMatchObject({ ok: true })
  const holds = async (given: string) => ((await (await fetch(`${board.origin()}/api/i/first/line/p1`, { headers: { 'place-code': given } })).json()) as { holds: boolean }).holds
  expect([await holds(first), await holds(''), await holds('p1')]).toEqual([true, false, false])
  expect(await act('voidPlaceCode', { place: 'p1' })).toMatchObject({ ok: true })
  expect(await holds(first)).toBe(false)
  expect(await start('v2', first)).toMatchObject({ ok: false, code: 'old_poster' })
  const second = await code()
  expect(second).not.toBe(first)
  expect([await holds(first), await holds(second)]).toEqual([false, true])
  expect(await start('v2', first)).toMatchObject({ ok: false, code: 'wrong_code' })
  expect(board.bugs).toEqual([])
})
