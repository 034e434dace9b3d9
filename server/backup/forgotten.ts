import fs from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { careKeysIn, destroyFile } from './care-keys.ts'
import { backupsIn } from './shelf.ts'

/**
 * The keys of registers that were destroyed, by incident, each known by its mark: no backup may have one, whatever its date. The
 * list is in the data folder, so that it also holds for a backup that was being made in that moment, and for a disk that was away.
 */
const Ledger = v.record(v.string(), v.array(v.string()))
const Earlier = v.record(v.string(), v.number())
const ledgerOf = (data: string) => path.join(data, 'forgotten.json')
/** Of each incident. Every deletion of a person adds one; backups with the oldest have long rotated. */
const most = 5000

/** A list of an earlier version, by times, names no key and counts as empty: registers in the backups of that version are not restored anyway. */
export function readForgotten(data: string): v.InferOutput<typeof Ledger> {
  if (!fs.existsSync(ledgerOf(data))) return {}
  const written: unknown = JSON.parse(fs.readFileSync(ledgerOf(data), 'utf8'))
  return v.is(Earlier, written) ? {} : v.parse(Ledger, written)
}

/** Notes that these keys of an incident's register are destroyed for ever. */
export function noteForgotten(data: string, incident: string, marks: readonly string[]): void {
  const file = ledgerOf(data)
  const before = readForgotten(data)
  const handle = fs.openSync(`${file}.part`, 'w', 0o600)
  fs.writeSync(handle, JSON.stringify({ ...before, [incident]: [...new Set([...before[incident] ?? [], ...marks])].slice(-most) }))
  fs.fsyncSync(handle)
  fs.closeSync(handle)
  fs.renameSync(`${file}.part`, file)
}

/** Overwrites and removes the keys that the list names, from all backups. Answers how many. */
export function closeForgotten(data: string, folder: string): number {
  const forgotten = Object.entries(readForgotten(data))
  if (!forgotten.length) return 0
  const gone = new Set(forgotten.flatMap(([incident, marks]) => marks.map(mark => `${incident}.${mark}`)))
  const found = backupsIn(folder).flatMap(id => careKeysIn(path.join(folder, id))).filter(({ incident, mark }) => gone.has(`${incident}.${mark}`))
  for (const { file } of found) destroyFile(file)
  return found.length
}
