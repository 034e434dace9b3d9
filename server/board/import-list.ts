import type { Actor } from '../../shared/core/actor.ts'
import type { County } from '../../shared/core/county.ts'
import type { Place, Records } from '../../shared/records.ts'
import type { Question } from '../../shared/transfer/county-words.ts'
import type { Datum } from '../../shared/transfer/datum.ts'
import type { Row } from '../../shared/transfer/sheet.ts'
import type { Table } from '../../shared/transfer/table.ts'
import type { Authority } from './authority.ts'
import { uuidv7 } from 'uuidv7'
import { audienceOf, visible } from '../../shared/core/sight.ts'
import { withdrawnId } from '../../shared/supplies/ledger.ts'
import { guess, placeHints, rosterHints, stockHints } from '../../shared/transfer/columns.ts'
import { batches } from '../../shared/transfer/place-batches.ts'
import { sortPlaces } from '../../shared/transfer/place-rows.ts'
import { sortRoster } from '../../shared/transfer/roster-rows.ts'
import { sortStock } from '../../shared/transfer/stock-rows.ts'

/** A list of a file, sorted on the board as it is now, and how to write its good rows. */
export interface Sorted {
  /** How many rows would be written, and how many the board has already. */
  readonly good: number
  readonly known: number
  /** Lines whose known place has another position, address or number of people in the list. The page offers these changes. */
  readonly changed: readonly number[]
  readonly refused: readonly { readonly line: number, readonly why: string }[]
  /** Words that nobody has explained; their rows wait. The page asks, and the county remembers the answers. */
  readonly asked: readonly (Question & { readonly of: string })[]
  /** Writes in steps, and answers how many rows were written. A refusal stops it; the steps before it stay. */
  readonly write: () => Promise<{ readonly written: number, readonly stopped?: string }>
}

interface Options { readonly county: County, readonly authority: Authority, readonly actor: Actor }
interface PlaceOptions extends Options { readonly datum: Datum }
type Of = Records['listWord']['of']

const scopeOf = ({ role, township }: Actor) => role === 'officer' ? township ?? '' : null
const why = (rows: readonly (Row & { readonly fault: string })[]) => rows.map(({ line, fault }) => ({ line, why: fault }))
const named = (of: string, questions: readonly Question[]) => questions.map(one => ({ ...one, of }))
const remembered = ({ board }: Authority, of: Of) => new Map([...board.all('listWord')].filter(one => one.of === of).map(({ word, means }) => [word, means] as const))
const seen = ({ board }: Authority, actor: Actor): Place[] => [...board.all('place')].filter(place => visible(audienceOf(actor), 'place', place))

async function inSteps<T>({ authority, actor }: Options, steps: readonly (readonly T[])[], name: string, args: (step: readonly T[]) => unknown): Promise<{ readonly written: number, readonly stopped?: string }> {
  let written = 0
  for (const step of steps) {
    const answer = await authority.submit({ id: uuidv7(), name, args: args(step) }, actor)
    if (!answer.ok) return { written, stopped: answer.code }
    written += step.length
  }
  return { written }
}
const hundreds = <T>(rows: readonly T[]): T[][] => Array.from({ length: Math.ceil(rows.length / 100) }, (_, i) => rows.slice(i * 100, i * 100 + 100))

export function placeList({ head, rows }: Table, { datum, ...options }: PlaceOptions): Sorted {
  const { county, authority, actor } = options
  const found = sortPlaces(rows, { county, head, mapping: guess(placeHints, head), datum, kind: '', township: scopeOf(actor) ?? '', scope: scopeOf(actor), places: seen(authority, actor), headsAt: place => authority.board.get('headcount', place)?.groups, answers: { kind: remembered(authority, 'kind'), township: remembered(authority, 'township') }, confirmed: new Set() })
  return {
    good: found.fresh.length,
    known: found.known,
    changed: found.moved.map(({ line }) => line),
    refused: [...why(found.bad), ...found.doubtful.map(({ line, doubt }) => ({ line, why: doubt }))].sort((a, b) => a.line - b.line),
    asked: [...named('kind', found.asked.kind), ...named('township', found.asked.township)],
    async write() {
      const done = await inSteps(options, batches(found.fresh.map(({ line: _, ...place }) => place)), 'importPlaces', places => ({ places }))
      const counted = done.stopped ? done : await inSteps(options, [...found.heads].map(one => [one]), 'countHeads', ([one]) => ({ place: one?.[0], groups: one?.[1] }))
      return { ...done, ...counted.stopped && { stopped: counted.stopped } }
    },
  }
}

export function stockList({ head, rows }: Table, list: string, options: Options): Sorted {
  const { county, authority, actor } = options
  const booked = (move: string) => authority.board.get('move', move) !== undefined
  const found = sortStock(rows, { county, places: seen(authority, actor), mapping: guess(stockHints, head), answers: { place: new Map(), item: remembered(authority, 'item') }, known: booked, withdrawn: move => booked(withdrawnId(move)), list })
  return {
    good: found.good.length,
    known: found.known,
    changed: [],
    refused: why(found.bad),
    asked: [...named('place', found.asked.place), ...named('item', found.asked.item)],
    write: () => inSteps(options, hundreds(found.good.map(({ line: _, ...row }) => row)), 'importStock', part => ({ rows: part })),
  }
}

/** The volunteers of a list. The people themselves are written by the caller, since no board holds them. */
export function rosterList({ head, rows }: Table, { county, authority, actor }: Options) {
  const found = sortRoster(rows, { county, mapping: guess(rosterHints, head), scope: scopeOf(actor), answers: { skills: remembered(authority, 'skills'), township: remembered(authority, 'township') } })
  return { people: found.good, refused: why(found.bad), asked: [...named('skills', found.asked.skills), ...named('township', found.asked.township)] }
}
