import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { CannotStart } from './cannot-start.ts'

/** Makes the key of a new data folder. A key that an interrupted first start has left is kept. */
export function makeKey(keyFile: string): void {
  if (!fs.existsSync(keyFile)) fs.writeFileSync(keyFile, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
}

/** Reads a key file. Throws `CannotStart` if it is missing, open to others or damaged. */
export function readKey(keyFile: string): Buffer {
  if (!fs.existsSync(keyFile)) throw new CannotStart('key_lost', keyFile)
  if (fs.statSync(keyFile).mode & 0o077) throw new CannotStart('key_open', keyFile)
  const text = fs.readFileSync(keyFile, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new CannotStart('key_damaged', keyFile)
  return Buffer.from(text, 'hex')
}

/** By what the key in a file is known; null if the file is missing or damaged. It reveals nothing about the key. */
export function markOf(keyFile: string): string | null {
  try {
    return openSeal(keyFile).check
  } catch (error) {
    if (error instanceof CannotStart) return null
    throw error
  }
}

/** Encrypts names and phones with AES-256-GCM. The key is in a file outside the database, so destroying the key destroys the names. Throws `CannotStart`. */
export const openSeal = (keyFile: string) => sealWith(readKey(keyFile))

/** Encrypts texts with this key of 32 bytes. `owner` is what a text belongs to: it opens for the same owner only. */
export function sealWith(key: Uint8Array) {
  return {
    seal(plain: string, owner: string): string {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
    },
    /** A value by which a database recognises its key. It reveals nothing about the key. */
    check: createHmac('sha256', key).update('the key of this data folder').digest('base64url'),
    /** A sum by which a text is found again. Without the key nobody can try texts. */
    sum: (plain: string): string => createHmac('sha256', key).update(`sum ${plain}`).digest('base64url'),
    open(sealed: string, owner: string): string {
      const bytes = Buffer.from(sealed, 'base64')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(owner))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')
    },
  }
}

export type Seal = ReturnType<typeof sealWith>

/** The SHA-256 of a token. The token itself must never be stored. */
export const digest = (token: string) => createHash('sha256').update(token).digest('base64url')
export const newToken = () => randomBytes(32).toString('base64url')
