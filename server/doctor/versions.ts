import type { Finding } from './finding.ts'
import path from 'node:path'
import process from 'node:process'
import { recordVersion } from '../../shared/records.ts'
import { homesOf } from '../audit/boards.ts'
import { reading } from '../audit/reading.ts'
import { sqliteVersion } from '../core/sqlite-version.ts'
import { anyBehind, knownMigrations } from '../disk/behind.ts'
import { fine, note, wrong } from './finding.ts'

/** The versions of what the board runs on. */
export const versions = () => ({ node: process.versions.node, sqlite: sqliteVersion(), records: recordVersion })

/** Whether Node is new enough, and whether this program fits the tables of the data folder. */
export function fitting(data: string, node = process.versions.node): Finding[] {
  const [major = 0, minor = 0] = node.split('.').map(Number)
  const { sqlite, records } = versions()
  const old = major < 20 || (major === 20 && minor < 19)
  const found = [old
    ? wrong(`Node ${node} 太旧，需要 20.19 或更新的版本。请升级 Node，再运行 npm ci。`, `Node ${node} is too old; 20.19 or newer is needed. Upgrade it and run npm ci again.`)
    : fine(`Node ${node}，SQLite ${sqlite}，记录格式 ${records}。`, `Node ${node}, SQLite ${sqlite}, records in version ${records}.`)]
  const newest = Math.max(0, ...homesOf(data).map(({ at }) => reading(path.join(data, at, 'board.db'), raw => raw.prepare('select max(created_at) from __drizzle_migrations').pluck().get() as number)))
  if (newest > knownMigrations().board) found.push(wrong('数据由更新版本的一线写成，本版本不会启动。请安装那个版本。', 'A newer version of this program wrote the data, and this one will not start on it. Install that version.'))
  else if (anyBehind(data)) found.push(note('下次启动会升级数据表，升级前自动备份。', 'The next start changes the tables, after a backup that it makes itself.'))
  return found
}
