import type { Place } from '../records.ts'

/** 全面覆盖、不留死角: which places no team has inspected for a number of days. Times are epoch ms. */

const day = 86_400_000

/** A place last inspected before this moment counts as unseen. */
export const unseenBefore = (now: number, days: number): number => now - days * day

/** True if no team has inspected the place since `before`. Map, list, township colours and matrix all use this. */
export const unseen = (place: Pick<Place, 'retired' | 'inspectedAt'>, before: number): boolean => !place.retired && (place.inspectedAt === null || place.inspectedAt < before)

/** The places that a figure counts: the seen ones, the unseen ones, or all. */
export type Lot = 'seen' | 'unseen' | 'all'
export const inLot = (lot: Lot, place: Place, before: number): boolean => !place.retired && (lot === 'all' || unseen(place, before) === (lot === 'unseen'))

/** How many places there are, and how many of them have been seen. */
export interface SeenCount { seen: number, total: number }
export interface Coverage {
  readonly all: Readonly<SeenCount>
  readonly townships: ReadonlyMap<string, Readonly<SeenCount>>
  readonly kinds: ReadonlyMap<string, Readonly<SeenCount>>
  /** By `township|kind`. */
  readonly cells: ReadonlyMap<string, Readonly<SeenCount>>
}

export const cellKey = (township: string, kind: string): string => `${township}|${kind}`

/** Counts seen places by township, by kind, and by both. Retired places are not counted. */
export function coverage(places: Iterable<Place>, before: number): Coverage {
  const all: SeenCount = { seen: 0, total: 0 }
  const [townships, kinds, cells] = [new Map<string, SeenCount>(), new Map<string, SeenCount>(), new Map<string, SeenCount>()]
  const of = (tallies: Map<string, SeenCount>, key: string) => {
    const tally = tallies.get(key) ?? { seen: 0, total: 0 }
    tallies.set(key, tally)
    return tally
  }
  for (const place of places) {
    if (place.retired) continue
    const saw = unseen(place, before) ? 0 : 1
    for (const tally of [all, of(townships, place.township), of(kinds, place.kind), of(cells, cellKey(place.township, place.kind))]) {
      tally.total++
      tally.seen += saw
    }
  }
  return { all, townships, kinds, cells }
}
