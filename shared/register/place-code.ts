import type { Inspection, Place } from '../records.ts'
import { hmac } from '@noble/hashes/hmac'
import { sha256 } from '@noble/hashes/sha2'
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils'

/** The code on the poster of a place. It proves that somebody was there only while the key it is made from stays on the server. */

/** Crockford's base 32: no characters that are easily confused. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** Twelve letters, 60 bits; `key` is 64 hexadecimal digits. */
export function placeCode(key: string, place: string): string {
  const mac = hmac(sha256, hexToBytes(key), utf8ToBytes(place))
  return Array.from(mac.subarray(0, 12), byte => letters.charAt(byte & 31)).join('')
}

/** As it is printed: in three parts. */
export const printed = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? ''

/** The code as meant, however it was typed. */
export const typed = (code: string): string => code.toLowerCase().replaceAll(/[\s-]/g, '')

/** Why a check-in is doubtful: by a number that is not secret, without a position, or further away than the county's metres and the accuracy allow. */
type Doubt = 'oldCode' | 'noPosition' | 'far'

export function doubtOf({ how, proven, metres, accuracy }: NonNullable<Inspection['checkIn']>, near: number): Doubt | null {
  if (how === 'remote') return null
  if (how === 'code' && !proven) return 'oldCode'
  if (metres === null) return how === 'code' ? 'noPosition' : null
  return metres - (accuracy ?? 0) > near ? 'far' : null
}

/** State of a poster's code: made void or from before codes were secret (`old`), this place's (`current`), or neither (`wrong`). Without the key, as on a device, every code is accepted. */
export function posterWorth(place: Pick<Place, 'id' | 'coded'>, code: string, key: string | undefined): 'current' | 'old' | 'wrong' {
  if (!place.coded || code === place.id) return 'old'
  return key !== undefined && typed(code) !== placeCode(key, place.id) ? 'wrong' : 'current'
}
