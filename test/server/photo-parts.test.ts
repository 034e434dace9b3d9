import type { RunningBoard } from '../support/running-board.ts'
import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import sharp from 'sharp'
import { beforeEach, expect, it } from 'vitest'
import { sendInParts } from '../../client/sync/send-parts.ts'
import { halfPhotos } from '../../server/images/halves.ts'
import { partBytes } from '../../shared/core/parts.ts'
import { photoId } from '../../shared/core/photos.ts'
import { runningBoard, until } from '../support/running-board.ts'
import { tempFolder } from '../support/temp.ts'

let board: RunningBoard
let inspector: ReturnType<RunningBoard['person']>
let whole: Buffer
let id: string
type Person = typeof inspector

beforeEach(async () => {
  board = await runningBoard()
  inspector = board.person({ role: 'inspector' })
  await board.authority.submit({ id: 'r', name: 'reportIssue', args: { issue: 'i1', title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: 1, lat: 1, unit: 'health' } }, inspector.actor)
  whole = await sharp(randomBytes(480 * 480 * 3), { raw: { width: 480, height: 480, channels: 3 } }).jpeg({ quality: 82 }).toBuffer()
  id = photoId(whole, '0123456789ab')
})

const at = (photo = id) => `/api/i/first/photos/i1/${photo}/parts`
const have = async (person: Person, photo = id) => await (await person.fetch(at(photo))).json() as Record<string, unknown>
const put = (person: Person, from: number, bytes: Uint8Array, size = whole.length, photo = id) => person.fetch(`${at(photo)}?from=${from}&of=${size}`, { method: 'PUT', body: bytes as never, headers: { 'content-type': 'image/jpeg' } })
const said = async (asked: Promise<Response>) => {
  const answer = await asked
  return [answer.status, await answer.json() as Record<string, unknown>] as const
}
const halves = () => path.join(board.data, 'photos/halves')
const names = () => fs.existsSync(halves()) ? fs.readdirSync(halves()) : []

it('[L13] a photo arrives in parts, also through a restart; a part that begins elsewhere is not taken, and the answer says where to go on', async () => {
  expect(await have(inspector)).toEqual({ ok: true, id, have: 0, kept: false })
  expect(await said(put(inspector, 0, whole.subarray(0, partBytes)))).toMatchObject([200, { have: partBytes, kept: false }])
  // The answer was lost: the device sends the part again.
  expect(await said(put(inspector, 0, whole.subarray(0, partBytes)))).toMatchObject([200, { have: partBytes, kept: false }])
  await board.stop()
  await board.again(0)
  expect(await have(inspector)).toMatchObject({ have: partBytes })
  expect((await inspector.fetch(`/api/i/first/photos/i1/${id}`)).status).toBe(404)
  for (let from = partBytes; from < whole.length; from += partBytes) await put(inspector, from, whole.subarray(from, from + partBytes))
  expect(await have(inspector)).toMatchObject({ ok: true, id, kept: true })
  expect(names()).toEqual([])
  expect(await said(put(inspector, 0, whole.subarray(0, 9)))).toMatchObject([200, { kept: true }])
  expect((await sharp(path.join(board.data, `photos/${id}.full.jpg`)).metadata()).width).toBe(480)
})

it('[L13] what a cut line has left of a part counts, and the connection that was lost is ended when the device comes back', async () => {
  const request = http.request(`${board.origin()}${at()}?from=0&of=${whole.length}`, { method: 'PUT', headers: { 'cookie': inspector.cookie, 'origin': board.origin(), 'content-type': 'image/jpeg', 'content-length': partBytes } })
  const gone = new Promise(done => request.on('error', done).on('close', done))
  request.write(whole.subarray(0, 50_000))
  await until(() => names().length === 1 && fs.statSync(path.join(halves(), names()[0]!)).size === 50_000)
  expect(await have(inspector)).toMatchObject({ have: 50_000 })
  await gone
  await sendInParts(id, new Blob([new Uint8Array(whole)]), {
    ask: () => have(inspector),
    send: async (from, part) => {
      expect(from).toBeGreaterThanOrEqual(50_000)
      return (await put(inspector, from, new Uint8Array(await part.arrayBuffer()))).json()
    },
  })
  expect(await have(inspector)).toMatchObject({ kept: true })
  expect(board.bugs).toEqual([])
})

it('[L13] a device that asks how much is here does not wait for the connection that it lost', async () => {
  const store = halfPhotos(tempFolder())
  const half = { photo: 'p', owner: 'ana' }
  const lost = new PassThrough()
  const taken = store.take(half, { from: 0, size: 9 }, lost, { kept: async () => false, wanted: () => {}, keep: async () => {} })
  lost.write(new Uint8Array(4))
  const have = store.have(half)
  expect(lost.destroyed).toBe(true)
  await Promise.all([taken, have])
})

it('[L13] a device that asks again while its photo is being kept is told that it is kept', async () => {
  const store = halfPhotos(tempFolder())
  let go = () => {}
  const gate = new Promise<void>(done => go = done)
  let kept = false
  let times = 0
  const send = () => store.take({ photo: 'p', owner: 'ana' }, { from: 0, size: 9 }, Readable.from([new Uint8Array(9)]), {
    kept: async () => kept,
    wanted: () => {},
    async keep() {
      times++
      await gate
      kept = true
    },
  })
  const first = send()
  await until(() => times === 1)
  const answers = [first, send(), send()]
  go()
  expect(await Promise.all(answers)).toEqual(answers.map(() => ({ have: 9, kept: true })))
  expect(times).toBe(1)
})

it('[L13] what nobody may send, or what is no such photo, is refused before its bytes are kept, or leaves nothing behind', async () => {
  const part = whole.subarray(0, 100)
  const [viewer, south, unit] = [board.person({ role: 'viewer' }), board.person({ role: 'officer', township: 'south' }), board.person({ role: 'unit', unit: 'health' })]
  await board.authority.submit({ id: 'n', name: 'attachPhoto', args: { issue: 'i1', photo: id } }, inspector.actor)
  expect((await fetch(board.origin() + at(), { method: 'PUT', body: part as never, headers: { origin: board.origin() } })).status).toBe(401)
  for (const [person, status] of [[viewer, 403], [south, 404], [unit, 409]] as const) expect([(await put(person, 0, part)).status, (await person.fetch(at())).status]).toEqual([status, status])
  for (const more of ['', '?from=0', '?from=-1&of=9', '?from=0&of=0', '?from=0&of=10485761', '?from=x&of=9', '?from=0&from=1&of=9']) expect((await inspector.fetch(at() + more, { method: 'PUT', body: part as never })).status, more).toBe(400)
  expect(names()).toEqual([])
  expect((await put(inspector, 0, whole.subarray(0, partBytes + 1))).status).toBe(413)
  expect((await put(inspector, 0, part, 50)).status).toBe(413)
  expect(await said(put(inspector, 0, part, 100))).toMatchObject([409, { code: 'not_the_photo' }])
  const text = Buffer.from('no photo')
  expect(await said(put(inspector, 0, text, text.length, photoId(text, '000000000000')))).toMatchObject([400, { code: 'invalid' }])
  expect(names()).toEqual([])
  expect(board.bugs).toEqual([])
})

it('[L13] [DF8] while the disk is short of space the half stays, and the photo waits', async () => {
  let free = 1e12
  board = await runningBoard({ space: async () => ({ free, total: 1e12 }) })
  const person = board.person({ role: 'inspector' })
  await put(person, 0, whole.subarray(0, partBytes))
  free = 1e7
  expect(await said(put(person, partBytes, whole.subarray(partBytes, 2 * partBytes)))).toMatchObject([507, { code: 'storage_low' }])
  expect((await person.fetch(at())).status).toBe(507)
  free = 1e12
  expect(await have(person)).toMatchObject({ have: partBytes })
})

it('[L13] halves are bounded: the oldest of a person ends, too many of all wait, and each ends when nothing more comes', async () => {
  const folder = tempFolder()
  const store = halfPhotos(folder, { each: 2, all: 3, age: 1000 })
  const one = (photo: string, owner: string) => store.take({ photo, owner }, { from: 0, size: 9 }, Readable.from([new Uint8Array(3)]), { kept: async () => false, wanted: () => {}, keep: async () => {} })
  for (const [i, photo] of ['a', 'b', 'c'].entries()) {
    await one(photo, 'ana')
    fs.utimesSync(path.join(folder, `ana~${photo}.half`), i + 1, i + 1)
  }
  expect(fs.readdirSync(folder).sort()).toEqual(['ana~b.half', 'ana~c.half'])
  await one('a', 'ben')
  await expect(one('a', 'cid')).rejects.toMatchObject({ code: 'busy' })
  await one('b', 'ana')
  await store.sweep()
  expect(fs.readdirSync(folder).sort()).toEqual(['ana~b.half', 'ben~a.half'].filter(name => name.startsWith('ben')))
})

it('[L13] a device takes only the server\'s own receipt for its photo, and gives up for now when nothing moves', async () => {
  const file = new Blob([new Uint8Array(9)])
  const page = { ok: true }
  const half = { ok: true, id: 'p', have: 3, kept: false }
  for (const wrong of [page, '<html>', { ...half, id: 'q', kept: true }, { ...half, have: -1 }]) await expect(sendInParts('p', file, { ask: async () => wrong, send: async () => half })).rejects.toThrow('not our receipt')
  let sent = 0
  await expect(sendInParts('p', file, { ask: async () => half, send: async () => {
    sent++
    return half
  } })).rejects.toThrow('no progress')
  expect(sent).toBe(3)
})
