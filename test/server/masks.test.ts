import type { RunningBoard } from '../support/running-board.ts'
import { Buffer } from 'node:buffer'
import fs from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { beforeEach, expect, it } from 'vitest'
import { thousandths } from '../../client/base/mask.ts'
import { runningBoard } from '../support/running-board.ts'

let board: RunningBoard
let inspector: ReturnType<RunningBoard['person']>
let coordinator: typeof inspector
const at = '/api/i/first/photos/i1/f1'
const noon = Date.UTC(2030, 3, 1, 4)

beforeEach(async () => {
  board = await runningBoard()
  inspector = board.person({ role: 'inspector' })
  coordinator = board.person({ role: 'coordinator' })
  await board.authority.submit({ id: 'r', name: 'reportIssue', args: { issue: 'i1', title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: 1, lat: 1, unit: 'health', photos: ['f1'] } }, inspector.actor)
})

const white = () => sharp({ create: { width: 1000, height: 800, channels: 3, background: '#fff' } }).jpeg().toBuffer()
const send = async () => (await inspector.fetch(at, { method: 'PUT', body: await white() as never, headers: { 'content-type': 'image/jpeg' } })).status
let n = 0
const mask = (actor: typeof inspector.actor, ...blocks: number[][]) => board.authority.submit({ id: `m${n++}`, name: 'maskPhoto', args: { of: 'issue', record: 'i1', photo: 'f1', blocks } }, actor)
const bytes = async (address: string) => Buffer.from(await (await inspector.fetch(address)).arrayBuffer())
/** How bright a photo is at these shares of its width and height. */
async function bright(photo: Buffer, ...spots: (readonly [number, number])[]): Promise<number[]> {
  const { data, info } = await sharp(photo).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return spots.map(([x, y]) => data[(Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels]!)
}
const files = () => fs.readdirSync(path.join(board.data, 'photos')).filter(one => one.endsWith('.jpg')).sort()
const covered = [[0.2, 0.2], [0.7, 0.7], [0.35, 0.5]] as const

it('[F25] [PE7] a masked photo is covered in every size for everybody; what was served before is on no disk and in no cache, and the evidence stays', async () => {
  await inspector.fetch(`${at}/evidence`, { method: 'PUT', body: JSON.stringify({ sha256: 'a'.repeat(64), deviceAt: noon, ahead: 0, at: noon, where: null, exifAt: null, exif: null }), headers: { 'content-type': 'application/json' } })
  expect(await send()).toBe(200)
  expect(await bright(await bytes(at), ...covered)).toEqual([255, 255, 255])
  await bytes(`${at}?thumb`)
  expect(files()).toEqual(['f1.full.jpg', 'f1.stamped.jpg', 'f1.thumb.jpg'])

  expect(await mask(coordinator.actor, [100, 100, 200, 200])).toMatchObject({ ok: true })
  // Nobody has looked yet, and the files are painted all the same.
  await expect.poll(files).toEqual(['f1.m1.full.jpg', 'f1.m1.thumb.jpg'])
  expect(await mask(inspector.actor, [600, 600, 200, 200], [300, 400, 100, 200])).toMatchObject({ ok: true })
  for (const address of [`${at}?masks=3`, `${at}?thumb&masks=3`, at, `${at}?thumb`, `${at}?masks=1`]) {
    const photo = await bytes(address)
    expect((await bright(photo, ...covered)).every(one => one < 30), address).toBe(true)
    expect((await bright(photo, [0.05, 0.05], [0.5, 0.35])).every(one => one > 230), address).toBe(true)
  }
  await expect.poll(files).toEqual(['f1.m3.full.jpg', 'f1.m3.stamped.jpg', 'f1.m3.thumb.jpg'])
  // A cache keeps it only under the address that says how much is covered.
  const kept = async (address: string) => (await inspector.fetch(address)).headers.get('cache-control')
  expect(await Promise.all([`${at}?masks=3`, at, `${at}?masks=1`, `${at}?thumb`].map(kept))).toEqual(['private, max-age=604800, immutable', 'no-store', 'no-store', 'no-store'])

  // A device that is ahead of the board waits for it.
  expect((await inspector.fetch(`${at}?masks=4`)).status).toBe(202)

  // The one who sends it again, since no receipt came, brings nothing back.
  expect(await send()).toBe(200)
  expect((await bright(await bytes(`${at}?masks=3`), ...covered)).every(one => one < 30)).toBe(true)
  const [evidence] = await (await coordinator.fetch('/api/i/first/photos/i1')).json() as { whole: { sha256: string } }[]
  expect(evidence?.whole.sha256).toBe('a'.repeat(64))
  const told = await (await inspector.fetch('/api/i/first/history/issue/i1')).json() as { name: string, actor: string }[]
  expect(told.filter(one => one.name === 'maskPhoto').map(one => one.actor).sort()).toEqual([coordinator.actor.id, inspector.actor.id].sort())
  expect(board.bugs).toEqual([])
})

it('[F25] [PE7] a photo that comes after its cover is served covered, and a painting that was cut short is done again', async () => {
  expect(await mask(coordinator.actor, [0, 0, 1000, 1000])).toMatchObject({ ok: true })
  expect(await send()).toBe(200)
  expect((await bright(await bytes(`${at}?masks=1`), ...covered)).every(one => one < 30)).toBe(true)
  // The small copy was painted and the server ended before the large one.
  const folder = path.join(board.data, 'photos')
  fs.rmSync(path.join(folder, 'f1.m1.full.jpg'))
  fs.writeFileSync(path.join(folder, 'f1.full.jpg'), await white())
  expect((await bright(await bytes(`${at}?masks=1`), ...covered)).every(one => one < 30)).toBe(true)
  await expect.poll(files).toEqual(['f1.m1.full.jpg', 'f1.m1.thumb.jpg'])
})

it('[F25] [PE7] headquarters and the finder mask a photo, nobody else; only a photo that the record names, and in bounds', async () => {
  const block = [1, 1, 9, 9]
  const others = [board.person({ role: 'inspector' }), board.person({ role: 'officer', township: 'north' }), board.person({ role: 'unit', unit: 'health' }), board.person({ role: 'overseer' }), board.person({ role: 'viewer' }), board.person({ role: 'volunteer' })]
  for (const { actor } of others) expect(await mask(actor, block), actor.role).toMatchObject({ ok: false, code: 'forbidden' })
  const other = { of: 'issue', record: 'i1', photo: 'f2', blocks: [block] }
  expect(await board.authority.submit({ id: 'x', name: 'maskPhoto', args: other }, coordinator.actor)).toMatchObject({ code: 'not_found' })
  for (const bad of [[], [[1, 1, 0, 9]], [[1, 1, 9, 1001]], [[1.5, 1, 9, 9]], [[1, 1, 9, 9, 9]], Array.from({ length: 21 }).fill(block)] as number[][][]) expect(await mask(coordinator.actor, ...bad)).toMatchObject({ code: 'invalid' })
  const twenty = Array.from({ length: 20 }, () => block)
  expect(await mask(coordinator.actor, ...twenty)).toMatchObject({ ok: true })
  expect(await mask(inspector.actor, ...twenty)).toMatchObject({ ok: true })
  expect(await mask(coordinator.actor, block)).toMatchObject({ code: 'too_large' })
})

it('[PE7] a part in thousandths is never smaller than what was drawn', () => {
  expect(thousandths({ x: 0.1004, y: 0, w: 0.2001, h: 1 })).toEqual([100, 0, 201, 1000])
  expect(thousandths({ x: 0.9999, y: 0.5, w: 0.0001, h: 0 })).toEqual([999, 500, 1, 1])
})

it('[F25] [PE7] a photo whose record has fewer covered parts than its files, as after a restore, is shown with more covered, never less', async () => {
  expect(await send()).toBe(200)
  expect(await mask(coordinator.actor, [100, 100, 200, 200])).toMatchObject({ ok: true })
  await expect.poll(files).toEqual(['f1.m1.full.jpg', 'f1.m1.thumb.jpg'])
  for (const name of files()) fs.renameSync(path.join(board.data, 'photos', name), path.join(board.data, 'photos', name.replace('.m1.', '.m2.')))
  expect((await bright(await bytes(`${at}?masks=1`), [0.2, 0.2]))[0]).toBeLessThan(30)
})
