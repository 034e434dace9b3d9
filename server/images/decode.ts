import type { Block } from '../../shared/core/blocks.ts'
import { Buffer } from 'node:buffer'
import fs from 'node:fs/promises'
import sharp from 'sharp'
import { reject } from '../../shared/core/rejection.ts'
import { blocksOver } from './blocks.ts'
import { linesOver } from './letters.ts'

/** A photo as it is stored: two JPEGs, with the width and height of the larger one in pixels. */
export interface Picture { readonly full: Uint8Array, readonly thumb: Uint8Array, readonly width: number, readonly height: number }

const mostPixels = 50_000_000
const accepted = ['jpeg', 'png', 'webp']
// One picture at a time, without a cache: the memory of this process must stay bounded.
sharp.cache(false)
sharp.concurrency(1)

/** Re-encodes a photo, so that no EXIF, GPS or hidden payload remains. Rejects with `invalid` unless the file is a JPEG, PNG or WebP of at most 50 Mpixel. */
export async function decode(file: string): Promise<Picture> {
  const bytes = await fs.readFile(file)
  if (!bytes.length) reject('invalid', 'no photo')
  const seen = await sharp(bytes, { limitInputPixels: mostPixels }).metadata().catch(() => reject('invalid', 'not a photo'))
  if (!accepted.includes(seen.format)) reject('invalid', 'JPEG, PNG or WebP')
  return await stored(bytes)
}

async function stored(bytes: Uint8Array): Promise<Picture> {
  const within = (source: Uint8Array, edge: number) => sharp(source, { limitInputPixels: mostPixels }).rotate().resize(edge, edge, { fit: 'inside', withoutEnlargement: true }).jpeg({ quality: 80 }).toBuffer({ resolveWithObject: true })
  const full = await within(bytes, 1600).catch(() => reject('invalid', 'the photo is damaged'))
  const thumb = await within(full.data, 320)
  return { full: full.data, thumb: thumb.data, width: full.info.width, height: full.info.height }
}

/** A stored photo with lines of text burned into its lower left corner. */
export async function stamp(file: string, lines: readonly string[]): Promise<Uint8Array> {
  const { width, height } = await sharp(file).metadata()
  return await sharp(file).composite([{ input: linesOver(lines, width, height) }]).jpeg({ quality: 85 }).toBuffer()
}

/** A stored photo with parts of it black, also in its small copy. Nothing of what was there is left. */
async function covered(file: string, blocks: readonly Block[]): Promise<Picture> {
  const { width, height } = await sharp(file).metadata()
  return await stored(await sharp(file).composite([{ input: blocksOver(blocks, width, height) }]).png().toBuffer())
}

/** One job: a file to decode, a stored photo and the lines for it as JSON, our own drawing as SVG, or a stored photo and the parts to cover. */
export function imagePart([file, lines, drawing, blocks]: readonly unknown[]): Promise<Picture | Uint8Array> {
  if (blocks) return covered(file as string, JSON.parse(blocks as string) as Block[])
  if (drawing) return stored(Buffer.from(drawing as string))
  return lines ? stamp(file as string, JSON.parse(lines as string) as string[]) : decode(file as string)
}
