import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { backupsIn, timeOf } from './shelf.ts'

/**
 * When the register of an incident, or a part of it, was destroyed: no backup begun before may open its register. The list is in
 * the data folder, so that it also holds for a backup that was being made in that moment, and for a disk that was not mounted.
 */
const Ledger = v.record(v.string(), v.number())
const ledgerOf = (data: string) => path.join(data, 'forgotten.json')

export function readForgotten(data: string): v.InferOutput<typeof Ledger> {
  return fs.existsSync(ledgerOf(data)) ? v.parse(Ledger, JSON.parse(fs.readFileSync(ledgerOf(data), 'utf8'))) : {}
}

/** Notes that every backup of this incident's register from before `at` (epoch ms) is to be closed for ever. */
export function noteForgotten(data: string, incident: string, at: number): void {
  const file = ledgerOf(data)
  const before = readForgotten(data)
  const handle = fs.openSync(`${file}.part`, 'w', 0o600)
  // A clock that was set back must not open again what was closed.
  fs.writeSync(handle, JSON.stringify({ ...before, [incident]: Math.max(at, before[incident] ?? 0) }))
  fs.fsyncSync(handle)
  fs.closeSync(handle)
  fs.renameSync(`${file}.part`, file)
}

/** Where a backup keeps the key of an incident's register. */
export const careKeyFile = (folder: string, id: string, incident: string) => path.join(folder, id, `care-key-${incident}`)

/** Overwrites and removes the keys that the list names, from all backups. Answers how many. */
export function closeForgotten(data: string, folder: string): number {
  let closed = 0
  for (const [incident, before] of Object.entries(readForgotten(data))) {
    for (const id of backupsIn(folder)) {
      const file = careKeyFile(folder, id, incident)
      if (timeOf(id) > before || !fs.existsSync(file)) continue
      const handle = fs.openSync(file, 'r+')
      fs.writeSync(handle, randomBytes(fs.fstatSync(handle).size))
      fs.fsyncSync(handle)
      fs.closeSync(handle)
      fs.rmSync(file)
      closed++
    }
  }
  return closed
}
