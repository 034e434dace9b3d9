import { hmac } from '@noble/hashes/hmac'
import { sha256 } from '@noble/hashes/sha2'
import { hexToBytes } from '@noble/hashes/utils'

/** How often the code shown at a post changes; made by RFC 6238 with SHA-256. */
export const codeSeconds = 30
/** A check-in that arrives later than this (ms) was made without a network. */
export const codeLives = 60_000

/** Six digits for the step that holds `at` (epoch ms); `key` is 64 hexadecimal digits. */
export function codeAt(key: string, at: number): string {
  const step = Math.floor(at / 1000 / codeSeconds)
  const counter = new Uint8Array(8)
  new DataView(counter.buffer).setBigUint64(0, BigInt(step))
  const mac = hmac(sha256, hexToBytes(key), counter)
  const from = (mac[31] ?? 0) & 15
  const number = new DataView(mac.buffer, mac.byteOffset + from, 4).getUint32(0) & 0x7FFFFFFF
  return String(number % 1_000_000).padStart(6, '0')
}

/** The step of `at`, or the one before or after: clocks differ, and typing takes a while. */
export const codeFits = (key: string, code: string, at: number): boolean =>
  [-1, 0, 1].some(step => codeAt(key, at + step * codeSeconds * 1000) === code)
