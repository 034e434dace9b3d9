import type { Evidence } from '../../shared/core/evidence.ts'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { readExif } from '../../client/core/read-exif.ts'
import { linesOver } from '../../server/images/letters.ts'
import { stampLines } from '../../server/images/stamp-lines.ts'
import { misfitsOf, stampOf } from '../../shared/core/evidence.ts'
import { runningBoard } from '../support/running-board.ts'

const noon = Date.UTC(2030, 3, 1, 4)
const claim: Evidence = { sha256: 'a'.repeat(64), deviceAt: noon, ahead: 0, at: noon, where: { lng: 110.2, lat: 21.6, accuracy: 8, how: 'gps' }, exifAt: noon - 60_000, exif: { lng: 110.2, lat: 21.6 } }
const camera = (more: object = {}) => sharp({ create: { width: 60, height: 40, channels: 3, background: '#446' } }).withExif({
  IFD2: { DateTimeOriginal: '2030:04:01 12:00:00', OffsetTimeOriginal: '+08:00' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 36/1 36/1', GPSLongitudeRef: 'E', GPSLongitude: '110/1 12/1 0/1' },
  ...more,
}).jpeg().toBuffer()

it('[F25] [PE1] the time and position that a camera wrote are read from a real JPEG, and nothing from any other bytes', async () => {
  const taken = await camera()
  expect(readExif(taken)).toEqual({ at: Date.UTC(2030, 3, 1, 4), lng: 110.2, lat: 21.61 })
  const south = await camera({ IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '21/1 0/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '1/1 30/1 0/1' } })
  expect(readExif(south)).toMatchObject({ lng: -1.5, lat: -21 })
  const plain = await sharp({ create: { width: 6, height: 4, channels: 3, background: '#446' } }).jpeg().toBuffer()
  const none = { at: null, lng: null, lat: null }
  for (const bytes of [plain, Buffer.alloc(0), Buffer.from('no photo at all'), Buffer.from([0xFF, 0xD8, 0xFF, 0xE1, 0, 99, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49])]) expect(readExif(bytes)).toEqual(none)
  // However it is cut, it is read or it is not, and nothing is thrown.
  for (let end = 0; end < 400; end++) readExif(taken.subarray(0, end))
})

it('[F25] [PE2] what does not fit is marked: an older photo, a camera elsewhere, a clock that is off; what fits is not', () => {
  const spot = { lng: 110.2, lat: 21.6 }
  expect(misfitsOf(claim, spot)).toEqual([])
  expect(misfitsOf({ ...claim, exifAt: noon - 3_600_001 }, spot)).toEqual(['older'])
  expect(misfitsOf({ ...claim, exif: { lng: 110.21, lat: 21.6 } }, spot)).toEqual(['elsewhere'])
  expect(misfitsOf({ ...claim, ahead: -2 * 86_400_000 }, spot)).toEqual(['clock'])
  // A bad fix excuses a camera's position; without a fix the record's position counts, and without both nothing is said.
  expect(misfitsOf({ ...claim, where: { ...claim.where!, accuracy: 800 }, exif: { lng: 110.21, lat: 21.6 } }, spot)).toEqual([])
  expect(misfitsOf({ ...claim, where: null, exif: { lng: 110.21, lat: 21.6 } }, spot)).toEqual(['elsewhere'])
  expect(misfitsOf({ ...claim, where: null, exif: { lng: 110.21, lat: 21.6 } }, null)).toEqual([])
  expect(misfitsOf({ ...claim, exifAt: null, exif: null }, spot)).toEqual([])
})

it('[F25] [PE3] the evidence of a photo is kept apart from it, once; readers see what does not fit, and only who may see the camera\'s position', async () => {
  const board = await runningBoard()
  const inspector = board.person({ role: 'inspector' })
  await board.authority.submit({ id: 'r', name: 'reportIssue', args: { issue: 'i1', title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: 110.2, lat: 21.6, unit: 'health', photos: ['f1'] } }, inspector.actor)
  const original = await camera()
  const sha256 = createHash('sha256').update(original).digest('hex')
  const json = (body: unknown) => ({ method: 'PUT', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  const at = '/api/i/first/photos/i1'
  const given = { ...claim, sha256, exif: { lng: 110.3, lat: 21.6 } }
  expect(await (await inspector.fetch(`${at}/f1/evidence`, json(given))).json()).toEqual({ ok: true, id: 'f1' })
  expect((await inspector.fetch(`${at}/f1/evidence`, json({ ...given, sha256: 'b'.repeat(64), exif: null }))).status).toBe(200)
  expect((await inspector.fetch(`${at}/f1`, { method: 'PUT', body: original as never, headers: { 'content-type': 'image/jpeg' } })).status).toBe(200)
  const bytes = Buffer.from(await (await inspector.fetch(`${at}/f1`)).arrayBuffer())
  expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  expect(readExif(bytes)).toEqual({ at: null, lng: null, lat: null })

  const seen = async (person: typeof inspector) => await (await person.fetch(at)).json() as Record<string, unknown>[]
  for (const person of [inspector, board.person({ role: 'coordinator' }), board.person({ role: 'overseer' })]) expect(await seen(person)).toMatchObject([{ photo: 'f1', by: inspector.actor.id, accuracy: 8, how: 'gps', misfits: ['elsewhere'], whole: given }])
  for (const person of [board.person({ role: 'inspector' }), board.person({ role: 'officer', township: 'north' }), board.person({ role: 'unit', unit: 'health' }), board.person({ role: 'viewer' })]) expect(await seen(person)).toMatchObject([{ photo: 'f1', misfits: ['elsewhere'], whole: null }])
  for (const person of [board.person({ role: 'officer', township: 'south' }), board.person({ role: 'volunteer' })]) expect(await seen(person)).toEqual([])
  expect((await fetch(board.origin() + at)).status).toBe(401)
  // Somebody else's photo, and what no device of ours sends.
  expect((await board.person({ role: 'unit', unit: 'health' }).fetch(`${at}/f1/evidence`, json(given))).status).toBe(409)
  expect((await board.person({ role: 'viewer' }).fetch(`${at}/f1/evidence`, json(given))).status).toBe(403)
  for (const wrong of [{}, { ...given, sha256: 'x' }, { ...given, extra: 1 }, { ...given, where: { lng: 999, lat: 0, how: 'gps' } }]) expect((await inspector.fetch(`${at}/f1/evidence`, json(wrong))).status).toBe(400)
  expect(board.bugs).toEqual([])
})

it('[F25] [PE4] number, time, accuracy, place and the finder’s team, unit or role are burned in, never a name; long ones are shortened, and signs are drawn from outlines of our own, whatever they say', async () => {
  const board = await runningBoard()
  const inspector = board.person({ role: 'inspector', team: 2 })
  let n = 0
  const give = (name: string, args: object) => board.authority.submit({ id: `g${n++}`, name, args: args as never }, board.person({ role: 'coordinator' }).actor)
  const hostile = '</svg><script>alert("1")</script>&amp;良垌'
  await give('addPlace', { place: 'p1', name: '良垌镇南桥小学采样点', kind: 'school', township: 'north', lng: 1, lat: 1 })
  await give('addPlace', { place: 'p2', name: hostile, kind: 'school', township: 'north', lng: 1, lat: 1 })
  for (const [issue, place] of [['i1', 'p1'], ['i2', 'p2'], ['i3', undefined]] as const) await give('reportIssue', { issue, title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: 1, lat: 1, ...place && { place } })
  const said = { timeZone: 'Asia/Shanghai', townships: [{ code: 'north', name: '北镇', short: '北', nameEn: 'North', seat: [1, 1], label: [1, 1] }], units: [{ id: 'health', zh: '卫生健康局', en: 'Health', name: 'x', short: '市卫健局疾病预防控制工作专班' }] } as never
  const lines = (subject: string, taker: Parameters<typeof stampLines>[3]) => stampLines(board, subject, claim, taker, said)
  expect(lines('i1', inspector.actor)).toEqual(['#1 2030-04-01 12:00 ±8m', '良垌镇南桥小学采样点 · 第2督导组'])
  expect(lines('i3', { id: 'u', role: 'unit', unit: 'health' })[1]).toBe('北镇 · 市卫健局疾病预防控制工…')
  expect(lines('i3', { id: 'o', role: 'officer', township: 'north' })[1]).toBe('北镇 · 北镇')
  expect(lines('i3', { id: 'v', role: 'volunteer' })[1]).toBe('北镇 · 志愿者')
  // An account that is gone, and a record that is not here.
  expect(lines('i3', null)[1]).toBe('北镇')
  expect(lines('none', null)).toEqual(['2030-04-01 12:00 ±8m'])
  expect(lines('i2', null)[1]).toBe('</svg><script>ale…')

  const svg = linesOver([hostile, '良垌😀\n'], 1600, 1200).toString()
  expect(svg).not.toMatch(/<text|font|script|amp|href|image/)
  const pixels = async (text: string) => (await sharp(linesOver([text], 800, 600)).raw().toBuffer()).toString('latin1')
  const [one, same, other, none, emoji] = await Promise.all(['良垌镇', '良垌镇', '良洞镇', '〓〓〓', '😀\n\u0007'].map(pixels))
  expect([one === same, one === other, one === none, emoji === none]).toEqual([true, false, false, true])
  // However long a line is, it stays within the photo.
  const { data, info } = await sharp(linesOver(['长'.repeat(400)], 320, 240)).raw().toBuffer({ resolveWithObject: true })
  const bright = Array.from({ length: info.height }, (_, y) => data[(y * info.width + info.width - 1) * info.channels]!)
  expect(Math.max(...bright)).toBeLessThan(200)
})

it('[F25] [PE4] the served copy is stamped; the thumbnail and a photo without evidence are not', async () => {
  expect(stampOf(claim, 12, 'Asia/Shanghai')).toBe('#12 2030-04-01 12:00 ±8m')
  expect(stampOf({ ...claim, where: null }, null, 'Asia/Shanghai')).toBe('2030-04-01 12:00')
  const drawn = (text: string) => [...linesOver([text], 1600, 1200).toString().matchAll(/<path /g)].length
  expect(drawn('#0123456789 2030-04-01 12:00 ±8m')).toBe(29)

  const board = await runningBoard()
  const inspector = board.person({ role: 'inspector' })
  const at = '/api/i/first/photos/i1'
  const photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#ffffff' } }).jpeg().toBuffer()
  const put = (path: string, body: unknown, type: string) => inspector.fetch(path, { method: 'PUT', body: body as never, headers: { 'content-type': type } })
  for (const id of ['f1', 'f2']) await put(`${at}/${id}`, photo, 'image/jpeg')
  await put(`${at}/f1/evidence`, JSON.stringify(claim), 'application/json')
  /** How dark the lower left corner is, and the upper one: 255 is white. */
  const corners = async (path: string) => {
    const answer = await inspector.fetch(path)
    const bytes = Buffer.from(await answer.arrayBuffer())
    const { width, height } = await sharp(bytes).metadata()
    const mean = async (top: number) => (await sharp(await sharp(bytes).extract({ left: 0, top, width: Math.round(width / 5), height: Math.round(height / 20) }).toBuffer()).stats()).channels[0]!.mean
    return [await mean(height - Math.round(height / 20)) < 200, await mean(0) < 200, answer.headers.get('cache-control')?.includes('immutable')]
  }
  // Its record, and with it the number, is not here yet.
  expect(await corners(`${at}/f1`)).toEqual([false, false, false])
  await board.authority.submit({ id: 'r', name: 'reportIssue', args: { issue: 'i1', title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: 110.2, lat: 21.6, photos: ['f1', 'f2'] } }, inspector.actor)
  expect(await Promise.all([corners(`${at}/f1`), corners(`${at}/f1`)])).toEqual([[true, false, true], [true, false, true]])
  expect(await corners(`${at}/f1?thumb`)).toEqual([false, false, true])
  expect(await corners(`${at}/f2`)).toEqual([false, false, true])
  expect(board.bugs).toEqual([])
})
