import type { Place } from '../records.ts'

/** 全面覆盖、不留死角: places that no team has visited for so many days. Pure; times are epoch ms. */

const day = 86_400_000

/** A visit before this moment is too long ago. */
export const unseenBefore = (now: number, days: number): number => now - days * day

/** The one question behind map, list, township colours and matrix: true if no team has been here since then. */
export const unseen = (place: Pick<Place, 'retired' | 'inspectedAt'>, before: number): boolean => !place.retired && (place.inspectedAt === null || place.inspectedAt < before)

/** Which places a number stands for: those seen, those not, or all of them. */
export type Lot = 'seen' | 'unseen' | 'all'
export const inLot = (lot: Lot, place: Place, before: number): boolean => !place.retired && (lot === 'all' || unseen(place, before) === (lot === 'unseen'))

/** How many places there are, and how many of them were seen. */
export interface SeenCount { seen: number, total: number }
export interface Coverage {
  readonly all: Readonly<SeenCount>
  readonly townships: ReadonlyMap<string, Readonly<SeenCount>>
  readonly kinds: ReadonlyMap<string, Readonly<SeenCount>>
  /** By `township|kind`. */
  readonly cells: ReadonlyMap<string, Readonly<SeenCount>>
}

export const cellKey = (township: string, kind: string): string => `${township}|${kind}`

/** Township by kind; a place that is retired is in no figure. */
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
