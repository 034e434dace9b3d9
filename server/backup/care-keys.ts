import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** The key of an incident's register in a backup. `mark` is by what the key is known, which reveals nothing about it. */
export interface CareKeyFile { readonly file: string, readonly incident: string, readonly mark: string }

const form = /^care-key-([\w-]+)\.([\w-]+)$/

/** Where a backup keeps the key of an incident's register. */
export const careKeyFile = (place: string, incident: string, mark: string): string => path.join(place, `care-key-${incident}.${mark}`)

/** The keys of registers that a backup, in the folder `place`, still has. */
export function careKeysIn(place: string): CareKeyFile[] {
  return fs.readdirSync(place).flatMap((name) => {
    const [, incident, mark] = form.exec(name) ?? []
    return incident && mark ? [{ file: path.join(place, name), incident, mark }] : []
  })
}

/** Overwrites a file and removes it. */
export function destroyFile(file: string): void {
  const handle = fs.openSync(file, 'r+')
  fs.writeSync(handle, randomBytes(fs.fstatSync(handle).size))
  fs.fsyncSync(handle)
  fs.closeSync(handle)
  fs.rmSync(file)
}
