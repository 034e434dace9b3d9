import { Mp3Encoder } from '@breezystack/lamejs'
import { voiceKilobits, voiceRate } from '../../../shared/core/voices.ts'

/** Samples that the encoder takes at once. */
const step = 1152

/** Sound of one channel (-1 to 1, at 16 kHz) as MP3. */
export function encodeMp3(sound: Float32Array): Blob {
  const samples = Int16Array.from(sound, one => Math.max(-1, Math.min(1, one)) * 32_767)
  const encoder = new Mp3Encoder(1, voiceRate, voiceKilobits)
  const parts: Uint8Array[] = []
  for (let at = 0; at < samples.length; at += step) parts.push(new Uint8Array(encoder.encodeBuffer(samples.subarray(at, at + step))))
  parts.push(new Uint8Array(encoder.flush()))
  return new Blob(parts as BlobPart[], { type: 'audio/mpeg' })
}
