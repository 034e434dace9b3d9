import type { Snapshot } from '../../shared/core/protocol.ts'
import type { Fault } from './fault.ts'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { makeBackupKey, readBackupKey } from '../../server/backup/backup-key.ts'
import { makeBackup } from '../../server/backup/make.ts'
import { restoreBackup } from '../../server/backup/restore.ts'
import { kinds } from '../../shared/kinds.ts'
import { faultFolder } from './built-board.ts'
import { fieldBoard } from './field-board.ts'
import { folderVault } from './folder-vault.ts'
import { issueArgs } from './issue-args.ts'
import { phone } from './phone.ts'

const shown = (board: Pick<ReturnType<typeof phone>['replica'], 'all'>): string => JSON.stringify(kinds.map(kind => [kind, [...board.all(kind)].map(one => JSON.stringify(one)).sort()]))

/**
 * A backup is restored that lacks the last `gap` commits, which devices have seen, while work waits on each device; then the new
 * history grows beyond the old one before they come back. All of them end with the board of the server, and what waited is done
 * once. With `sabotage` the epoch stays.
 */
export const restoreBehind: Fault = {
  size: { gap: 500, devices: 10, work: 20 },
  tiny: { gap: 20, devices: 2, work: 4 },
  async run({ gap = 1, devices = 1, work = 1 }, { sabotage }) {
    const home = faultFolder()
    const [data, folder, target] = ['data', 'backups', 'restored'].map(name => path.join(home, name)) as [string, string, string]
    makeBackupKey(path.join(home, 'key'))
    const key = readBackupKey(path.join(home, 'key'))
    const before = await fieldBoard(data)
    const people = Array.from({ length: devices }, () => before.come('coordinator'))
    await before.plan('reportIssue', issueArgs('before'))
    await makeBackup({ data, folder, key, why: 'hand', keep: { hours: 1, days: 0, weeks: 0 }, now: Date.now })
    const epoch = before.authority.epoch

    const fields = await Promise.all(people.map(async (person, n) => ({ person, n, vault: await folderVault(path.join(home, `device-${n}`)) })))
    const old = new Map<number, Snapshot>()
    for (const { person, n, vault } of fields) {
      const device = phone({ ...person, port: before.port, vault })
      await device.load()
      for (let i = 0; i < Math.ceil(gap / devices); i++) await device.give({ id: randomUUID(), name: 'reportIssue', args: issueArgs(`lost-${n}-${i}`) })
      device.line.start()
      if (!await device.settled(() => 0)) throw new Error('a device did not send its work')
      old.set(n, device.replica.snapshot())
      device.end()
    }
    const waiting: string[] = []
    for (const { person, n, vault } of fields) {
      const device = phone({ ...person, port: before.port, vault })
      device.replica.load(old.get(n)!)
      for (let i = 0; i < work; i++) {
        const id = randomUUID()
        waiting.push(id)
        await device.give({ id, name: 'reportIssue', args: issueArgs(`kept-${n}-${i}`) })
      }
      device.end()
    }
    await before.close()

    await restoreBackup({ folder, key, target })
    if (sabotage) {
      const raw = new SQLite(path.join(target, 'board.db'))
      raw.prepare('update meta set value = ? where key = \'epoch\'').run(epoch)
      raw.close()
    }
    const board = await fieldBoard(target)
    for (let i = 0; i <= gap + devices; i++) await board.plan('reportIssue', issueArgs(`new-${i}`))
    const back = await Promise.all(fields.map(async ({ person, n, vault }) => {
      const device = phone({ ...person, port: board.port, vault })
      device.replica.load(old.get(n)!)
      device.replica.restore(await vault.queue())
      device.line.start()
      return device
    }))
    let unsettled = 0
    for (const device of back) unsettled += Number(!await device.settled(() => board.authority.board.seq, 1000))
    const log = await board.log()
    const times = waiting.map(id => log.filter(one => one.id === id).length)
    const fresh = await Promise.all(people.map(async (person) => {
      const device = phone({ ...person, port: board.port })
      await device.load()
      device.line.start()
      if (!await device.settled(() => board.authority.board.seq)) throw new Error('a new device does not come up to date')
      device.end()
      return shown(device.replica)
    }))
    const other = back.filter((device, n) => shown(device.replica) !== fresh[n]).length
    for (const device of back) device.end()
    const renewed = board.authority.epoch !== epoch
    await board.close()
    const [lost, twice] = [times.filter(count => count === 0).length, times.filter(count => count > 1).length]
    return { ok: renewed && lost === 0 && twice === 0 && other === 0 && unsettled === 0, waiting: waiting.length, lost, twice, wrong_state: other, unsettled, renewed }
  },
}
