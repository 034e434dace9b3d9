import { Buffer } from 'node:buffer'
import { createHmac, hkdfSync } from 'node:crypto'
import fs from 'node:fs'
import { writeKeyFile } from '../core/key-file.ts'
import { Refused } from './refused.ts'

/** Makes the key of the backups if there is none; true if it was made now. */
export function makeBackupKey(file: string): boolean {
  if (fs.existsSync(file)) return false
  writeKeyFile(file)
  return true
}

/** Reads the key of the backups. Throws `Refused`. */
export function readBackupKey(file: string) {
  if (!fs.existsSync(file)) throw new Refused('key_lost', file)
  const text = fs.readFileSync(file, 'utf8').trim()
  if (fs.statSync(file).mode & 0o077 || !/^[0-9a-f]{64}$/i.test(text)) throw new Refused('key_damaged', file)
  return backupKeyOf(Buffer.from(text, 'hex'))
}

/** What is derived from the key of the backups: each use has a key of its own. */
export function backupKeyOf(key: Uint8Array) {
  const derived = (use: string, salt: Uint8Array, bytes: number) => Buffer.from(hkdfSync('sha256', key, salt, `yixian backup ${use}`, bytes))
  const none = new Uint8Array(0)
  const [sums, manifests] = [derived('sums', none, 32), derived('manifests', none, 32)]
  return {
    /** By this a backup recognises its key. It reveals nothing about it. */
    check: derived('check', none, 16).toString('base64url'),
    /** Key and nonce for one file: the salt is random, so no pair is ever used twice. */
    cipher(salt: Uint8Array, name: string) {
      const bytes = derived(`file ${name}`, salt, 44)
      return { key: bytes.subarray(0, 32), iv: bytes.subarray(32) }
    },
    /** A running sum of a file's content. It is keyed, so that nobody without the key can tell which known file it is. */
    sum: () => createHmac('sha256', sums),
    sign: (text: string): string => createHmac('sha256', manifests).update(text).digest('base64url'),
  }
}

export type BackupKey = ReturnType<typeof backupKeyOf>
