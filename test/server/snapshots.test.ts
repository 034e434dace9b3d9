import type { Command } from '../../shared/core/command.ts'
import type { Commit } from '../../shared/core/protocol.ts'
import { expect, it } from 'vitest'
import { Authority } from '../../server/board/authority.ts'
import { snapshots } from '../../server/board/snapshots.ts'
import { memoryStore } from '../../server/board/store-memory.ts'
import { facts, make, noon, who } from '../support/given.ts'
import { runningBoard, until } from '../support/running-board.ts'

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

it('[FR2] what was handed out can be resumed from while an import goes on, and for a minute; memory stays bounded', async () => {
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

it('[FR2] a snapshot is no more than so many commits behind', async () => {
  const authority = await Authority.open(memoryStore(), { facts, now: () => noon })
  const board = snapshots(authority, 3)
  for (let i = 0; i < 9; i++) {
    await authority.submit({ id: `c${i}`, name: 'announce', args: { announcement: `a${i}`, text: 'x' } }, who.coordinator)
    expect(authority.board.seq - board('staff').seq).toBeLessThanOrEqual(3)
  }
})

it('[FR1] the log that is answered ends where the board does, though another process has written more', async () => {
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
