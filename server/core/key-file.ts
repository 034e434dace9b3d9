import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** Writes a new key, readable by this user only, and returns when it is on the disk: data must never be sealed with a key that a power cut can take away. */
export function writeKeyFile(file: string): void {
  fs.rmSync(file, { force: true })
  const handle = fs.openSync(file, 'wx', 0o600)
  fs.writeSync(handle, randomBytes(32).toString('hex'))
  fs.fsyncSync(handle)
  fs.closeSync(handle)
  const folder = fs.openSync(path.dirname(file), 'r')
  fs.fsyncSync(folder)
  fs.closeSync(folder)
}
