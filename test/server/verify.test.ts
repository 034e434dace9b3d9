import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { afterEach, expect, it, vi } from 'vitest'
import { headsFile } from '../../server/audit/heads.ts'
import { verifyLogs } from '../../server/audit/verify.ts'
import { verifying } from '../../server/audit/verifying.ts'
import { marksInBackups } from '../../server/backup/witnesses.ts'
import { startBoard } from '../../server/board-server.ts'
import { backupPlaces, readConfig } from '../../server/core/config.ts'
import { addAdmin } from '../../server/operate/add-admin.ts'
import { backup } from '../../server/operate/backups.ts'
import { verify } from '../../server/operate/verify.ts'
import { folder as county } from '../support/county.ts'
import { tampering, witnessedBoard } from '../support/tampering.ts'
import { tempFolder } from '../support/temp.ts'

afterEach(() => vi.restoreAllMocks())
const wrong = async (data: string) => (await verifyLogs(data)).filter(one => one.wrong).map(one => one.log)
const settings = (data: string) => readConfig({ PORT: '0', DATA_DIR: data, START_WITH: 'empty' })

/** What a command prints, and its exit status; the process that runs the tests keeps its own. */
async function said(run: () => void | Promise<void>): Promise<{ readonly text: string, readonly status: number }> {
  const lines: string[] = []
  vi.spyOn(console, 'log').mockImplementation(line => void lines.push(String(line)))
  try {
    await run()
    return { text: lines.join('\n'), status: Number(process.exitCode ?? 0) }
  } finally {
    process.exitCode = 0
    vi.restoreAllMocks()
  }
}

it.each(Object.entries(tampering))('[AU1] [F90] every change of the log is found by its heads, though the sum in each row fits: %s', async (_name, way) => {
  const data = path.join(tempFolder(), 'data')
  const { file } = await witnessedBoard(data, 2100)
  expect(await wrong(data)).toEqual([])
  const whole = fs.readFileSync(file)
  for (const at of [999, 1000, 1001, 1500, 2000, 2100]) {
    const raw = new SQLite(file)
    raw.transaction(() => way(raw, at, 2100))()
    raw.close()
    expect(await wrong(data), `at ${at}`).toEqual(['first/log'])
    fs.writeFileSync(file, whole)
  }
  expect(await wrong(data)).toEqual([])
})

it('[AU1] heads that are removed, changed or of another key are said, and so is a log that lost its newest rows', async () => {
  const data = path.join(tempFolder(), 'data')
  await witnessedBoard(data, 30)
  const heads = fs.readFileSync(headsFile(data), 'utf8')
  for (const other of [heads.replace(/"id":30/, '"id":29'), '{}', 'half {', null]) {
    if (other === null) fs.rmSync(headsFile(data))
    else fs.writeFileSync(headsFile(data), other)
    expect((await wrong(data))[0], String(other).slice(0, 20)).toBe('first/log')
  }
  fs.writeFileSync(headsFile(data), heads)
  expect(await wrong(data)).toEqual([])
})

it('[AU1] a log with marks whose table lacks a column is not taken for one of an earlier version', async () => {
  const data = path.join(tempFolder(), 'data')
  const { file } = await witnessedBoard(data, 30)
  const raw = new SQLite(file)
  raw.exec('alter table log drop column sum; delete from log where seq > 20')
  raw.close()
  expect(await wrong(data)).toEqual(['first/log'])
})

it('[AU2] the command verify says what is sound; with a backup it finds also who changed the log and its heads together', async () => {
  const data = path.join(tempFolder(), 'data')
  const { file, heads } = await witnessedBoard(data, 30)
  const config = settings(data)
  const first = await said(() => verify(config))
  expect(first).toMatchObject({ status: 0 })
  expect(first.text).toContain('没有可比对的备份')
  expect(first.text).toContain('first/log: 30 完好')
  await said(() => backup(config, []))
  expect(await said(() => verify(config))).toMatchObject({ status: 0 })
  const raw = new SQLite(file)
  tampering.author!(raw, 20, 30)
  raw.close()
  // Somebody who has the key of the data folder too makes new heads; the marks in the backups stay.
  fs.rmSync(headsFile(data))
  await heads.look()
  expect(await wrong(data)).toEqual([])
  const found = await said(() => verify(config))
  expect(found.status).toBe(78)
  expect(found.text).toMatch(/first\/log: \d+ 第 1 至 30 行有改动/)
})

it('[AU3] the command add-admin prints a link that signs a new administrator in; it refuses a running board and a folder without one', async () => {
  const data = path.join(tempFolder(), 'data')
  const config = settings(data)
  const open = () => startBoard({ config, folder: county })
  const before = await open()
  await expect(addAdmin(config, ['王五'])).rejects.toThrow(/正由另一个进程使用/)
  await before.close()
  await expect(addAdmin(config, [])).rejects.toThrow(/add-admin/)
  const { text } = await said(() => addAdmin(config, ['王', '五']))
  const board = await open()
  const session = board.accounts.signIn(text.match(/\/in#(\S+)/)![1]!, 1)
  expect(session).toBeTruthy()
  expect(board.accounts.list().find(one => one.name === '王 五')).toMatchObject({ role: 'admin' })
  await board.close()
  await expect(addAdmin(settings(path.join(tempFolder(), 'none')), ['王五'])).rejects.toThrow(/board\.db/)
})

it('[AU6] a backup whose manifest was changed is counted as unread, and a check that fails is told to the operator', async () => {
  const data = path.join(tempFolder(), 'data')
  await witnessedBoard(data, 30)
  const config = settings(data)
  await said(() => backup(config, []))
  expect(await marksInBackups(config)).toMatchObject({ backups: 1, unread: 0 })
  const { folder } = backupPlaces(config)
  const manifest = (fs.readdirSync(folder, { recursive: true }) as string[]).find(name => name.endsWith('manifest.json'))!
  fs.appendFileSync(path.join(folder, manifest), 'x')
  expect(await marksInBackups(config)).toEqual({ marks: [], backups: 0, unread: 1 })
  const told: unknown[] = []
  let kept: string | null = null
  const checks = verifying({ data, witnesses: () => marksInBackups(config), recall: async () => kept, remember: async text => void (kept = text), now: () => 0, onFailed: error => told.push(error) })
  await checks.run('ann')
  expect(await checks.state()).toMatchObject({ failed: false, last: { backups: 0, unread: 1 } })
  fs.rmSync(path.join(data, 'key'))
  await checks.run('ann')
  expect([await checks.state(), told.length]).toMatchObject([{ failed: true, running: null, last: { unread: 1 } }, 1])
})
