import type { Why } from '../backup/manifest.ts'
import type { Config } from '../core/config.ts'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { makeBackupKey, readBackupKey } from '../backup/backup-key.ts'
import { makeBackup } from '../backup/make.ts'
import { Refused } from '../backup/refused.ts'
import { restoreBackup } from '../backup/restore.ts'
import { backupsIn, timeOf } from '../backup/shelf.ts'
import { CannotStart } from '../core/cannot-start.ts'
import { backupPlaces } from '../core/config.ts'
import { progress } from './progress.ts'

const reasons: readonly Why[] = ['hourly', 'upgrade', 'hand']
const moment = (at: number) => new Date(at).toISOString().replace('T', ' ').slice(0, 16).concat(' UTC')

/** What the person who installs the board must know, once. */
const keepKey = (file: string, folder: string) => `备份用密钥 ${file} 加密。请现在就把它复制到别处（U 盘、密码库、打印件），不要放在数据目录或 ${folder} 旁边：没有它，任何备份都打不开。此话只说一次。
Backups are sealed with the key ${file}. Copy it to another place now (a USB stick, a password store, on paper), not beside the data folder or ${folder}: without it no backup can be opened. This is said only once.`

/** The key of the backups, made at the first one. A lost key is never replaced while its backups are there. */
function keyFor(folder: string, keyFile: string) {
  if (!fs.existsSync(keyFile) && backupsIn(folder).length) throw new Refused('key_lost', keyFile)
  fs.mkdirSync(path.dirname(path.resolve(keyFile)), { recursive: true, mode: 0o700 })
  if (makeBackupKey(keyFile)) console.log(keepKey(keyFile, folder))
  return readBackupKey(keyFile)
}

/** A start that changes tables waits for a backup that is still being made, for example one whose board was killed and which is about to end. */
const patience = { tries: 100, ms: 300 }

async function patiently<T>(make: () => Promise<T>): Promise<T> {
  for (let left = patience.tries; ; left--) {
    try {
      return await make()
    } catch (error) {
      if (left === 0 || !(error instanceof Refused && error.reason === 'running')) throw error
    }
    await wait(patience.ms)
  }
}

/** `npm start -- backup`: makes one backup now, whether a board runs on the data folder or not. */
export async function backup(config: Config, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { why: { type: 'string', default: 'hand' } } })
  const why: Why = reasons.find(one => one === values.why) ?? 'hand'
  if (!fs.existsSync(path.join(config.DATA_DIR, 'board.db'))) throw new CannotStart('database_lost', config.DATA_DIR)
  const { folder, keyFile } = backupPlaces(config)
  const shown = progress()
  const key = keyFor(folder, keyFile)
  const make = () => makeBackup({ ...shown, data: config.DATA_DIR, folder, key, keep: config.BACKUP_KEEP, why, now: Date.now })
  const { id, bytes, boards, broken, out } = await (why === 'upgrade' ? patiently(make) : make()).finally(shown.end)
  console.log(`${path.join(folder, id)}: 已备份 ${boards.length} 个事件，${(bytes / 1e6).toFixed(1)} MB，第一个事件到第 ${boards[0]?.seq} 条\n${path.join(folder, id)}: backed up ${boards.length} incidents, ${(bytes / 1e6).toFixed(1)} MB, the first up to commit ${boards[0]?.seq}`)
  for (const log of broken) console.log(`注意：日志 ${log} 在备份前已被改动，请运行 npm start -- verify。\nNote: the log ${log} was changed before this backup. Run "npm start -- verify".`)
  for (const one of out) console.log(`注意：${one} 是链接或特殊文件，不在备份里。请把它指向的内容搬进数据目录。\nNote: ${one} is a link or a special file and is not in the backup. Move what it points to into the data folder.`)
}

/** `npm start -- backups`: lists all backups, oldest first. */
export function backups(config: Config): void {
  const { folder } = backupPlaces(config)
  for (const id of backupsIn(folder)) console.log(`${id}  ${moment(timeOf(id))}`)
  if (!backupsIn(folder).length) throw new Refused('none', folder)
}

/** `npm start -- restore --to FOLDER [ID]`: makes a data folder of a backup, the newest if none is named. */
export async function restore(config: Config, args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { to: { type: 'string' } } })
  if (!values.to) throw new Error('用法：npm start -- restore --to 空目录 [备份编号]\nUsage: npm start -- restore --to EMPTY_FOLDER [ID]')
  const { folder, keyFile } = backupPlaces(config)
  if (!backupsIn(folder).length) throw new Refused('none', folder)
  const shown = progress()
  const { id, begunAt, boards, closed, broken } = await restoreBackup({ ...shown, folder, key: readBackupKey(keyFile), id: positionals[0], target: values.to }).finally(shown.end)
  for (const { incident, seq } of boards) console.log(`${incident}: ${seq}`)
  for (const incident of closed) console.log(`${incident}：名册在此备份之后已销毁，没有恢复；查阅日志保留。\n${incident}: the register was destroyed after this backup and is not restored; its log of openings stays.`)
  for (const log of broken) console.log(`注意：日志 ${log} 在备份前已被改动。\nNote: the log ${log} was changed before this backup was made.`)
  console.log(`已恢复备份 ${id}（${moment(begunAt)}）到 ${values.to}，全部校验一致。请用 DATA_DIR=${values.to} 启动：各设备会取回整个看板，并重新发送备份之后的内容。备份之后停用的人员、退出的设备，请再停用、退出一次。
Restored the backup ${id} (${moment(begunAt)}) to ${values.to}; everything was compared. Start with DATA_DIR=${values.to}: devices fetch the whole board and send again what came after the backup. Disable people and sign out devices again that were disabled or signed out after it.`)
}
