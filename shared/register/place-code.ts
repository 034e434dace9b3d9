import type { Inspection, Place } from '../records.ts'
import { hmac } from '@noble/hashes/hmac'
import { sha256 } from '@noble/hashes/sha2'
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils'

/** The code on a place's poster. It proves that somebody was there, as long as the key it is made from never leaves the server. */

/** Crockford's base 32, which leaves out characters that are easily confused. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** The code of a place: twelve characters, 60 bits. `key` is 64 hexadecimal digits. */
export function placeCode(key: string, place: string): string {
  const mac = hmac(sha256, hexToBytes(key), utf8ToBytes(place))
  return Array.from(mac.subarray(0, 12), byte => letters.charAt(byte & 31)).join('')
}

/** The code as it is printed, in three groups. */
export const printed = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? ''

/** The code from what a person typed, without spaces and hyphens and in lower case. */
export const typed = (code: string): string => code.toLowerCase().replaceAll(/[\s-]/g, '')

type Doubt = 'oldCode' | 'noPosition' | 'far' | 'vague'

/**
 * Why a check-in is doubtful, or null: `oldCode` by a number that is not secret, `noPosition` by code without a position, `far` if
 * it was further from the place than `near` (metres) and its accuracy explain, `vague` if a check-in by position is near only by its accuracy.
 */
export function doubtOf({ how, proven, metres, accuracy }: NonNullable<Inspection['checkIn']>, near: number): Doubt | null {
  if (how === 'remote') return null
  if (how === 'code' && !proven) return 'oldCode'
  if (metres === null) return how === 'code' ? 'noPosition' : null
  if (metres - (accuracy ?? 0) > near) return 'far'
  return how === 'gps' && metres > near ? 'vague' : null
}

/**
 * What a poster's code is worth: `current`; `old` if the posters were made invalid, or the code is from before codes were
 * secret; `wrong` otherwise. Without the key, as on a device, every code is accepted.
 */
export function posterWorth(place: Pick<Place, 'id' | 'coded'>, code: string, key: string | undefined): 'current' | 'old' | 'wrong' {
  if (!place.coded || code === place.id) return 'old'
  return key !== undefined && typed(code) !== placeCode(key, place.id) ? 'wrong' : 'current'
}
