import { hmac } from '@noble/hashes/hmac'
import { sha256 } from '@noble/hashes/sha2'
import { hexToBytes } from '@noble/hashes/utils'

/** Seconds after which the code shown at a post changes. The code is a TOTP by RFC 6238 with SHA-256. */
export const codeSeconds = 30

/** The code at a moment (epoch ms): six digits. `key` is 64 hexadecimal digits. */
export function codeAt(key: string, at: number): string {
  const step = Math.floor(at / 1000 / codeSeconds)
  const counter = new Uint8Array(8)
  new DataView(counter.buffer).setBigUint64(0, BigInt(step))
  const mac = hmac(sha256, hexToBytes(key), counter)
  const from = (mac[31] ?? 0) & 15
  const number = new DataView(mac.buffer, mac.byteOffset + from, 4).getUint32(0) & 0x7FFFFFFF
  return String(number % 1_000_000).padStart(6, '0')
}

/** True if the code is of the step at `at` (epoch ms), or of the one before or after, because clocks differ and typing takes a while. */
export const codeFits = (key: string, code: string, at: number): boolean =>
  [-1, 0, 1].some(step => codeAt(key, at + step * codeSeconds * 1000) === code)
