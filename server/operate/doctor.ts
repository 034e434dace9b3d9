import type { Config } from '../core/config.ts'
import type { Finding } from '../doctor/finding.ts'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { backupPlaces } from '../core/config.ts'
import { address } from '../doctor/address.ts'
import { backups, keyApart } from '../doctor/backups.ts'
import { clock } from '../doctor/clock.ts'
import { disks } from '../doctor/disks.ts'
import { wrong } from '../doctor/finding.ts'
import { keys } from '../doctor/keys.ts'
import { permissions } from '../doctor/permissions.ts'
import { port } from '../doctor/port.ts'
import { fitting } from '../doctor/versions.ts'

/** Everything that is looked at, in the order in which it is said. One look that fails does not keep the others from being made. */
export async function examine(config: Config, now = Date.now()): Promise<Finding[]> {
  const { DATA_DIR: data } = config
  const { folder, keyFile } = backupPlaces(config)
  const board = fs.existsSync(path.join(data, 'board.db'))
  const looks: (() => Finding[] | Promise<Finding[]>)[] = [
    ...board ? [] : [() => [wrong(`${data} 里没有 board.db。请检查 DATA_DIR；还没有启动过的，请先启动一次。`, `There is no board.db in ${data}. Check DATA_DIR; if the board never ran, start it once.`)]],
    () => address(config),
    () => port(config),
    ...board ? [() => fitting(data), () => permissions(data, folder, keyFile), () => disks(data, folder), () => clock(data, now), () => keys(data), () => backups(config, now), () => keyApart(config)] : [],
  ]
  const found: Finding[] = []
  for (const look of looks) {
    try {
      found.push(...await look())
    } catch (error) {
      found.push(wrong(`有一项检查没有做成：${(error as Error).message}。请运行 npm start -- check。`, `One look failed: ${(error as Error).message}. Run "npm start -- check".`))
    }
  }
  return found
}

const marks = { fine: '好 OK  ', note: '请留意 NOTE', wrong: '有问题 WRONG' } as const

/** `npm start -- doctor`: looks at the machine, the settings, the data and the backups, and says of each what to do. May run beside the board. Exit status 78 if something is wrong. */
export async function doctor(config: Config): Promise<void> {
  const found = await examine(config)
  for (const { level, zh, en } of found) console.log(`${marks[level]}  ${zh}\n    ${en}`)
  const count = found.filter(one => one.level === 'wrong').length
  console.log(count ? `\n${count} 项有问题。${count} findings are wrong.` : '\n一切正常。Nothing is wrong.')
  if (count) process.exitCode = 78
}
