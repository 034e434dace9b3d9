import type { Download } from 'playwright-core'
import { Buffer } from 'node:buffer'

/** What was downloaded. The browser may be another's process: the file is fetched from it. */
export async function bytesOf(download: Download): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
