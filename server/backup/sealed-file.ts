import type { BackupKey } from './backup-key.ts'
import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import fs from 'node:fs/promises'
import { PassThrough, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

interface Order {
  readonly key: BackupKey
  /** What the file is, for example `2030-05-06/board.db`: it opens under the same name only. */
  readonly name: string
  readonly source: string
  readonly target: string
  readonly onBytes?: (bytes: number) => void
}

/** A file's content: its length before it was sealed, and its keyed sum. */
export interface Content { readonly size: number, readonly sum: string }

const plainMark = Buffer.from('YXB1')
const squeezedMark = Buffer.from('YXB2')
const [markBytes, saltBytes, tagBytes] = [4, 16, 16]
const step = { highWaterMark: 1 << 20 }

/** Counts and sums what passes. */
function counting(key: BackupKey, onBytes: (bytes: number) => void) {
  const sum = key.sum()
  let size = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum.update(chunk)
      size += chunk.length
      onBytes(chunk.length)
      done(null, chunk)
    },
  })
  return { stream, content: (): Content => ({ size, sum: sum.digest('hex') }) }
}

/** Returns once the file is on the disk. */
async function synced(target: string, more?: Uint8Array): Promise<void> {
  const handle = await fs.open(target, 'a')
  try {
    if (more) await handle.appendFile(more)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Encrypts a file with AES-256-GCM: mark, salt, content, tag. With `squeeze` it is packed first. */
export async function sealFile({ key, name, source, target, squeeze, onBytes = () => {} }: Order & { readonly squeeze: boolean }): Promise<Content> {
  const salt = randomBytes(saltBytes)
  const { key: own, iv } = key.cipher(salt, name)
  const cipher = createCipheriv('aes-256-gcm', own, iv)
  const { stream, content } = counting(key, onBytes)
  await fs.writeFile(target, Buffer.concat([squeeze ? squeezedMark : plainMark, salt]), { mode: 0o600, flag: 'w' })
  await pipeline(createReadStream(source, step), stream, squeeze ? createGzip({ level: 1 }) : new PassThrough(), cipher, createWriteStream(target, { flags: 'a' }))
  await synced(target, cipher.getAuthTag())
  return content()
}

/** The error of a sealed file that is cut, was changed, or belongs to another name or key. */
export class NotWhole extends Error {}

/** Decrypts a file that `sealFile` made. Rejects with `NotWhole`, and leaves no target, unless every byte is as it was sealed. */
export async function openFile({ target, ...order }: Order): Promise<Content> {
  try {
    const content = await opened(order, createWriteStream(target, { mode: 0o600 }))
    await synced(target)
    return content
  } catch (error) {
    await fs.rm(target, { force: true })
    throw error
  }
}

/** Reads a file that `sealFile` made to its end and keeps nothing of it. Rejects with `NotWhole` unless every byte is as it was sealed. */
export const checkFile = (order: Omit<Order, 'target'>): Promise<Content> => opened(order, new Writable({ write: (_chunk, _encoding, done) => done() }))

async function opened({ key, name, source, onBytes = () => {} }: Omit<Order, 'target'>, to: Writable): Promise<Content> {
  const head = await beginning(source)
  const { size } = await fs.stat(source)
  const squeezed = head.subarray(0, markBytes).equals(squeezedMark)
  if (size < markBytes + saltBytes + tagBytes || !(squeezed || head.subarray(0, markBytes).equals(plainMark))) throw new NotWhole(name)
  const { key: own, iv } = key.cipher(head.subarray(markBytes), name)
  const decipher = createDecipheriv('aes-256-gcm', own, iv)
  decipher.setAuthTag(await ending(source, size))
  const { stream, content } = counting(key, onBytes)
  try {
    const body = size === markBytes + saltBytes + tagBytes
      ? new PassThrough().end()
      : createReadStream(source, { ...step, start: markBytes + saltBytes, end: size - tagBytes - 1 })
    await pipeline(body, decipher, squeezed ? createGunzip() : new PassThrough(), stream, to)
    return content()
  } catch (error) {
    // The disk may fail, and that says nothing about the backup.
    if ('syscall' in (error as object)) throw error
    throw new NotWhole(name, { cause: error })
  }
}

async function part(file: string, from: number, bytes: number): Promise<Buffer> {
  const handle = await fs.open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, from)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
const beginning = (file: string) => part(file, 0, markBytes + saltBytes)
const ending = (file: string, size: number) => part(file, size - tagBytes, tagBytes)
