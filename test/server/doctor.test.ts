import type { AddressInfo } from 'node:net'
import type { Finding } from '../../server/doctor/finding.ts'
import fs from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import process from 'node:process'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { noteLast } from '../../server/backup/last-made.ts'
import { backupsIn, timeOf } from '../../server/backup/shelf.ts'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { address } from '../../server/doctor/address.ts'
import { disks } from '../../server/doctor/disks.ts'
import { fitting } from '../../server/doctor/versions.ts'
import { doctor, examine } from '../../server/operate/doctor.ts'
import { contents, sql } from '../support/broken-folders.ts'
import { folder as county } from '../support/county.ts'
import { tempFolder } from '../support/temp.ts'
import { usedFolder } from '../support/used-folder.ts'

let template: Awaited<ReturnType<typeof usedFolder>>
beforeAll(async () => template = await usedFolder())
afterEach(() => {
  process.exitCode = 0
  vi.restoreAllMocks()
})
afterAll(() => template.end())

function used(more: NodeJS.ProcessEnv = {}) {
  const { home, data, folder, id } = template.copy(tempFolder())
  for (const place of [data, folder]) fs.chmodSync(place, 0o700)
  const config = readConfig({ PORT: '0', DATA_DIR: data, BACKUP_DIR: folder, BACKUP_KEY: path.join(home, 'key'), ...more })
  // The rows of the copied log are of now, and the backup of 2030.
  return { home, data, folder, config, now: timeOf(id) + 60_000 }
}
const wrong = (found: readonly Finding[]) => found.filter(one => one.level === 'wrong').map(one => one.en)
const all = (found: readonly Finding[]) => found.map(one => one.en).join('\n')

it('[OP1] a sound board has nothing wrong, is not changed, and the command ends with 0', async () => {
  const { config, data, now } = used()
  const before = contents(data)
  const found = await examine(config, now - 60_000)
  // The clock of the file system is today’s.
  expect(wrong(found).filter(one => !one.startsWith('The clock of the file system'))).toEqual([])
  expect(contents(data)).toEqual(before)
  for (const { zh, en } of found) {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).toMatch(/^\P{Script=Han}+$/u)
  }
  const young = used({ BACKUP_MINUTES: '0' })
  fs.rmSync(young.folder, { recursive: true })
  fs.rmSync(path.join(young.data, 'last-backup.json'))
  const lines: string[] = []
  vi.spyOn(console, 'log').mockImplementation(line => void lines.push(String(line)))
  await doctor(young.config)
  expect(lines.at(-1)).toContain('Nothing is wrong')
  expect(process.exitCode ?? 0).toBe(0)
  fs.chmodSync(path.join(young.data, 'key'), 0o644)
  await doctor(young.config)
  expect(lines.at(-1)).toMatch(/\d 项有问题/)
  expect(process.exitCode).toBe(78)
})

const harms: readonly [what: string, says: RegExp, harm: (folder: ReturnType<typeof used>) => void][] = [
  ['no database', /There is no board\.db/, ({ data }) => fs.rmSync(path.join(data, 'board.db'))],
  ['a folder that is open to others', /Other users can read or change .*data/, ({ data }) => fs.chmodSync(data, 0o755)],
  ['a key of the backups that is open to others', /Other users can read or change .*key/, ({ home }) => fs.chmodSync(path.join(home, 'key'), 0o644)],
  ['another key of the data', /key/, ({ data }) => fs.writeFileSync(path.join(data, 'key'), 'ab'.repeat(32))],
  ['a register without its key', /care\.key is missing/, ({ data }) => sql(path.join(data, 'care.db'), 'create table care_key (wrapped text); insert into care_key values (\'x\')')],
  ['a newer row in the log', /before the newest row of the log/, ({ data, now }) => sql(path.join(data, 'board.db'), `update log set at = ${now + 9e6} where seq = 3`)],
  ['tables of a newer version', /A newer version of this program wrote the data/, ({ data }) => sql(path.join(data, 'board.db'), 'insert into __drizzle_migrations (hash, created_at) values (\'x\', 9e15)')],
  ['a link', /photos\/far\.jpg is a link/, ({ data }) => fs.symlinkSync('/nowhere', path.join(data, 'photos/far.jpg'))],
  ['a large write-ahead log', /care\.db-wal has 65 MB/, ({ data }) => fs.writeFileSync(path.join(data, 'care.db-wal'), new Uint8Array(65e6))],
  ['no backups', /There is no backup in/, ({ folder }) => fs.rmSync(folder, { recursive: true })],
  ['backups that are elsewhere', /is not in .*its disk is not mounted/, ({ data }) => noteLast(data, '2030-01-01T00-00-00-000Z')],
  ['a backup that was changed', /was changed or is damaged/, ({ folder }) => fs.writeFileSync(path.join(folder, backupsIn(folder)[0]!, 'manifest.json'), '{}')],
  ['backups without their key', /key of the backups .* is missing/, ({ home }) => fs.rmSync(path.join(home, 'key'))],
]
it.each(harms)('[OP1] the doctor finds %s', async (_what, says, harm) => {
  const folder = used()
  expect(wrong(await examine(folder.config, folder.now)).filter(one => says.test(one))).toEqual([])
  harm(folder)
  expect(wrong(await examine(folder.config, folder.now)).filter(one => says.test(one))).toHaveLength(1)
})

it('[OP1] the doctor finds an old backup, one of the future, and a clock that differs from that of the file system', async () => {
  const { config, now } = used()
  expect(wrong(await examine(config, now + 4 * 3_600_000)).join()).toContain('4 hours old')
  expect(wrong(await examine(config, now - 3 * 3_600_000)).join()).toContain('dated into the future')
  expect(wrong(await examine(config, now)).join()).toContain('The clock of the file system')
  expect(all(await examine({ ...config, BACKUP_MINUTES: 0 }))).not.toContain('The clock of the file system')
})

it('[OP1] the doctor finds a short disk, an old Node and tables that the next start changes', async () => {
  const { data, folder } = used()
  expect(wrong(await disks(data, folder, async place => ({ free: place === data ? 1e12 : 1e8, total: 1e12 })))).toEqual([expect.stringMatching(/backups has 100 MB left, less than 5000 MB/)])
  for (const [node, old] of [['18.20.1', true], ['20.18.9', true], ['20.19.0', false], ['22.1.0', false]] as const) expect(wrong(fitting(data, node)).length === 1, node).toBe(old)
  sql(path.join(data, 'board.db'), 'delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)')
  expect(all(fitting(data))).toContain('The next start changes the tables')
})

it('[OP1] the doctor compares the public address with the proxy', () => {
  const of = (HOST: string, PUBLIC_URL: string | undefined, TRUST_PROXY: number) => address({ HOST, PUBLIC_URL, TRUST_PROXY }).map(({ level }) => level)
  expect(of('127.0.0.1', 'https://board.example', 1)).toEqual(['fine'])
  expect(of('127.0.0.1', undefined, 0)).toEqual(['fine'])
  expect(of('127.0.0.1', 'http://127.0.0.1:8506', 0)).toEqual(['fine'])
  expect(of('127.0.0.1', 'https://board.example', 0)).toEqual(['wrong'])
  expect(of('127.0.0.1', 'http://board.example', 1)).toEqual(['wrong'])
  expect(of('127.0.0.1', 'https://board.example/yixian', 1)).toEqual(['wrong'])
  expect(of('127.0.0.1', undefined, 1)).toEqual(['wrong'])
  expect(of('0.0.0.0', undefined, 0)).toEqual(['wrong'])
  expect(of('0.0.0.0', 'https://board.example', 1)).toEqual(['note'])
})

it('[OP1] the doctor tells a running board from another program on its port', async () => {
  const { config } = used()
  const other = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1')
  const board = await startBoard({ config, folder: county })
  expect(all(await examine({ ...config, PORT: board.port }))).toContain('does its work')
  await board.close()
  expect(wrong(await examine({ ...config, PORT: (other.address() as AddressInfo).port })).join()).toContain('Another program uses')
  other.close()
})
