import * as v from 'valibot'

/** One person shows their map, and others follow it. It is on no board and in no log. */

/** A position on the wire is in whole hundred-thousandths of a degree, which is about a metre, and a zoom in quarters: half the digits, and small movements send nothing. */
export const fine = 1e5
export const zoomSteps = 4

const whole = (most: number, least = -most) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const [Lng, Lat] = [whole(180 * fine), whole(90 * fine)]
const Name = v.pipe(v.string(), v.maxLength(60))
const fields = {
  /** The middle of what the leader sees: longitude, latitude (WGS-84) and zoom. */
  at: v.strictTuple([Lng, Lat, whole(24 * zoomSteps, 0)]),
  /** Where the leader points. Null if nowhere on the map. */
  cursor: v.nullable(v.strictTuple([Lng, Lat])),
  /** The width and height of the part of the map that the leader sees, in CSS pixels. */
  size: v.strictTuple([whole(10_000, 1), whole(10_000, 1)]),
  /** The layers that are on. */
  layers: v.pipe(v.array(Name), v.maxLength(40)),
  /** What townships are coloured by. */
  measure: Name,
  /** The open record (`kind/id`). */
  open: v.nullable(v.pipe(v.string(), v.regex(/^[a-z]+\/[\w~-]{1,64}$/))),
}

export const WholeMap = v.strictObject(fields)
/** What the leader shows. */
export type ShownMap = v.InferOutput<typeof WholeMap>
/** What has changed of it. */
export const MapNews = v.partial(WholeMap)
export type ShownNews = v.InferOutput<typeof MapNews>
