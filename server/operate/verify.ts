import type { Config } from '../core/config.ts'
import fs from 'node:fs'
import process from 'node:process'
import { verifyLogs } from '../audit/verify.ts'
import { readBackupKey } from '../backup/backup-key.ts'
import { changedFiles } from '../backup/changed-files.ts'
import { badKept } from '../backup/kept-files.ts'
import { backupsIn } from '../backup/shelf.ts'
import { manifestsOf, witnessesIn } from '../backup/witnesses.ts'
import { backupPlaces } from '../core/config.ts'
import { checkFolder } from '../disk/check-folder.ts'

/** `npm start -- verify`: checks the databases, compares every log with its marks in `heads.json` and in the backups, and photos with the newest backup. Exit status 78 if something differs. */
export async function verify(config: Config): Promise<void> {
  checkFolder(config.DATA_DIR)
  const { folder, keyFile } = backupPlaces(config)
  const ids = fs.existsSync(keyFile) ? backupsIn(folder) : []
  if (!ids.length) console.log(`没有可比对的备份，只与 heads.json 比对。There is no backup to compare with, only heads.json.`)
  const key = ids.length ? readBackupKey(keyFile) : null
  let unread = 0
  const manifests = key
    ? manifestsOf(folder, ids, key, (id, why) => {
        unread++
        console.log(`${id}: ${why}`)
      })
    : []
  const began = performance.now()
  const found = await verifyLogs(config.DATA_DIR, witnessesIn(manifests))
  for (const { log, rows, wrong } of found) console.log(`${log}: ${rows} ${wrong ?? '完好 sound'}`)
  const rows = found.reduce((sum, one) => sum + one.rows, 0)
  console.log(`${rows} 行，${((performance.now() - began) / 1000).toFixed(1)} 秒 / ${rows} rows in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  const newest = manifests.at(-1)
  const changed = key && newest ? await changedFiles(config.DATA_DIR, newest, key) : []
  for (const file of changed) console.log(`${file}: 与备份不同，内容被改动或损坏 / differs from the backup: it was changed or is damaged`)
  const bad = key ? await badKept(folder, manifests, key) : []
  for (const { file, path } of bad) console.log(`${file}: 备份中 ${path} 的副本丢失、损坏或被改动。原件还在的，请删除这个副本再备份一次，会重新保存。/ the copy of ${path} in the backups is missing, damaged or was changed. If the original is still there, remove this copy and make a backup: it is kept again.`)
  if (unread || bad.length || changed.length || found.some(({ wrong }) => wrong)) process.exitCode = 78
}
