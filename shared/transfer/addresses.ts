import type { County } from '../core/county.ts'
import type { Spot } from '../core/distance.ts'
import type { Place } from '../records.ts'
import type { Datum } from './datum.ts'
import { metresOutside, outlineOf } from '../core/outline.ts'
import { onEarth, spotIn, turned } from './coordinates.ts'
import { plainWord, townshipFinder } from './county-words.ts'
import { toWgs84 } from './datum.ts'

/** The most lines that one question may have. */
export const mostLines = 500

/**
 * What a line was understood as. `several`: more than one known address has that name. `unknown`: no known address; `among` then has
 * similar names. Neither is ever decided for the person.
 */
export interface Located {
  readonly text: string
  readonly as: 'place' | 'township' | 'position' | 'several' | 'unknown'
  /** `place/id` or `township/code`; null for a position and where it is not known. */
  readonly key: string | null
  readonly name: string
  /** WGS-84. */
  readonly spot: Spot | null
  readonly among: readonly Place[]
  /** Metres between the position and the county; 0 inside it. */
  readonly astray: number
  /** Latitude and longitude were written the other way round. */
  readonly turned: boolean
}

/** Reads lines as positions, names or addresses of places, or townships, which stand for their government's seat. */
export function addressBook(county: County, places: Iterable<Place>) {
  const known = new Map<string, Place[]>()
  const all: { readonly word: string, readonly place: Place }[] = []
  for (const place of places) {
    if (place.retired) continue
    const words = new Set([place.name, place.address].map(plainWord).filter(Boolean))
    for (const word of words) {
      all.push({ word, place })
      const same = known.get(word)
      if (same) same.push(place)
      else known.set(word, [place])
    }
  }
  const township = townshipFinder(county)
  const outline = outlineOf(county.outline)
  const nothing = { key: null, name: '', spot: null, among: [], astray: 0, turned: false }
  const similar = (word: string) => word.length < 2 ? [] : [...new Set(all.filter(one => one.word.includes(word) || word.includes(one.word)).map(one => one.place))].slice(0, 3)

  /** `chosen`: the id of the place that a person has chosen for this line. */
  return function locate(text: string, datum: Datum, chosen?: string): Located {
    const word = plainWord(text)
    const named = known.get(word) ?? []
    const place = (chosen ? all.find(one => one.place.id === chosen)?.place : undefined) ?? (named.length === 1 ? named[0] : undefined)
    if (place) return { ...nothing, text, as: 'place', key: `place/${place.id}`, name: place.name, spot: { lng: place.lng, lat: place.lat } }
    if (named.length) return { ...nothing, text, as: 'several', among: named.slice(0, 10) }
    const said = spotIn(text)
    if (said) {
      const [straight, other] = [said, turned(said)].map(spot => ({ spot, away: onEarth(spot) ? metresOutside(toWgs84(spot, datum), outline) : Infinity }))
      const isTurned = straight!.away > 0 && other!.away === 0
      const { spot, away } = isTurned ? other! : straight!
      if (away < Infinity) return { ...nothing, text, as: 'position', spot: toWgs84(spot, datum), astray: Math.round(away), turned: isTurned }
    }
    const code = township(text)
    const one = code === undefined ? undefined : county.townships.find(each => each.code === code)
    if (one) return { ...nothing, text, as: 'township', key: `township/${one.code}`, name: one.name, spot: { lng: one.seat[0], lat: one.seat[1] } }
    return { ...nothing, text, as: 'unknown', among: similar(word) }
  }
}

/** The lines of a pasted text that are not empty, at most `mostLines` of them. */
export const linesOf = (text: string): readonly string[] => text.split(/\r?\n/).map(line => line.trim()).filter(Boolean).slice(0, mostLines)
