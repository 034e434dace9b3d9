import type { Actor } from './actor.ts'
import type { Spot } from './distance.ts'
import * as v from 'valibot'
import { zoneOffset } from './calendar.ts'
import { metres } from './distance.ts'
import { Instant, Lat, Lng, Maybe } from './fields.ts'

/** How the position of a photo was got: measured by the device, chosen on the map, or taken from a place. */
const how = ['gps', 'map', 'place'] as const

/** What a device says about the original of a photo when it is taken. All of it is a claim; what does not fit together is marked. */
export const evidenceClaim = v.strictObject({
  /** The SHA-256 of the original file, before it was shrunk. */
  sha256: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/)),
  /** The device's own clock (epoch ms), and how far it was ahead of the server's when they last spoke (ms). */
  deviceAt: Instant,
  ahead: v.pipe(v.number(), v.safeInteger()),
  /** The incident's time, which in a drill is not the real one. */
  at: Instant,
  /** Where the photo was taken, if that is known: WGS-84, accuracy in metres. */
  where: Maybe(v.strictObject({ lng: Lng, lat: Lat, accuracy: Maybe(v.pipe(v.number(), v.minValue(0), v.maxValue(1e6))), how: v.picklist(how) })),
  /** What the camera wrote into the original: when (epoch ms) and where. Null if it did not. */
  exifAt: Maybe(Instant),
  exif: Maybe(v.strictObject({ lng: Lng, lat: Lat })),
})
export type Evidence = v.InferOutput<typeof evidenceClaim>

/** What does not fit: the photo is older than the moment it was added, its camera was elsewhere, or the device's clock is off. */
export const misfits = ['older', 'elsewhere', 'clock'] as const
export type Misfit = (typeof misfits)[number]

// Thresholds of ours, no norm: an hour allows for a photo taken before the form was opened, 500 m for a bad fix between houses.
const hour = 3_600_000
const far = 500
const clockOff = 5 * 60_000

/** What does not fit in a photo of a problem found at this spot. It is marked and never a reason to refuse the photo. */
export function misfitsOf({ deviceAt, ahead, exifAt, exif, where }: Evidence, spot: Spot | null): Misfit[] {
  const at = where ?? spot
  // The camera's clock is the device's own, so both are compared before any correction.
  const found: Record<Misfit, boolean> = {
    older: exifAt !== null && deviceAt - exifAt > hour,
    elsewhere: exif !== null && at !== null && metres(exif, at) > far + 2 * (where?.accuracy ?? 0),
    clock: Math.abs(ahead) > clockOff,
  }
  return misfits.filter(one => found[one])
}

/** What is burned into the copy that is served: the number of its issue, when it was taken and how exactly it was placed. */
export function stampOf({ at, where }: Evidence, no: number | null, timeZone: string): string {
  const time = new Date(at + zoneOffset(at, timeZone)).toISOString().slice(0, 16).replace('T', ' ')
  return [no === null ? '' : `#${no}`, time, where?.accuracy == null ? '' : `±${Math.round(where.accuracy)}m`].filter(Boolean).join(' ')
}

/** What everybody who sees a photo may know of its evidence. */
export interface Shown {
  readonly photo: string
  readonly by: string
  readonly at: number
  readonly accuracy: number | null
  readonly how: (typeof how)[number] | null
  readonly misfits: readonly Misfit[]
  /** The whole of it, for those who may read it. */
  readonly whole: Evidence | null
}

/** Who may read the whole evidence of a photo, with the camera's position: headquarters, the level above, and the person who took it. */
export const readsEvidence = ({ id, role }: Pick<Actor, 'id' | 'role'>, taker: string): boolean => id === taker || role === 'coordinator' || role === 'admin' || role === 'overseer'
