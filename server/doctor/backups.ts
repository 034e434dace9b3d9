import type { Config } from '../core/config.ts'
import type { Finding } from './finding.ts'
import fs from 'node:fs'
import { readBackupKey } from '../backup/backup-key.ts'
import { isAway, lastMade } from '../backup/last-made.ts'
import { readManifest } from '../backup/manifest.ts'
import { Refused } from '../backup/refused.ts'
import { backupsIn, timeOf } from '../backup/shelf.ts'
import { backupPlaces } from '../core/config.ts'
import { fine, note, spanEn, spanZh, wrong } from './finding.ts'

const minute = 60_000

/** How old the newest backup is, and whether the backups are where they were and open with their key. */
export function backups(config: Config, now: number): Finding[] {
  const { DATA_DIR: data, BACKUP_MINUTES } = config
  const { folder, keyFile } = backupPlaces(config)
  const found: Finding[] = []
  if (isAway(data, folder)) found.push(wrong(`最近一份备份 ${lastMade(data)} 不在 ${folder}：备份盘未挂载，或目录被清空。请挂载备份盘，或检查 BACKUP_DIR。`, `The backup made last, ${lastMade(data)}, is not in ${folder}: its disk is not mounted, or it was emptied. Mount it, or check BACKUP_DIR.`))
  const ids = backupsIn(folder)
  const newest = ids.map(timeOf).filter(at => at <= now + minute).at(-1)
  if (ids.some(id => timeOf(id) > now + minute)) found.push(wrong('有备份的时间在将来：本机时钟现在或当时是错的。请校准时钟。', 'A backup is dated into the future: the clock is wrong, or was then. Set the clock.'))
  if (BACKUP_MINUTES === 0) found.push(note('BACKUP_MINUTES=0：不会自动备份。请确认这是有意的。', 'BACKUP_MINUTES=0: no backup is made by itself. Make sure that this is meant.'))
  else if (newest === undefined) found.push(wrong(`${folder} 里没有备份。请启动服务，或运行 npm start -- backup，并看它的提示。`, `There is no backup in ${folder}. Start the board, or run "npm start -- backup" and read what it says.`))
  else if (now - newest > 3 * BACKUP_MINUTES * minute) found.push(wrong(`最近的备份是 ${spanZh(now - newest)}前，应每 ${BACKUP_MINUTES} 分钟一次。服务停着的属正常；在运行的，请看日志里“备份失败”的原因。`, `The newest backup is ${spanEn(now - newest)} old, and one is due every ${BACKUP_MINUTES} minutes. That is normal for a stopped board; for a running one the log says why it failed.`))
  else found.push(fine(`最近的备份是 ${spanZh(now - newest)}前，共 ${ids.length} 份。`, `The newest backup is ${spanEn(now - newest)} old; there are ${ids.length}.`))
  return ids.length ? [...found, ...readable(folder, keyFile, ids)] : found
}

function readable(folder: string, keyFile: string, ids: readonly string[]): Finding[] {
  try {
    const key = readBackupKey(keyFile)
    for (const id of ids) readManifest(folder, id, key)
    return [fine('备份密钥在，能打开每一份备份。', 'The key of the backups is there and opens each of them.')]
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const [zh = '', en = ''] = error.message.split('\n')
    return [wrong(zh, en)]
  }
}

/** Whether the key of the backups lies on the disk of the backups: a thief of the one then has the other. */
export function keyApart(config: Config): Finding[] {
  const { folder, keyFile } = backupPlaces(config)
  if (!fs.existsSync(keyFile) || !fs.existsSync(folder)) return []
  return fs.statSync(keyFile).dev === fs.statSync(folder).dev && fs.statSync(folder).dev !== fs.statSync(config.DATA_DIR).dev
    ? [wrong(`备份密钥 ${keyFile} 与备份在同一块磁盘上：拿走这块磁盘的人能读全部内容。请把密钥移到别处，并设 BACKUP_KEY。`, `The key ${keyFile} is on the disk of the backups: who takes that disk can read everything. Move the key and set BACKUP_KEY.`)]
    : [note('请确认备份密钥另有一份保存在机器之外（U 盘、密码库、打印件）。', 'Make sure that a copy of the key of the backups is kept outside of this machine: a USB stick, a password store, paper.')]
}
