import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex } from '@noble/hashes/utils'

const most = 64

/**
 * An id made of others. Two that differ only where an id must end stay two: what is too long ends in a digest of the whole.
 * With a tilde it is for the rules and the server alone: no id from outside has one (`NewId`), so nobody takes it beforehand.
 */
export function joinedId(separator: '-' | '_' | '~', ...parts: readonly (string | number)[]): string {
  const whole = parts.join(separator)
  return whole.length <= most ? whole : `${whole.slice(0, 31)}${separator}${bytesToHex(sha256(whole)).slice(0, 32)}`
}
