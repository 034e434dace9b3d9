import type { Download } from 'playwright-core'
import { Buffer } from 'node:buffer'

/** The downloaded bytes. The browser may run in another process, so the file is fetched from it. */
export async function bytesOf(download: Download): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
