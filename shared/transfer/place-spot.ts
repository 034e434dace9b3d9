import type { Spot } from './coordinates.ts'
import type { Datum } from './datum.ts'
import { metres as metresBetween } from '../core/distance.ts'
import { latFirst, onEarth, spotIn, spotOf, turned } from './coordinates.ts'
import { toWgs84 } from './datum.ts'
import { lostDigits } from './numbers.ts'

interface Cells { readonly at: string, readonly lng: string, readonly lat: string }
interface Placed { readonly spot: Spot, /** Longitude and latitude were exchanged. */ readonly turned: boolean, /** Distance from the township in metres if it is too far to belong to it; otherwise 0. */ readonly astray: number }

/** The largest plausible distance, in metres, of a place from the label of its township. */
const reach = 60_000

/** The position in a row, converted from `datum` to WGS-84; null if the row has none. `seat` is [lng, lat] of its township in WGS-84. */
export function placed({ at, lng, lat }: Cells, title: string, datum: Datum, seat: readonly [number, number]): Placed | 'bad_position' | 'lost_digits' | null {
  if (!at && !lng && !lat) return null
  if ([at, lng, lat].some(lostDigits)) return 'lost_digits'
  const said = at && !lng && !lat ? spotIn(at, latFirst(title)) : spotOf(lng, lat)
  if (!said) return 'bad_position'
  const home = { lng: seat[0], lat: seat[1] }
  const away = (spot: Spot) => onEarth(spot) ? metresBetween(spot, home) : Infinity
  const other = turned(said)
  const isTurned = away(said) > reach && away(other) <= reach
  const spot = isTurned ? other : said
  if (!onEarth(spot)) return 'bad_position'
  const result = toWgs84(spot, datum)
  return { spot: result, turned: isTurned, astray: away(result) > reach ? away(result) : 0 }
}
