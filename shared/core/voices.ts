import * as v from 'valibot'

/** Voice notes: MP3, one channel, 16 kHz, 32 kbit/s, without tags. They are sent, stored and shown to the same people as photos. */

/** The id of a voice note: that of a photo with the same bytes, and `-v`, so that everybody who has the id knows what it is. */
export const VoiceId = v.pipe(v.string(), v.regex(/^[\da-f]{48}-[\da-f]{12}-v$/))
export const isVoice = (id: string): boolean => id.endsWith('-v')

/** Seconds of one voice note. */
export const longestVoice = 120
export const voiceRate = 16_000
export const voiceKilobits = 32
/** Bytes of one: two minutes, and the half second that the encoder may add. */
export const voiceBytes = (longestVoice + 0.5) * voiceKilobits * 125
/** Of one report, and of one issue in all. */
export const mostVoicesAtOnce = 3
export const mostVoices = 20
