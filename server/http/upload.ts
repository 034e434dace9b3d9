import type { Request } from 'express'
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { reject } from '../../shared/core/rejection.ts'

/** Writes a body to a file, calls `use` with the file and its SHA-256 (hexadecimal), and removes the file afterwards, so that many slow uploads need no memory. Rejects with `too_large` beyond `most` bytes. */
export async function uploaded<T>(request: Request, folder: string, most: number, use: (file: string, hash: string) => Promise<T>): Promise<T> {
  if (Number(request.headers['content-length'] ?? 0) > most) reject('too_large')
  await fs.mkdir(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, `${randomUUID()}.part`)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    await pipeline(request, async function* (source: AsyncIterable<Uint8Array>) {
      for await (const chunk of source) {
        bytes += chunk.length
        if (bytes > most) reject('too_large')
        hash.update(chunk)
        yield chunk
      }
    }, createWriteStream(file, { mode: 0o600 }))
    return await use(file, hash.digest('hex'))
  } finally {
    await fs.rm(file, { force: true })
  }
}
