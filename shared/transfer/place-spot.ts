import type { Spot } from './coordinates.ts'
import type { Datum } from './datum.ts'
import { metres as metresBetween } from '../core/distance.ts'
import { latFirst, onEarth, spotIn, spotOf, turned } from './coordinates.ts'
import { toWgs84 } from './datum.ts'
import { lostDigits } from './numbers.ts'

interface Cells { readonly at: string, readonly lng: string, readonly lat: string }
interface Placed { readonly spot: Spot, /** Longitude and latitude stood in each other's place. */ readonly turned: boolean, /** Metres from the township, when it is too far to be of it; otherwise 0. */ readonly astray: number }

/** A place lies within this many metres of the middle of its township. */
const reach = 60_000

/** Where a row says that its place is, in WGS-84; null when it says nothing. `seat` is [lng, lat] of its township. */
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
