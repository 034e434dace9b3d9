import type { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import sharp from 'sharp'

/** A photo of about so many kilobytes: noise cannot be compressed. */
export async function noise(kilobytes: number): Promise<Buffer> {
  const edge = Math.ceil(Math.sqrt(kilobytes * 1024 / 0.68))
  return await sharp(randomBytes(edge * edge * 3), { raw: { width: edge, height: edge, channels: 3 } }).jpeg({ quality: 82 }).toBuffer()
}
