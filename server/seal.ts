import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'

/** AES-256-GCM with a key kept in a file of its own, outside the database. Destroying the key destroys the names. */
export function openSeal(keyFile: string) {
  if (!fs.existsSync(keyFile)) fs.writeFileSync(keyFile, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  if (fs.statSync(keyFile).mode & 0o077) throw new Error(`The key file ${keyFile} can be read by others. Run: chmod 600 ${keyFile}`)
  const key = Buffer.from(fs.readFileSync(keyFile, 'utf8').trim(), 'hex')
  if (key.length !== 32) throw new Error(`The key file ${keyFile} is damaged: 64 hexadecimal digits are expected.`)

  return {
    seal(plain: string, owner: string): string {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
    },
    open(sealed: string, owner: string): string {
      const bytes = Buffer.from(sealed, 'base64')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(owner))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')
    },
  }
}

export type Seal = ReturnType<typeof openSeal>

/** Only this of a token is ever stored. */
export const digest = (token: string) => createHash('sha256').update(token).digest('base64url')
export const newToken = () => randomBytes(32).toString('base64url')
