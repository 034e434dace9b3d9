import type { Buffer } from 'node:buffer'
import type { Command } from '../../shared/core/command.ts'
import type { Commit } from '../../shared/core/protocol.ts'
import type { AnyRecord } from '../../shared/records.ts'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { Authority } from '../../server/board/authority.ts'
import { snapshots } from '../../server/board/snapshots.ts'
import { memoryStore } from '../../server/board/store-memory.ts'
import { facts, make, noon, who } from '../support/given.ts'
import { runningBoard, until } from '../support/running-board.ts'
import { take } from '../support/taken.ts'

const row = (i: number) => ({ place: `p${i}`, name: `place ${i}`, kind: 'school', township: 'north', lng: -20, lat: 64.5 })
/** An import in commits of 100 rows. */
const imports = (rows: number): Command[] => Array.from({ length: Math.ceil(rows / 100) }, (_, part) =>
  ({ id: `import-${part}`, name: 'importPlaces', args: { places: Array.from({ length: Math.min(100, rows - part * 100) }, (__, i) => row(part * 100 + i)) } }))

it('[FR2] a device that is opened after an import of 8,000 places is live, and fetches the board once', async () => {
  const board = await runningBoard()
  const coordinator = board.person({ role: 'coordinator' })
  const before = board.page(coordinator)
  await before.live()
  for (const command of imports(8000)) expect(await board.authority.submit(command, coordinator.actor)).toMatchObject({ ok: true })
  const after = board.page(coordinator)
  let refused = 0
  after.socket.on('disconnect', () => refused++)
  after.link.start()
  await until(() => after.state() === 'live', 30_000)
  expect([[...after.replica.all('place')].length, refused]).toEqual([8000, 0])
})

it('[FR2] a snapshot can be resumed from during an import, and for a minute; memory stays bounded', async () => {
  const clock = { now: noon }
  const authority = await Authority.open(memoryStore(), { facts, now: () => clock.now, tail: 500 })
  const board = snapshots(authority)
  const { seq } = board('staff')
  const rows = imports(9000)
  for (const command of rows.slice(0, 30)) await authority.submit(command, who.coordinator)
  expect(authority.since(seq)).toHaveLength(30)
  expect(board('staff').seq).toBe(seq)

  clock.now += 60_001
  for (const command of rows.slice(30, 40)) await authority.submit(command, who.coordinator)
  expect(authority.since(seq)).toBe(null)
  const fresh = board('staff')
  expect(fresh.seq).toBe(authority.board.seq)
  expect(authority.since(fresh.seq)).toEqual([])

  for (const command of rows.slice(40)) await authority.submit(command, who.coordinator)
  expect(authority.since(fresh.seq)).toBe(null)
  const again = board('staff')
  expect(again.seq).toBe(authority.board.seq)
})

it('[FR2] a snapshot is at most a fixed number of commits behind', async () => {
  const authority = await Authority.open(memoryStore(), { facts, now: () => noon })
  const board = snapshots(authority, 3)
  for (let i = 0; i < 9; i++) {
    await authority.submit({ id: `c${i}`, name: 'announce', args: { announcement: `a${i}`, text: 'x' } }, who.coordinator)
    expect(authority.board.seq - board('staff').seq).toBeLessThanOrEqual(3)
  }
})

it('[FR5] a board is compressed as its reader accepts it: the same text with Brotli and with gzip, each made once, under names of their own', async () => {
  const authority = await Authority.open(memoryStore(), { facts, now: () => noon })
  for (const command of imports(1000)) await authority.submit(command, who.coordinator)
  const board = snapshots(authority)
  const [br, gzip] = await Promise.all([board('staff', 'br').body, board('staff', 'gzip').body])
  expect(brotliDecompressSync(br).toString()).toBe(gunzipSync(gzip).toString())
  expect(br.length).toBeLessThan(gzip.length)
  expect([await board('staff', 'br').body, await board('staff').body]).toEqual([br, gzip])

  const running = await runningBoard()
  const person = running.person({ role: 'coordinator' })
  const asked = async (accepts: string, tag = '') => {
    const { status, headers } = await person.fetch('/api/i/first/board', { headers: { 'accept-encoding': accepts, 'if-none-match': tag } })
    return { status, coding: headers.get('content-encoding'), vary: headers.get('vary')?.toLowerCase(), tag: headers.get('etag') ?? '' }
  }
  const [packed, older] = [await asked('gzip, br'), await asked('gzip')]
  expect([packed.coding, older.coding]).toEqual(['br', 'gzip'])
  expect(packed.vary).toContain('accept-encoding')
  expect(packed.tag).not.toBe(older.tag)
  expect((await asked('gzip, br', packed.tag)).status).toBe(304)
  expect((await asked('gzip', packed.tag)).status).toBe(200)
})

it('[FR3] boards for several audiences are written a slice at a time, and other work has its turn between slices', async () => {
  const authority = await Authority.open(memoryStore(), { facts, now: () => noon })
  let turn = 0
  const written = new Map<number, number>()
  const counting = (record: AnyRecord) => Object.defineProperty({ ...record }, 'toJSON', { value: () => {
    written.set(turn, (written.get(turn) ?? 0) + 1)
    return record
  } })
  for (let i = 0; i < 4000; i++) authority.board.set({ kind: 'place', id: `p${i}`, value: counting(make('place', { id: `p${i}` })) })
  let left = true
  const others = () => {
    turn++
    if (left) setImmediate(others)
  }
  others()
  const board = snapshots(authority)
  await Promise.all(['staff', 'viewer', 'township:north'].map(audience => board(audience).body))
  left = false
  expect([...written.values()].reduce((sum, n) => sum + n)).toBe(12_000)
  expect(Math.max(...written.values())).toBeLessThanOrEqual(500)
})

it('[FR3] a board is of the moment it was asked for, whatever is committed while it is written', async () => {
  const authority = await Authority.open(memoryStore(), { facts, now: () => noon })
  for (const command of imports(2000)) await authority.submit(command, who.coordinator)
  const before = take(authority, 'staff')
  expect(before.records.place).toHaveLength(2000)
  const { seq, body } = snapshots(authority)('staff')
  expect(await authority.submit({ id: 'e', name: 'retirePlace', args: { place: 'p1999' } }, who.coordinator)).toMatchObject({ ok: true })
  expect(await authority.submit({ id: 'z', name: 'announce', args: { announcement: 'a1', text: 'x' } }, who.coordinator)).toMatchObject({ ok: true })
  const read = (bytes: Buffer): unknown => JSON.parse(gunzipSync(bytes).toString())
  expect([seq, read(await body)]).toEqual([before.seq, before])
})

it('[FR3] a board that could not be written is written again for the next request', async () => {
  const authority = await Authority.open(memoryStore(), { facts, now: () => noon })
  let broken = true
  const place = Object.defineProperty({ ...make('place', { id: 'p1' }) }, 'toJSON', { value(this: object) {
    if (broken) throw new Error('broken')
    return { ...this }
  } })
  authority.board.set({ kind: 'place', id: 'p1', value: place })
  const board = snapshots(authority)
  await expect(board('staff').body).rejects.toThrow('broken')
  broken = false
  expect(gunzipSync(await board('staff').body).toString()).toContain('"p1"')
})

it('[FR1] the answered log ends where the board does, even if another process has written more', async () => {
  const running = await runningBoard()
  const admin = running.person({ role: 'admin' })
  const end = running.authority.board.seq
  const place = make('place', { id: 'p1' })
  const more: Commit = { seq: end + 1, id: 'other', name: 'addPlace', args: {}, actor: 'else', at: noon, changes: [{ kind: 'place', id: 'p1', value: place }] }
  expect(await running.incidents.find('first')?.store.append([more])).toBe(true)
  const page = async () => await (await admin.fetch('/api/i/first/log?after=0')).json() as { to: number, end: number, commits: { seq: number }[] }
  expect(await page()).toMatchObject({ to: end, end })
  expect(JSON.stringify(await page())).not.toContain('p1')
  await running.authority.catchUp()
  expect(await page()).toMatchObject({ to: end + 1, end: end + 1 })
})
