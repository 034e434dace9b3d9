import type { Reader } from '../core/board.ts'
import type { Batch } from '../records.ts'

interface InRoom { readonly room: string, readonly heads: number }

export const headsIn = (rooms: readonly InRoom[]): number => rooms.reduce((sum, { heads }) => sum + heads, 0)

/** How many of a batch were there at a moment (epoch ms); without one, how many are there now. */
export const presentIn = ({ heads, departures }: Pick<Batch, 'heads' | 'departures'>, at = Infinity): number =>
  departures.reduce((sum, one) => one.at <= at ? sum - one.heads : sum, heads)

/** When all who were there had last been tested, and how many of the next test are done. */
export interface TestClock { readonly last: { readonly at: number, readonly count: number } | null, readonly partly: number }

/**
 * The test clock of a batch. A test is done when as many were sampled as are there. Those who leave count among the tested, so that
 * a departure never makes a test complete.
 */
export function testClock({ heads, tests, departures }: Batch): TestClock {
  const steps = [...departures.map(one => ({ at: one.at, left: one.heads, sampled: 0 })), ...tests.map(one => ({ at: one.at, left: 0, sampled: one.heads }))].sort((a, b) => a.at - b.at)
  let present = heads
  let partly = 0
  let last: TestClock['last'] = null
  for (const { at, left, sampled } of steps) {
    present -= left
    partly = Math.max(0, partly - left) + sampled
    if (!sampled || partly < present) continue
    last = { at, count: partly }
    partly = 0
  }
  return { last, partly }
}

/** The batches at a site that have not left. */
export const batchesAt = (board: Reader, place: string): readonly Batch[] => [...board.by('batch', 'site', place)]

/** The rooms of a site in which people are, each with its batch. */
export function takenAt(board: Reader, place: string): ReadonlyMap<string, Batch> {
  return new Map(batchesAt(board, place).flatMap(batch => batch.rooms.map(({ room }) => [room, batch] as const)))
}

/** How many people of each group with special needs are at a site, with all guests under `guests`. Null for a site that keeps no batches. */
export function groupsAt(board: Reader, place: string, { guests, needs }: { readonly guests: string, readonly needs: readonly string[] }): Readonly<Record<string, number>> | null {
  if (!board.get('quarantine', place)) return null
  const batches = batchesAt(board, place)
  const sum = (count: (batch: Batch) => number) => batches.reduce((all, batch) => all + count(batch), 0)
  return { ...Object.fromEntries(needs.map(group => [group, sum(batch => batch.needs[group] ?? 0)])), [guests]: sum(batch => presentIn(batch)) }
}
