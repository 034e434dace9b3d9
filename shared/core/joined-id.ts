import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex } from '@noble/hashes/utils'

const most = 64

/**
 * An id made of others, at most 64 characters. A longer one is cut and ends in a digest of the whole, so that different ids stay different.
 * Only rules and the server use the tilde: no id from outside may have one (`NewId`), so a device cannot take such an id beforehand.
 */
export function joinedId(separator: '-' | '_' | '~', ...parts: readonly (string | number)[]): string {
  const whole = parts.join(separator)
  return whole.length <= most ? whole : `${whole.slice(0, 31)}${separator}${bytesToHex(sha256(whole)).slice(0, 32)}`
}
