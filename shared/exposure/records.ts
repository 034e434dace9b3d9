import * as v from 'valibot'
import { Id, Instant, Lat, lines, Lng, Maybe, Title } from '../core/fields.ts'

/** A time in which people may have been exposed at a place. */
export const exposureWindow = v.object({ from: Instant, to: Instant })
export const Windows = v.pipe(v.array(exposureWindow), v.minLength(1), v.maxLength(12))
/** Texts about an exposure place are short, so that no list of people fits. */
export const Words = lines(300)

/**
 * An exposure place (涉疫场所), or a point on the map (风险点位): where and when, and never who. There is no field for a person, and its texts
 * refuse what looks like a phone or identity number.
 */
export const exposure = v.object({
  id: Id,
  /** The place of the register; null for a point on the map. */
  place: Maybe(Id),
  /** What it was called when it was marked. */
  name: Title,
  township: Id,
  /** The department that supervises the place. */
  unit: Maybe(Id),
  /** Degrees, WGS-84. */
  lng: Lng,
  lat: Lat,
  windows: Windows,
  /** How it became known: an id of the county's list. */
  origin: Id,
  reason: v.pipe(Words, v.minLength(1)),
  /** The conditions of the checklists that are met, by their id. */
  checks: v.optional(v.record(Id, v.object({ by: Id, at: Instant })), {}),
  /** The zone that was drawn for it. */
  zone: Maybe(Id),
  /** What the public may read about it. Null until headquarters releases it, and again once it is withdrawn. */
  line: Maybe(v.object({ text: v.pipe(Words, v.minLength(1)), by: Id, at: Instant })),
  by: Id,
  at: Instant,
  releasedBy: Maybe(Id),
  releasedAt: Maybe(Instant),
  /** Why it may open again. */
  released: v.optional(Words, ''),
})
