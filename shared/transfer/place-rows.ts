import type { County } from '../core/county.ts'
import type { Place } from '../records.ts'
import type { Mapping } from './columns.ts'
import type { Spot } from './coordinates.ts'
import type { Answers, Question } from './county-words.ts'
import type { Datum } from './datum.ts'
import type { Heads } from './head-counts.ts'
import type { Row } from './sheet.ts'
import { metres as metresBetween } from '../core/distance.ts'
import { metresOutside, outlineOf } from '../core/outline.ts'
import { clip, fits } from '../core/text.ts'
import { plainWord, questions, townshipFinder, wordsOf } from './county-words.ts'
import { headColumns, headsIn } from './head-counts.ts'
import { placed } from './place-spot.ts'
import { placeId } from './plain-name.ts'

export type PlaceMeaning = 'at' | 'lng' | 'lat' | 'kind' | 'township' | 'address' | 'unit' | 'keeper' | 'keeperPost' | 'name' | 'note'
/** Why a row is refused. */
export const placeFaults = ['no_name', 'long_name', 'no_kind', 'no_township', 'no_unit', 'other_township', 'left_out', 'bad_position', 'lost_digits', 'bad_count', 'twice'] as const
export type PlaceFault = (typeof placeFaults)[number]
/** Why a row waits until a person confirms it: its coordinates are exchanged, it is outside the county, or its place was retired. */
export const doubts = ['turned', 'outside', 'retired'] as const
export type Doubt = (typeof doubts)[number]

export type NewPlace = Pick<Place, 'name' | 'kind' | 'township' | 'address' | 'lng' | 'lat' | 'note' | 'source'> & Partial<Pick<Place, 'unit' | 'keeper' | 'keeperPost'>> & { readonly place: string }
export interface Moved { readonly line: number, readonly place: Place, readonly set: Partial<Pick<Place, 'lng' | 'lat' | 'accuracy' | 'source' | 'address'>>, /** Distance from the registered position. */ readonly metres: number, /** The people at the place by group, where the list says other numbers than the board. */ readonly heads?: Heads }
interface Doubtful extends Row { readonly doubt: Doubt, readonly metres: number, readonly place: NewPlace }

export interface SortedPlaces {
  readonly fresh: readonly (NewPlace & { readonly line: number })[]
  readonly known: number
  /** Known places for which the list has an address that the board lacks, another position, or other numbers of people. */
  readonly moved: readonly Moved[]
  readonly doubtful: readonly Doubtful[]
  /** Unknown words without an answer. */
  readonly asked: { readonly kind: readonly Question[], readonly township: readonly Question[] }
  readonly bad: readonly (Row & { readonly fault: PlaceFault })[]
  readonly unplaced: number
  /** New places outside the county that were confirmed, by id, with the distance in metres. */
  readonly outside: ReadonlyMap<string, number>
  /** The people at new places, by id of the place. */
  readonly heads: ReadonlyMap<string, Heads>
}

export interface PlaceOptions {
  readonly county: County
  readonly mapping: Mapping<PlaceMeaning>
  readonly head: readonly string[]
  readonly datum: Datum
  /** The kind for rows without one; `township` likewise. Empty if there is none. */
  readonly kind: string
  readonly township: string
  /** The code of the only township whose places this person may add; null for all. */
  readonly scope?: string | null
  readonly places: Iterable<Place>
  /** The people at a place by group, as the board has them. */
  readonly headsAt?: (place: string) => Heads | undefined
  readonly answers: { readonly kind: Answers, readonly township: Answers }
  readonly confirmed: ReadonlySet<Doubt>
}

/** Beyond this distance, in metres, the list's position is offered for a registered place. */
const near = 50
/** Within this distance, in metres, two positions are the same. */
const same = 2

/** Sorts the rows of a list of places before anything is written. Positions in the result are WGS-84. A bad row never stops a good one, and each row keeps its line number in the file. */
export function sortPlaces(rows: readonly Row[], { county, mapping, head, datum, kind, township, scope = null, places, headsAt = () => undefined, answers, confirmed }: PlaceOptions): SortedPlaces {
  /** Several places of one township may have the same kind and name; a row then means the nearest. */
  const known = new Map<string, Place[]>()
  for (const place of places) {
    for (const key of new Set([place.id, placeId(place.kind, place.township, place.name)])) known.set(key, [...known.get(key) ?? [], place])
  }
  const nearest = (id: string, spot: Spot) => [...known.get(id) ?? []].sort((a, b) => metresBetween(a, spot) - metresBetween(b, spot))[0]
  const seats = new Map(county.townships.map(one => [one.code, one]))
  const findTownship = townshipFinder(county)
  const kinds = wordsOf(county.placeKinds)
  const units = new Map([...wordsOf(county.units), ...county.units.map(one => [plainWord(one.short), one.id] as const)])
  const proposed = new Map(county.placeKinds.flatMap(one => (one.also ?? []).map(word => [plainWord(word), one.id] as const)))
  const outline = outlineOf(county.outline)
  const asked = { kind: questions(word => proposed.get(word) ?? null), township: questions() }
  /** The ids of words already looked up, because a list repeats a few words in all its rows. */
  const meanings = { kind: new Map<string, string>(), township: new Map<string, string>() }
  const fresh = new Map<string, NewPlace & { line: number }>()
  const bad: (Row & { fault: PlaceFault })[] = []
  const doubtful: Doubtful[] = []
  const moved: Moved[] = []
  const seen = new Map<string, number>()
  const outside = new Map<string, number>()
  const heads = new Map<string, Heads>()
  const columns = headColumns(county, head, rows)
  let [there, unplaced] = [0, 0]

  const sort = (row: Row): void => {
    const cell = (meaning: PlaceMeaning) => mapping[meaning] === undefined ? '' : row.cells[mapping[meaning]] ?? ''
    const wrong = (fault: PlaceFault) => void bad.push({ ...row, fault })
    const name = cell('name')
    const meant = (of: 'kind' | 'township', find: (word: string) => string | undefined, otherwise: string) => {
      const word = cell(of)
      if (!word) return otherwise || null
      const id = meanings[of].get(word) ?? find(word) ?? answers[of].get(plainWord(word))
      if (id === undefined) asked[of].ask(word, row.line)
      else meanings[of].set(word, id)
      return id
    }
    if (!name) return wrong('no_name')
    if (!fits(name, 80)) return wrong('long_name')
    const home = meant('township', findTownship, township)
    if (home === null) return wrong('no_township')
    if (home === '') return wrong('left_out')
    if (scope !== null && home !== undefined && home !== scope) return wrong('other_township')
    const of = meant('kind', word => kinds.get(plainWord(word)), kind)
    if (of === null) return wrong('no_kind')
    if (of === '') return wrong('left_out')
    if (of === undefined || home === undefined) return
    const unit = cell('unit') ? units.get(plainWord(cell('unit'))) : null
    if (unit === undefined) return wrong('no_unit')
    const seat = seats.get(home)
    if (!seat) return wrong('no_township')
    const id = placeId(of, home, name)
    const before = seen.get(id) ?? 0
    if (before >= (known.get(id)?.length ?? 1)) return wrong('twice')
    seen.set(id, before + 1)

    const counted = headsIn(row, columns)
    if (counted === 'bad_count') return wrong('bad_count')
    const found = placed({ at: cell('at'), lng: cell('lng'), lat: cell('lat') }, mapping.at === undefined ? '' : head[mapping.at] ?? '', datum, seat.label)
    if (found === 'bad_position' || found === 'lost_digits') return wrong(found)
    const spot: Spot = found?.spot ?? { lng: seat.label[0], lat: seat.label[1] }
    const place: NewPlace = { place: id, name, kind: of, township: home, address: clip(cell('address'), 200), unit, keeper: clip(cell('keeper'), 80), keeperPost: clip(cell('keeperPost'), 40), note: clip(cell('note'), 500), ...spot, source: found ? 'import' : 'approximate' }
    const metres = found ? metresOutside(spot, outline) || found.astray : 0
    const old = nearest(id, spot)
    const doubt = ([old?.retired && 'retired', found?.turned && 'turned', metres && 'outside'] as const).find(one => one && !confirmed.has(one))
    if (doubt) return void doubtful.push({ ...row, doubt, metres, place })
    if (old && !old.retired) {
      const away = found ? metresBetween(old, spot) : 0
      const set = { ...found && (away > near || (old.source === 'approximate' && away > same)) ? { ...spot, accuracy: null, source: 'import' as const } : {}, ...place.address && !old.address ? { address: place.address } : {} }
      const other = Object.entries(counted).some(([group, n]) => n !== (headsAt(old.id)?.[group] ?? 0))
      if (Object.keys(set).length || other) moved.push({ line: row.line, place: old, set, metres: away, ...other && { heads: { ...headsAt(old.id), ...counted } } })
      else there++
      return
    }
    if (!found) unplaced++
    if (metres) outside.set(id, metres)
    if (Object.values(counted).some(Boolean)) heads.set(old?.id ?? id, counted)
    fresh.set(id, { ...place, place: old?.id ?? id, line: row.line })
  }
  rows.forEach(sort)
  return { fresh: [...fresh.values()], known: there, moved, doubtful, asked: { kind: asked.kind.all(), township: asked.township.all() }, bad, unplaced, outside, heads }
}
