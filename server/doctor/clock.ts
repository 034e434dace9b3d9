import type { Finding } from './finding.ts'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { homesOf } from '../audit/boards.ts'
import { reading } from '../audit/reading.ts'
import { fine, spanEn, spanZh, wrong } from './finding.ts'

const minute = 60_000

/** This machine's clock against the newest row of the logs, which it cannot be before (a drill has its own time and says nothing), and against the clock of the file system. */
export function clock(data: string, now: number): Finding[] {
  const newest = Math.max(0, ...homesOf(data).map(({ at }) => reading(path.join(data, at, 'board.db'), raw => (raw.prepare('select max(at) from log where not exists (select 1 from record where kind = \'incident\' and json_extract(value, \'$.drill\'))').pluck().get() as number | null) ?? 0)))
  if (newest - now > minute) {
    return [wrong(`本机时钟比日志最新一条早 ${spanZh(newest - now)}：现在或当时的时钟是错的。请校准（timedatectl set-ntp true），再启动服务。`, `The clock of this machine is ${spanEn(newest - now)} before the newest row of the log: it is wrong now, or was then. Set it (timedatectl set-ntp true) before the board starts.`)]
  }
  const drift = fileTime(data) - now
  if (Math.abs(drift) > minute) {
    return [wrong(`数据目录所在文件系统的时钟与本机相差 ${spanZh(Math.abs(drift))}。请校准两边的时钟。`, `The clock of the file system that holds the data differs from this machine by ${spanEn(Math.abs(drift))}. Set both clocks.`)]
  }
  return [fine('时钟与日志、文件系统一致。', 'The clock agrees with the logs and the file system.')]
}

/** The time that the file system gives a new file, epoch ms. The file is removed at once. */
function fileTime(data: string): number {
  const file = path.join(data, `${randomUUID()}.part`)
  fs.writeFileSync(file, '', { mode: 0o600 })
  try {
    return fs.statSync(file).mtimeMs
  } finally {
    fs.rmSync(file)
  }
}
