import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { zipSync } from 'fflate'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { mostFileBytes } from '../../shared/recovery/plan-record.ts'
import { runningBoard } from '../support/running-board.ts'

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const pdf = Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n')
const zip = (parts: readonly string[]) => Buffer.from(zipSync(Object.fromEntries(parts.map(part => [part, new Uint8Array([1, 2, 3])]))))
const docx = zip(['[Content_Types].xml', 'word/document.xml'])
const xlsx = zip(['[Content_Types].xml', 'xl/workbook.xml', 'xl/printerSettings/printerSettings1.bin'])

type Person = ReturnType<Awaited<ReturnType<typeof runningBoard>>['person']>
const send = async (person: Person, bytes: Uint8Array, hash = hashOf(bytes)) => {
  const answer = await person.fetch(`/api/i/first/plans/${hash}`, { method: 'PUT', body: new Uint8Array(bytes), headers: { 'content-type': 'application/octet-stream' } })
  return { status: answer.status, ...await answer.json() as { code?: string, type?: 'pdf' | 'docx' | 'xlsx' | 'jpg', bytes?: number } }
}

async function office() {
  const board = await runningBoard({ pace: { commands: 10_000, seconds: 1 } })
  const ann = board.person({ role: 'coordinator' })
  const folder = path.join(board.data, 'plans')
  let n = 0
  const publish = async (by: Person, plan: string, bytes: Uint8Array, more: object = {}) => {
    const { type = 'pdf', bytes: size = 1 } = await send(by, bytes)
    const answer = await board.authority.submit({ id: `c${++n}`, name: 'publishWorkPlan', args: { plan, version: 0, title: 'Back to school', text: 'In turns.', addressees: ['township:north'], file: { hash: hashOf(bytes), name: '返校方案', type, bytes: size }, ...more } }, by.actor)
    expect(answer).toMatchObject({ ok: true })
  }
  const read = (by: Person, plan: string) => by.fetch(`/api/i/first/plans/${plan}/file`)
  return { board, ann, folder, publish, read }
}

it('[F72] [RE14] the file of a plan is a download for those who see the plan, and for nobody else', async () => {
  const { board, ann, publish, read } = await office()
  await publish(ann, 'w1', pdf)
  const olaf = board.person({ role: 'officer', township: 'north' })
  const answer = await read(olaf, 'w1-1')
  expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true)
  expect(Object.fromEntries(['content-type', 'content-disposition', 'x-content-type-options', 'content-security-policy', 'cache-control'].map(name => [name, answer.headers.get(name)]))).toEqual({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^attachment; filename=.*filename\*=UTF-8''%E8%BF%94/) as string,
    'x-content-type-options': 'nosniff',
    'content-security-policy': 'sandbox; default-src \'none\'',
    'cache-control': 'private, no-store',
  })
  // Another township, a volunteer, and people without a session.
  for (const person of [board.person({ role: 'officer', township: 'south' }), board.person({ role: 'volunteer', township: 'north' })]) expect((await read(person, 'w1-1')).status).toBe(404)
  expect((await fetch(`${board.origin()}/api/i/first/plans/w1-1/file`)).status).toBe(401)
  // Nobody fetches a file by its digest, and a version has its own file or none.
  expect((await read(ann, hashOf(pdf))).status).toBe(404)
  await publish(ann, 'w1', xlsx, { version: 1, file: null })
  expect([(await read(olaf, 'w1-2')).status, (await read(olaf, 'w1-1')).status]).toEqual([404, 200])
  expect(board.bugs).toEqual([])
})

it('[F72] [RE14] PDF, Word, Excel and photos are taken by what they are; half, disguised, too large and empty files are refused, and leave nothing', async () => {
  const { board, ann, folder } = await office()
  expect(await send(ann, pdf)).toMatchObject({ status: 200, type: 'pdf', bytes: pdf.length })
  expect(await send(ann, docx)).toMatchObject({ type: 'docx' })
  expect(await send(ann, xlsx)).toMatchObject({ type: 'xlsx' })
  const kept = fs.readdirSync(folder).sort()
  expect(kept).toEqual([`${hashOf(pdf)}.pdf`, `${hashOf(docx)}.docx`, `${hashOf(xlsx)}.xlsx`].sort())

  const jpg = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#345' } }).jpeg().toBuffer()
  expect(await send(ann, docx.subarray(0, -4), hashOf(docx))).toMatchObject({ status: 409, code: 'file_broken' })
  for (const bad of [pdf.subarray(0, 20), docx.subarray(0, -30), jpg.subarray(0, 200), zip(['word/document.xml', 'word/vbaProject.bin']), zip(['a.exe']), Buffer.from('<html><script>alert(1)</script>'), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), Buffer.alloc(0)]) {
    const { status, code } = await send(ann, bad)
    expect(status, code).toBe(409)
  }
  expect(await send(ann, Buffer.alloc(mostFileBytes + 1, 37))).toMatchObject({ status: 413, code: 'too_large' })
  expect(fs.readdirSync(folder).sort()).toEqual(kept)
  for (const role of ['inspector', 'officer', 'volunteer', 'contact'] as const) expect(await send(board.person({ role, ...role === 'contact' ? { place: 'p1' } : { township: 'north' } }), pdf), role).toMatchObject({ code: 'forbidden' })
  expect(board.bugs).toEqual([])
})

it('[F72] [RE14] a photo loses the position it was taken at, a file is still there after a restart, and one that no plan names is removed in the end', async () => {
  const { board, ann, folder, publish, read } = await office()
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#345' } }).withExif({ IFD0: { Copyright: 'secret place' } }).jpeg().toBuffer()
  expect(photo.includes('secret place')).toBe(true)
  await publish(ann, 'w1', photo)
  await send(ann, pdf)
  const old = Date.now() / 1000 - 31 * 24 * 3600
  for (const name of fs.readdirSync(folder)) fs.utimesSync(path.join(folder, name), old, old)
  await board.stop()
  await board.again(0)
  expect(fs.readdirSync(folder)).toEqual([`${hashOf(photo)}.jpg`])
  const answer = await read(ann, 'w1-1')
  expect(answer.headers.get('content-type')).toBe('image/jpeg')
  const served = Buffer.from(await answer.arrayBuffer())
  expect([served.length > 100, served.includes('secret place')]).toEqual([true, false])
})
