import type { Kind, Records } from '../records.ts'
import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex } from '@noble/hashes/utils'

/** The kinds whose records have photos, voice notes or signatures. */
export const pictured = ['issue', 'delivery', 'slip', 'inspection'] as const satisfies readonly Kind[]
type Pictured = (typeof pictured)[number]

/** The ids of the photos, voice notes and signatures that a record names. */
const named: { readonly [K in Pictured]: (record: Records[K]) => readonly (string | null)[] } = {
  issue: ({ photos, voices = [] }) => [...photos, ...voices],
  delivery: ({ proof }) => proof,
  inspection: ({ photos }) => photos,
  slip: ({ signature, receiverSignature }) => [signature, receiverSignature],
}
export const namesPhoto = <K extends Pictured>(kind: K, record: Records[K], photo: string): boolean => named[kind](record).includes(photo)

const digest = (bytes: Uint8Array) => bytesToHex(sha256(bytes)).slice(0, 48)

/** The id of a photo: 192 bits of the SHA-256 of its bytes, then `salt`, 12 hexadecimal digits, so that the same picture can be sent twice. */
export const photoId = (bytes: Uint8Array, salt: string): string => `${digest(bytes)}-${salt}`

/** True if the id belongs to bytes with this SHA-256 (hexadecimal). An id from an earlier version has no digest and fits any bytes. */
export function fitsPhoto(id: string, hash: string): boolean {
  const named = /^([\da-f]{48})-[\da-f]{12}(?:-v)?$/.exec(id)?.[1]
  return named === undefined || named === hash.slice(0, 48)
}
