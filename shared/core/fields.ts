import * as v from 'valibot'
import { fits, line, prose } from './text.ts'

/** The fields that records are made of. */

/** Text of one line, cleaned (TX1). Characters are counted as people see them, so a form's `maxlength` (UTF-16 units) never takes more. */
export const lineOf = (most: number) => v.pipe(v.string(), v.transform(line), v.check(text => fits(text, most), `longer than ${most} characters`))
/** Text of several lines, cleaned; counted in UTF-16 units, as `maxlength` does. */
export const lines = (most: number) => v.pipe(v.string(), v.transform(prose), v.maxLength(most))

/** An id of a record, a command or a list: made on a device or by a rule, or taken from the county folder. It is safe in URLs and file names, and never a name that every object has. */
export const Id = v.pipe(v.string(), v.regex(/^(?!(?:__proto__|constructor|prototype)$)[\w~-]{1,64}$/))
/** An id for something new, made on a device (uuidv7). Only rules and the server may use the tilde, so that a device cannot take their ids beforehand. */
export const NewId = v.pipe(v.string(), v.regex(/^(?!(?:__proto__|constructor|prototype)$)[\w-]{1,64}$/))
/** Epoch milliseconds, UTC. */
export const Instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))
/** A day of the county's calendar, as 2022-05-23. */
export const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
export const Title = v.pipe(lineOf(80), v.minLength(1))
export const Note = lines(2000)
/** Degrees, WGS-84. */
export const Lng = v.pipe(v.number(), v.finite(), v.minValue(-180), v.maxValue(180))
export const Lat = v.pipe(v.number(), v.finite(), v.minValue(-85), v.maxValue(85))
export const Count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))
export const Tally = v.pipe(v.number(), v.integer(), v.minValue(0))
export const Maybe = <T extends v.GenericSchema>(schema: T) => v.optional(v.nullable(schema), null)

/**
 * Two of the four parties responsible for a place or an issue (四方责任), besides its township and its department: the unit
 * that runs it (单位), and the post of the person in charge (个人), never their name.
 */
export const keeping = { keeper: v.optional(lineOf(80), ''), keeperPost: v.optional(lineOf(40), '') }

/** A position: WGS-84, accuracy in metres, and how it was measured. */
export const position = {
  lng: Lng,
  lat: Lat,
  /** Metres, one standard deviation, as the device gave it; null if it was not measured. */
  accuracy: Maybe(v.pipe(v.number(), v.minValue(0), v.maxValue(1e6))),
  source: v.optional(v.picklist(['gps', 'map', 'place', 'import', 'approximate']), 'map'),
}
