import type { Found, Health } from '../../shared/audit/health.ts'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { watchOver } from '../../server/operate/watch-over.ts'
import { folder } from '../support/county.ts'
import { runningBoard } from '../support/running-board.ts'
import { tempFolder } from '../support/temp.ts'

it('[F90] [OP3] the page of the server has its figures, and administrators alone read them', async () => {
  const board = await runningBoard()
  const admin = board.person({ role: 'admin' })
  for (const role of ['coordinator', 'overseer', 'viewer'] as const) {
    const other = board.person({ role })
    expect([(await other.fetch('/api/system')).status, (await other.fetch('/api/system/doctor')).status, (await other.fetch('/api/system/backup', { method: 'POST' })).status]).toEqual([403, 403, 403])
  }
  board.accounts.disable(admin.actor.id, board.accounts.add({ name: 'Gone', role: 'viewer' }))
  const text = await (await admin.fetch('/api/system')).text()
  const health = JSON.parse(text) as Health
  expect(health).toMatchObject({ version: expect.stringMatching(/^\d/), store: 'folder', several: false, room: 'enough', commits: 1, incidents: 1, aside: 0, sockets: 0, sessions: 4, backups: { kept: 0, byHand: false, making: false, newest: [] }, limits: { points: 240, seconds: 12, lines: 64 } })
  expect(health.free).toBeGreaterThan(0)
  expect(health.accounts).toEqual(expect.arrayContaining([{ role: 'admin', people: 2, never: 1, withoutFactor: 2 }, { role: 'viewer', people: 1, never: 0, withoutFactor: 0 }]))
  for (const name of ['the admin', admin.actor.id]) expect(text).not.toContain(name)
  const found = await (await admin.fetch('/api/system/doctor')).json() as Found[]
  expect(found.some(one => one.level === 'fine' && one.zh && one.en)).toBe(true)
  expect(board.bugs).toEqual([])
})

it('[F90] [OP3] an administrator has a backup made, with a fresh proof; it is recorded and listed', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  let now = Date.now()
  const data = path.join(tempFolder(), 'data')
  const config = readConfig({ PORT: '0', DATA_DIR: data, START_WITH: 'empty' })
  const watch = watchOver(config, { script: undefined, onTrouble: () => {} })
  const board = await startBoard({ config, folder, backups: watch.backups, now: () => now })
  try {
    const admin = board.accounts.list().find(one => one.role === 'admin')!
    const origin = `http://127.0.0.1:${board.port}`
    const headers = { origin, cookie: `yixian=${board.accounts.signIn(board.accounts.invite(admin.id, 1), 1)}` }
    const state = async () => (await (await fetch(`${origin}/api/system`, { headers })).json() as Health).backups
    expect((await fetch(`${origin}/api/system/backup`, { method: 'POST', headers })).status).toBe(202)
    await expect.poll(async () => (await state()).making, { timeout: 60_000 }).toBe(false)
    expect(await state()).toMatchObject({ kept: 1, failed: null, byHand: true, newest: [{ why: 'hand', bytes: expect.any(Number) }] })
    now += 11 * 60_000
    expect((await fetch(`${origin}/api/system/backup`, { method: 'POST', headers })).status).toBe(403)
  } finally {
    await board.close()
    vi.restoreAllMocks()
  }
})
