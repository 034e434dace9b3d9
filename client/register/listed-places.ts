import type { County } from '../../shared/core/county.ts'
import type { Place } from '../../shared/records.ts'
import type { Mapping, Meaning } from '../base/transfer/columns.ts'
import type { Fault } from '../base/transfer/problem.ts'
import gcoord from 'gcoord'
import { metresOutside, outlineOf } from '../../shared/core/outline.ts'
import { clip } from '../../shared/core/text.ts'
import { placeId, plainName } from '../base/transfer/plain-name.ts'

export const datums = ['WGS-84', 'GCJ-02', 'BD-09'] as const
export type Datum = (typeof datums)[number]

type NewPlace = Pick<Place, 'name' | 'kind' | 'township' | 'address' | 'lng' | 'lat' | 'note' | 'source'> & { readonly place: string }
interface BadRow { readonly line: number, readonly cells: readonly string[], readonly fault: Fault }
export interface Sorted {
  readonly fresh: readonly NewPlace[]
  readonly known: number
  readonly bad: readonly BadRow[]
  readonly unplaced: number
  /** New places outside the county, by id, with the distance in metres. They may be right and need a check. */
  readonly outside: ReadonlyMap<string, number>
}

interface Options {
  readonly county: County
  readonly mapping: Mapping
  readonly datum: Datum
  /** For rows that do not say. */
  readonly kind: string
  readonly township: string
  readonly places: Iterable<Place>
}

const systems = { 'GCJ-02': gcoord.GCJ02, 'BD-09': gcoord.BD09 } as const
/** How far from the middle of its township a position may lie, in degrees, before it is taken for a slip. */
const far = 0.6

/** Sorts the rows of a list: new places, those already there, and bad rows with what is wrong. A bad row stops no good one. */
export function sortRows(rows: readonly (readonly string[])[], { county, mapping, datum, kind, township, places }: Options): Sorted {
  const known = new Set<string>()
  for (const place of places) known.add(place.id).add(placeId(place.kind, place.township, place.name))
  const townships = new Map(county.townships.flatMap(one => [one.code, one.name, one.short, one.nameEn].map(name => [plainName(name), one] as const)))
  const kinds = new Map(county.placeKinds.flatMap(one => [one.id, one.zh, one.en].map(name => [plainName(name), one.id] as const)))
  const fresh = new Map<string, NewPlace>()
  const bad: BadRow[] = []
  const outline = outlineOf(county.outline)
  const outside = new Map<string, number>()
  let there = 0
  let unplaced = 0

  rows.forEach((cells, i) => {
    const cell = (meaning: Meaning) => mapping[meaning] === undefined ? '' : (cells[mapping[meaning]] ?? '').trim()
    const wrong = (fault: Fault) => void bad.push({ line: i + 2, cells, fault })
    const name = cell('name')
    if (!name) return wrong('no_name')
    if (name.length > 80) return wrong('long_name')
    const of = cell('kind') ? kinds.get(plainName(cell('kind'))) : kind
    if (!of) return wrong('unknown_kind')
    const home = townships.get(plainName(cell('township') || township))
    if (!home) return wrong('unknown_township')
    const id = placeId(of, home.code, name)
    if (fresh.has(id)) return wrong('twice')
    if (known.has(id)) return void there++

    const said = cell('lng') !== '' || cell('lat') !== ''
    const at = said ? position(cell('lng'), cell('lat'), datum) : home.label
    if (!at) return wrong('bad_position')
    if (Math.hypot(at[0] - home.label[0], at[1] - home.label[1]) > far) return wrong('far_away')
    if (!said) unplaced++
    const metres = said ? metresOutside({ lng: at[0], lat: at[1] }, outline) : 0
    if (metres) outside.set(id, metres)
    fresh.set(id, { place: id, name, kind: of, township: home.code, address: clip(cell('address'), 200), note: clip(cell('note'), 500), lng: at[0], lat: at[1], source: said ? 'import' : 'approximate' })
  })
  return { fresh: [...fresh.values()], known: there, bad, unplaced, outside }
}

/** To WGS-84, or null if it is no position. */
function position(lng: string, lat: string, datum: Datum): readonly [number, number] | null {
  const point = [Number(lng), Number(lat)] as const
  if (lng === '' || lat === '' || !point.every(Number.isFinite) || Math.abs(point[0]) > 180 || Math.abs(point[1]) > 85) return null
  const [x, y] = datum === 'WGS-84' ? point : gcoord.transform([point[0], point[1]], systems[datum], gcoord.WGS84) as [number, number]
  return [Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6]
}

/** As many rows at a time as one command takes: a hundred, and well under the size of a message. */
export function batches(places: readonly NewPlace[]): NewPlace[][] {
  const all: NewPlace[][] = []
  let size = 0
  for (const place of places) {
    const bytes = new TextEncoder().encode(JSON.stringify(place)).length
    const last = all.at(-1)
    if (!last || last.length === 100 || size + bytes > 44_000) {
      all.push([place])
      size = bytes
    } else {
      last.push(place)
      size += bytes
    }
  }
  return all
}
