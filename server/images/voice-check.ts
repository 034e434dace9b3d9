import type { Buffer } from 'node:buffer'
import { reject } from '../../shared/core/rejection.ts'
import { longestVoice, voiceKilobits, voiceRate } from '../../shared/core/voices.ts'

/** Samples and bytes of one frame of MPEG-2 Layer III at this rate, its head, and what says how it is coded (one channel, without a checksum). */
const samples = 576
const frame = samples / 8 * voiceKilobits * 1000 / voiceRate
const [head, side] = [4, 9]
/** FF F3: MPEG-2, Layer III. 48: 32 kbit/s at 16 kHz, not padded. */
const begins = [0xFF, 0xF3, 0x48]

/**
 * Reads a voice note frame by frame. Rejects with `invalid` unless it is MP3 as our pages make it and nothing else from its first byte to its
 * last: no tags, no other format hidden in it, no frame that is cut or claims more sound than it has. `too_large` beyond two minutes.
 */
export function checkVoice(bytes: Buffer): void {
  const count = bytes.length / frame
  if (!count || !Number.isInteger(count)) reject('invalid', 'not a voice note, or half of one')
  if (count * samples / voiceRate > longestVoice + 0.5) reject('too_large')
  /** Bytes of earlier frames in which sound of this one may lie. */
  let before = 0
  for (let at = 0; at < bytes.length; at += frame) {
    const [form, mode, from, a, b, c] = [bytes.subarray(at, at + 3), bytes[at + 3] ?? 0, ...bytes.subarray(at + head, at + head + side)] as unknown as [Buffer, number, number, number, number, number]
    // The upper two bits: one channel. The lower two: no emphasis.
    if (begins.some((one, i) => form[i] !== one) || (mode & 0xC3) !== 0xC0) reject('invalid', 'not a voice note')
    const [bits, pairs] = [(a & 0x7F) << 5 | b >> 3, (b & 7) << 6 | c >> 2]
    const room = frame - head - side
    if (from > before || bits > (from + room) * 8 || pairs > samples / 2) reject('invalid', 'the voice note is damaged')
    before = Math.min(255, before + room)
  }
}
