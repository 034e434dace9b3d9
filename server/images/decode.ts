import fs from 'node:fs/promises'
import sharp from 'sharp'
import { reject } from '../../shared/core/rejection.ts'

/** The photo as it is kept, in two sizes, both JPEG. */
export interface Picture { readonly full: Uint8Array, readonly thumb: Uint8Array, readonly width: number, readonly height: number }

const mostPixels = 50_000_000
const accepted = ['jpeg', 'png', 'webp']
// One picture at a time, and nothing of it is kept.
sharp.cache(false)
sharp.concurrency(1)

/** Re-encoded, so no EXIF, GPS or hidden payload survives. Refuses `invalid`. */
export async function decode(file: string): Promise<Picture> {
  const bytes = await fs.readFile(file)
  if (!bytes.length) reject('invalid', 'no photo')
  const seen = await sharp(bytes, { limitInputPixels: mostPixels }).metadata().catch(() => reject('invalid', 'not a photo'))
  if (!accepted.includes(seen.format)) reject('invalid', 'JPEG, PNG or WebP')
  const within = (source: Uint8Array, edge: number) => sharp(source, { limitInputPixels: mostPixels }).rotate().resize(edge, edge, { fit: 'inside', withoutEnlargement: true }).jpeg({ quality: 80 }).toBuffer({ resolveWithObject: true })
  const full = await within(bytes, 1600).catch(() => reject('invalid', 'the photo is damaged'))
  const thumb = await within(full.data, 320)
  return { full: full.data, thumb: thumb.data, width: full.info.width, height: full.info.height }
}

export const decodePart = ([file]: readonly unknown[]): Promise<Picture> => decode(file as string)
