import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex } from '@noble/hashes/utils'

const most = 64

/**
 * An id made of others. Ids that differ only beyond the longest length stay different: a long one ends in a digest of the whole.
 * The tilde is for rules and the server alone: no id from outside has one (`NewId`), so nobody can take it beforehand.
 */
export function joinedId(separator: '-' | '_' | '~', ...parts: readonly (string | number)[]): string {
  const whole = parts.join(separator)
  return whole.length <= most ? whole : `${whole.slice(0, 31)}${separator}${bytesToHex(sha256(whole)).slice(0, 32)}`
}
