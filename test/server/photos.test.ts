import type { RunningBoard } from '../support/running-board.ts'
import { Buffer } from 'node:buffer'
import fs from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { uuidv7 } from 'uuidv7'
import { beforeEach, expect, it } from 'vitest'
import { whyUnreadable } from '../../client/core/unreadable.ts'
import { photoId } from '../../shared/core/photos.ts'
import { facts } from '../support/given.ts'
import { runningBoard } from '../support/running-board.ts'

let board: RunningBoard
let inspector: ReturnType<RunningBoard['person']>

beforeEach(async () => {
  board = await runningBoard()
  inspector = board.person({ role: 'inspector' })
  await board.authority.submit({ id: 'r', name: 'reportIssue', args: { issue: 'i1', title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: 1, lat: 1, unit: 'health' } }, inspector.actor)
})

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#446' } })
const put = (person: typeof inspector, body: Buffer | string, type = 'image/jpeg', at = '/api/i/first/photos/i1/f1') =>
  person.fetch(at, { method: 'PUT', body: body as never, headers: { 'content-type': type } })

it('[L9] a photo is stored re-encoded, upright and bounded, without its location and camera', async () => {
  const taken = await plain(2400, 1200).withExif({ IFD0: { Copyright: 'secret camera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 37/1 0/1' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  expect((await put(inspector, taken)).status).toBe(200)
  expect((await put(inspector, taken)).status).toBe(200)
  const answer = await inspector.fetch('/api/i/first/photos/i1/f1')
  expect(answer.headers.get('content-type')).toBe('image/jpeg')
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  const bytes = Buffer.from(await answer.arrayBuffer())
  const kept = await sharp(bytes).metadata()
  expect([kept.format, kept.width, kept.height, kept.exif, kept.orientation]).toEqual(['jpeg', 800, 1600, undefined, undefined])
  expect(bytes.includes('secret')).toBe(false)
  const thumb = await sharp(Buffer.from(await (await inspector.fetch('/api/i/first/photos/i1/f1?thumb')).arrayBuffer())).metadata()
  expect([thumb.width, thumb.height]).toEqual([160, 320])
  expect(fs.readdirSync(path.join(board.data, 'photos')).sort()).toEqual(['f1.full.jpg', 'f1.thumb.jpg'])
})

it('[L9] [F25] rotated and 48-megapixel photos end upright and small; HEIC and half-written ones are refused, and the device says why', async () => {
  for (let orientation = 1; orientation <= 8; orientation++) {
    const at = `/api/i/first/photos/i1/r${orientation}`
    expect((await put(inspector, await plain(60, 40).withMetadata({ orientation }).jpeg().toBuffer(), 'image/jpeg', at)).status).toBe(200)
    const { width, height, orientation: left } = await sharp(Buffer.from(await (await inspector.fetch(at)).arrayBuffer())).metadata()
    expect([width, height, left], `${orientation}`).toEqual(orientation < 5 ? [60, 40, undefined] : [40, 60, undefined])
  }
  expect((await put(inspector, await plain(8000, 6000).jpeg().toBuffer(), 'image/jpeg', '/api/i/first/photos/i1/big')).status).toBe(200)
  expect(await sharp(path.join(board.data, 'photos/big.full.jpg')).metadata()).toMatchObject({ width: 1600, height: 1200 })

  const heif = await plain(64, 64).avif().toBuffer()
  expect((await put(inspector, heif, 'image/heic', '/api/i/first/photos/i1/h')).status).toBe(400)
  const heic = Buffer.from(heif)
  heic.write('ftypheic', 4, 'latin1')
  const noise = Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, i) => (i * i) % 251))
  const half = (await sharp(noise, { raw: { width: 300, height: 300, channels: 3 } }).jpeg().toBuffer()).subarray(0, 9000)
  expect((await put(inspector, half, 'image/jpeg', '/api/i/first/photos/i1/half')).status).toBe(400)
  expect(await Promise.all([heic, half].map(bytes => whyUnreadable(new Blob([new Uint8Array(bytes)]))))).toEqual(['heic', 'lost'])
  expect(board.bugs).toEqual([])
})

it('[L9] [L10] only people who see the issue, and the sender, see a photo; for others it does not exist', async () => {
  await put(inspector, await plain(10, 10).png().toBuffer(), 'image/png')
  const viewed = board.person({ role: 'viewer' })
  expect((await viewed.fetch('/api/i/first/photos/i1/f1')).status).toBe(404)
  await named('f1')
  const early = await put(inspector, await plain(10, 10).webp().toBuffer(), 'image/webp', '/api/i/first/photos/later/f2')
  expect(early.status).toBe(200)
  const status = async (person: typeof inspector, at: string) => (await person.fetch(at)).status
  const [north, south] = ['north', 'south'].map(township => board.person({ role: 'officer', township }))
  const [health, civil] = ['health', 'civil'].map(unit => board.person({ role: 'unit', unit }))
  const [helper, viewer] = (['volunteer', 'viewer'] as const).map(role => board.person({ role }))
  expect(await Promise.all([north, health, viewer, inspector].map(person => status(person!, '/api/i/first/photos/i1/f1')))).toEqual([200, 200, 200, 200])
  expect(await Promise.all([south, civil, helper].map(person => status(person!, '/api/i/first/photos/i1/f1')))).toEqual([404, 404, 404])
  expect([await status(inspector, '/api/i/first/photos/later/f2'), await status(viewer!, '/api/i/first/photos/later/f2')]).toEqual([200, 404])
  expect(await status(viewer!, '/api/i/first/photos/i1/f2')).toBe(404)
  expect((await put(helper!, 'x')).status).toBe(403)
  expect((await put(viewer!, 'x')).status).toBe(403)
})

it('[L9] a file that is no photo, or too large, is refused and leaves nothing behind', async () => {
  const whole = await plain(50, 50).jpeg().toBuffer()
  const detailed = await sharp(Buffer.from(Array.from({ length: 120_000 }, (_, i) => (i * i) % 251)), { raw: { width: 200, height: 200, channels: 3 } }).png().toBuffer()
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  const cases: [string, Buffer | string, string, number][] = [
    ['nothing', '', 'image/jpeg', 400],
    ['a page', '<html><script>alert(1)</script></html>', 'image/png', 400],
    ['a drawing', svg, 'image/svg+xml', 400],
    ['a drawing that says it is a photo', svg, 'image/jpeg', 400],
    ['a GIF', await plain(5, 5).gif().toBuffer(), 'image/gif', 400],
    ['half a photo', detailed.subarray(0, detailed.length / 2), 'image/png', 400],
    ['noise', Buffer.alloc(5000, 7), 'image/jpeg', 400],
    ['not said to be a photo', whole, 'text/plain', 400],
    ['eleven megabytes', Buffer.concat([whole, Buffer.alloc(11 * 1024 * 1024)]), 'image/jpeg', 413],
    ['more pixels than fit', await plain(7200, 7000).png().toBuffer(), 'image/png', 400],
  ]
  for (const [what, body, type, status] of cases) expect((await put(inspector, body, type)).status, what).toBe(status)
  expect(fs.existsSync(path.join(board.data, 'photos')) ? fs.readdirSync(path.join(board.data, 'photos')) : []).toEqual([])
  expect((await inspector.fetch('/api/i/first/photos/i1/f1')).status).toBe(404)
  for (const at of ['/api/i/first/photos/i1/..%2Fkey', '/api/i/first/photos/..%2F..%2Fx/f1', '/api/i/first/photos/i1/a%00b']) expect((await put(inspector, whole, 'image/jpeg', at)).status, at).toBe(400)
  expect(board.bugs).toEqual([])
})

const named = async (photo: string, issue = 'i1', by = inspector) => board.authority.submit({ id: uuidv7(), name: 'attachPhoto', args: { issue, photo } }, by.actor)

it('[L11] a photo id belongs to the person who named it, with its bytes: nobody can replace it', async () => {
  const [own, other] = await Promise.all([plain(40, 30), plain(30, 40)].map(one => one.jpeg().toBuffer()))
  const unit = board.person({ role: 'unit', unit: 'health' })
  for (const id of [photoId(own!, 'aabbccddeeff'), '01890000-0000-7000-8000-000000000001']) {
    const at = `/api/i/first/photos/i1/${id}`
    expect(await named(id)).toMatchObject({ ok: true })
    const forged = await put(unit, other!, 'image/jpeg', at)
    expect([forged.status, await forged.json()], id).toMatchObject([409, { code: 'not_the_photo' }])
    expect((await inspector.fetch(at)).status, id).toBe(202)
    expect((await put(inspector, own!, 'image/jpeg', at)).status, id).toBe(200)
    expect((await put(inspector, own!, 'image/jpeg', at)).status, id).toBe(200)
    expect((await unit.fetch(at)).status, id).toBe(200)
  }
  // Its sender gets no receipt for other bytes either.
  expect(await (await put(inspector, other!, 'image/jpeg', `/api/i/first/photos/i1/${photoId(own!, 'aabbccddeeff')}`)).json()).toMatchObject({ code: 'not_the_photo' })
})

it('[L11] a photo id from an earlier version belongs to its first sender, even if another person used it later for a record of theirs', async () => {
  const [own, other] = await Promise.all([plain(40, 30), plain(30, 40)].map(one => one.jpeg().toBuffer()))
  const civil = board.person({ role: 'unit', unit: 'civil' })
  await board.authority.submit({ id: 'r2', name: 'reportIssue', args: { issue: 'i2', title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: 1, lat: 1, unit: 'civil' } }, inspector.actor)
  await named('old-phone')
  expect(await named('old-phone', 'i2', civil)).toMatchObject({ ok: true })
  expect((await put(civil, other!, 'image/jpeg', '/api/i/first/photos/i2/old-phone')).status).toBe(200)
  expect((await put(inspector, own!, 'image/jpeg', '/api/i/first/photos/i1/old-phone')).status).toBe(200)
  const seen = await sharp(Buffer.from(await (await inspector.fetch('/api/i/first/photos/i1/old-phone')).arrayBuffer())).metadata()
  expect([seen.width, seen.height]).toEqual([40, 30])
  expect((await put(civil, other!, 'image/jpeg', '/api/i/first/photos/i2/old-phone')).status).toBe(409)
  expect((await civil.fetch('/api/i/first/photos/i2/old-phone')).status).toBe(404)
})

it('[L12] a photo whose record came first is on its way for the readers of that record, and missing for everybody else', async () => {
  await named('f7')
  const [north, south] = ['north', 'south'].map(township => board.person({ role: 'officer', township }))
  const ask = (person: typeof inspector, more = '') => person.fetch(`/api/i/first/photos/i1/f7${more}`)
  for (const more of ['', '?thumb']) {
    const answer = await ask(north!, more)
    expect([answer.status, answer.headers.get('cache-control'), await answer.json()]).toEqual([202, 'no-store', { coming: true }])
    expect((await ask(south!, more)).status).toBe(404)
  }
  expect((await north!.fetch('/api/i/first/photos/i1/never-named')).status).toBe(404)
  expect((await put(inspector, await plain(40, 30).jpeg().toBuffer(), 'image/jpeg', '/api/i/first/photos/i1/f7')).status).toBe(200)
  expect((await ask(north!)).headers.get('content-type')).toBe('image/jpeg')
})

it('[L11] a signature on a slip belongs to the person who gave it', async () => {
  const [own, other] = await Promise.all([plain(40, 30), plain(30, 40)].map(one => one.png().toBuffer()))
  const [mine, theirs] = [own!, other!].map(bytes => photoId(bytes, '000000000000'))
  await board.authority.submit({ id: 's', name: 'giveSlip', args: { slip: 'k1', issues: ['i1'], signature: mine, receiverSignature: theirs } }, inspector.actor)
  const unit = board.person({ role: 'unit', unit: 'health' })
  expect((await put(unit, other!, 'image/png', `/api/i/first/photos/k1/${theirs}`)).status).toBe(409)
  expect((await put(inspector, other!, 'image/png', `/api/i/first/photos/k1/${theirs}`)).status).toBe(200)
  expect((await unit.fetch(`/api/i/first/photos/k1/${theirs}`)).status).toBe(200)
})

it('[L11] a person can send photos only for records they may see, and only up to their daily limit', async () => {
  const bytes = await plain(9, 9).jpeg().toBuffer()
  const south = board.person({ role: 'officer', township: 'south' })
  expect((await put(south, bytes, 'image/jpeg', '/api/i/first/photos/i1/f1')).status).toBe(404)
  const most = facts.rules.photosADay.count
  for (let n = 0; n < most; n++) expect((await put(inspector, bytes, 'image/jpeg', `/api/i/first/photos/i1/n${n}`)).status).toBe(200)
  const over = await put(inspector, bytes, 'image/jpeg', '/api/i/first/photos/i1/n-over')
  expect([over.status, over.headers.get('retry-after'), await over.json()]).toMatchObject([429, '3600', { code: 'too_many_photos' }])
  expect((await put(inspector, bytes, 'image/jpeg', '/api/i/first/photos/i1/n0')).status).toBe(200)
  const another = board.person({ role: 'inspector' })
  expect((await put(another, bytes, 'image/jpeg', '/api/i/first/photos/i1/m0')).status).toBe(200)
})
