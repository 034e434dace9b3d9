import { expect, it } from 'vitest'
import { publicLine } from '../../shared/register/public-line.ts'
import { board as given } from '../support/given.ts'
import { runningBoard } from '../support/running-board.ts'

it('[V8] [F14] without signing in, people read one line about a place, and nothing about a retired one', () => {
  const on = given({ incident: [{ id: 'incident', name: 'X', drill: true }], place: [{ id: 'p1', name: 'School', note: 'secret', address: 'secret' }, { id: 'p2', retired: true }] })
  expect(publicLine(on, 'p1', '')).toEqual({ name: 'School', kind: 'school', township: 'north', incident: 'X', drill: true, holds: false })
  expect([publicLine(on, 'p2', ''), publicLine(on, 'p9', '')]).toEqual([null, null])
})

it('[V8] [F14] the route of a place code tells nothing else, and stops guessers', async () => {
  const board = await runningBoard()
  const ann = board.person({ role: 'coordinator' })
  await board.authority.submit({ id: 'c1', name: 'addPlace', args: { place: 'p1', name: 'School', kind: 'school', township: 'north', lng: -20, lat: 64.5, note: 'secret' } }, ann.actor)
  const ask = (path: string) => fetch(`${board.origin()}/api/i/${path}`)
  const answer = await ask('first/line/p1')
  expect([answer.status, Object.keys(await answer.json() as object)]).toEqual([200, ['name', 'kind', 'township', 'incident', 'drill', 'holds']])
  for (const path of ['first/line/p9', 'other/line/p1', 'first/line/__proto__', 'first/line/toString']) expect((await ask(path)).status, path).toBe(404)
  const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => ask(`first/line/guess${i}`)))
  expect(answers.some(({ status }) => status === 429)).toBe(true)
  expect((await ask('first/line/p1')).status).toBe(200)
  expect(board.bugs).toEqual([])
})
