import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeAll, expect, it, vi } from 'vitest'
import { homesOf } from '../../server/audit/boards.ts'
import { verifyLogs } from '../../server/audit/verify.ts'
import { witness } from '../../server/audit/witness.ts'
import { readBackupKey } from '../../server/backup/backup-key.ts'
import { readManifest } from '../../server/backup/manifest.ts'
import { backupsIn } from '../../server/backup/shelf.ts'
import { backupLock } from '../../server/backup/staging.ts'
import { witnessesIn } from '../../server/backup/witnesses.ts'
import { readConfig } from '../../server/core/config.ts'
import { openDatabase } from '../../server/database/database.ts'
import { lockFile } from '../../server/disk/folder.ts'
import { writeWhole } from '../../server/disk/whole-file.ts'
import { backup } from '../../server/operate/backups.ts'
import { keptIn, lostRows } from '../fault/kept-rows.ts'
import { oldFolder } from '../fault/old-folder.ts'
import { usedFolder } from '../fault/used-folder.ts'
import { tempFolder } from '../support/temp.ts'

let today = ''
beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'yixian-test-'))
  today = path.join(home, 'today')
  await usedFolder(today, 20)
  return () => fs.rmSync(home, { recursive: true, force: true })
}, 120_000)

/** A folder as the version after this migration wrote it. */
function old(step: number) {
  const home = tempFolder()
  const data = path.join(home, 'data')
  oldFolder(today, data, step)
  return { data, config: readConfig({ DATA_DIR: data, BACKUP_DIR: path.join(home, 'backups'), BACKUP_KEY: path.join(home, 'backup.key') }) }
}

it.each([1, 4, 5, 6, 12, 19])('[DF10] [BK8] a folder from after migration %i is backed up as it is, upgraded without a lost row, and its logs then fit the marks of that backup', async (step) => {
  const { data, config } = old(step)
  const before = keptIn(data)
  expect(await verifyLogs(data).then(found => found.filter(one => one.wrong && !/missing/.test(one.wrong)))).toEqual([])
  await backup(config, ['--why', 'upgrade'])
  for (const { at } of homesOf(data)) openDatabase(path.join(data, at, 'board.db')).close()
  if (fs.existsSync(path.join(data, 'care.db'))) openDatabase(path.join(data, 'care.db'), path.resolve('server/care/migrations')).close()
  expect(lostRows(before, keptIn(data, before.heads))).toEqual([])
  await witness(data, { onTrouble: sentence => expect.fail(sentence), write: writeWhole }).look()
  const folder = config.BACKUP_DIR ?? ''
  const marks = witnessesIn([readManifest(folder, backupsIn(folder)[0] ?? '', readBackupKey(config.BACKUP_KEY ?? ''))])
  expect((await verifyLogs(data, marks)).filter(one => one.wrong)).toEqual([])
})

it('[BK8] the backup before an upgrade waits for one that is still being made', async () => {
  const { data, config } = old(1)
  const release = lockFile(backupLock(data))
  const made = backup(config, ['--why', 'upgrade'])
  await expect(backup(config, ['--why', 'hand'])).rejects.toMatchObject({ reason: 'running' })
  release()
  await made
  expect(backupsIn(config.BACKUP_DIR ?? '')).toHaveLength(1)
})
