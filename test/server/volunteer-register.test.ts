import path from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../server/database/database.ts'
import { runningBoard } from '../support/running-board.ts'

interface Listed { readonly id: string, readonly phone: string, readonly note: string, readonly skills: string[], readonly trained: string[], readonly stopped: number | null }

async function given() {
  const board = await runningBoard()
  const add = (township: string, name: string, more: object = {}) => board.accounts.add({ name, phone: '13800000001', role: 'volunteer', township, ...more })
  const [north, south, waiting] = [add('north', '王小明'), add('south', '李四'), add('north', '张三', { approved: false })]
  const ann = board.person({ role: 'coordinator' })
  const olaf = board.person({ role: 'officer', township: 'north' })
  const list = async (person: typeof ann) => await (await person.fetch('/api/volunteers/register')).json() as Listed[]
  const send = async (person: typeof ann, what: string, body: object = {}) => await person.fetch(`/api/volunteers/register/${what}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  return { board, north, south, waiting, ann, olaf, list, send }
}

it('[SU4] headquarters reads the register of all approved volunteers, an officer that of their township, and each reading is recorded', async () => {
  const { board, north, south, waiting, ann, olaf, list } = await given()
  expect((await list(ann)).map(one => one.id)).toEqual([north, south])
  expect(await list(olaf)).toMatchObject([{ id: north, phone: '13800000001', note: '', stopped: null }])
  expect(JSON.stringify(await list(ann))).not.toContain(waiting)
  for (const role of ['inspector', 'volunteer', 'viewer', 'overseer'] as const) expect((await board.person({ role }).fetch('/api/volunteers/register')).status, role).toBe(403)
  const read = openDatabase(path.join(board.data, 'board.db')).raw.prepare('select reader, people from reading where act = \'read\' order by id').all() as { reader: string, people: string }[]
  expect(read.slice(0, 2).map(one => [one.reader, JSON.parse(one.people)])).toEqual([[ann.actor.id, [north, south]], [olaf.actor.id, [north]]])
})

it('[SU4] a planner changes note, skills and trainings of those they look after; the note is sealed, and others are not found', async () => {
  const { board, north, south, waiting, ann, olaf, list, send } = await given()
  expect((await send(olaf, north, { note: '夜班不便', skills: ['swab'], trained: ['suit'] })).status).toBe(204)
  expect((await send(olaf, north, { skills: ['magic'] })).status).toBe(400)
  expect((await list(ann))[0]).toMatchObject({ note: '夜班不便', skills: ['swab'], trained: ['suit'] })
  expect(board.accounts.helpers({ id: 'x', role: 'coordinator' })[0]).toMatchObject({ id: north, skills: ['swab'], trained: ['suit'] })
  for (const id of [south, waiting, ann.actor.id, 'nobody']) expect((await send(olaf, id, { note: 'x' })).status, id).toBe(404)
  expect(JSON.stringify(openDatabase(path.join(board.data, 'board.db')).raw.prepare('select * from person').all())).not.toContain('夜班')
})

it('[SU4] a stopped volunteer is signed out and nobody\'s candidate; returned, they get a new link', async () => {
  const { board, north, south, ann, olaf, list, send } = await given()
  expect((await send(olaf, `${south}/stop`)).status).toBe(404)
  expect((await send(olaf, `${north}/stop`)).status).toBe(204)
  expect((await list(ann)).map(one => one.stopped !== null)).toEqual([true, false])
  expect(board.accounts.helpers({ id: 'x', role: 'coordinator' }).map(one => one.id)).toEqual([south])
  const { token } = await (await send(olaf, `${north}/return`)).json() as { token: string }
  expect(token).toMatch(/.{20}/)
  expect((await list(ann)).every(one => one.stopped === null)).toBe(true)
})
