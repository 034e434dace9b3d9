import type { Finding } from './finding.ts'
import fs from 'node:fs'
import path from 'node:path'
import { homesOf } from '../audit/boards.ts'
import { filesOf } from '../backup/contents.ts'
import { least, spaceOf } from '../disk/room.ts'
import { fine, mega, note, wrong } from './finding.ts'

/** Beyond this many bytes a write-ahead log was not merged for long. */
const mostWal = 64_000_000

/** The space for data and backups, whether they share a disk, the write-ahead logs, and links that no backup follows. */
export async function disks(data: string, folder: string, space: typeof spaceOf = spaceOf): Promise<Finding[]> {
  const found: Finding[] = []
  const there = [data, folder].filter(one => fs.existsSync(one))
  for (const place of there) {
    const { free, total } = await space(place)
    const needs = least(total)
    found.push(free < needs
      ? wrong(`${place} 所在磁盘只剩 ${mega(free)}，低于 ${mega(needs)}：照片、导入和备份会暂停。请腾出空间。`, `The disk of ${place} has ${mega(free)} left, less than ${mega(needs)}: photos, lists and backups wait. Free some space.`)
      : fine(`${place} 所在磁盘剩 ${mega(free)}。`, `The disk of ${place} has ${mega(free)} free.`))
  }
  if (there.length === 2 && fs.statSync(data).dev === fs.statSync(folder).dev) {
    found.push(note('备份与数据在同一块磁盘上：磁盘损坏时两者都会丢失。请把 BACKUP_DIR 设到另一块磁盘。', 'Backups and data are on one disk, and a lost disk takes both. Set BACKUP_DIR to another disk.'))
  }
  for (const file of homesOf(data).flatMap(({ at }) => ['board.db-wal', 'care.db-wal'].map(name => path.join(data, at, name)))) {
    const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
    if (size > mostWal) found.push(wrong(`${file} 有 ${mega(size)}：有程序长时间在读数据库。请关闭读数据库的报表或 sqlite3，再重启服务。`, `${file} has ${mega(size)}: some program reads the database for long. Close reports or sqlite3 that read it, then restart the board.`))
  }
  for (const link of filesOf(data).out) found.push(wrong(`${link} 是链接或特殊文件，不在备份里。请把它指向的内容搬进数据目录。`, `${link} is a link or a special file and is in no backup. Move what it points to into the data folder.`))
  return found
}
