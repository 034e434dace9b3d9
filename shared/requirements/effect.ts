import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Place, Requirement } from '../records.ts'
import type { Due } from './dues.ts'
import type { Zoning } from './zoning.ts'
import { Draft } from '../core/board.ts'
import { duesAt, isLate } from './dues.ts'

/** One place at which the next version changes when the act is due; null where the act is not required. */
export interface Shifted { readonly place: Place, readonly before: Due | null, readonly after: Due | null }

/** What the next version of a requirement would change, each place in one list. */
export interface Effect {
  readonly sooner: readonly Shifted[]
  readonly later: readonly Shifted[]
  /** Not required before. */
  readonly begins: readonly Shifted[]
  /** No longer required. */
  readonly ends: readonly Shifted[]
  /** Places that become overdue at the moment the version begins. */
  readonly overdue: readonly Shifted[]
}

/** Compares what is due when the version begins with and without it. Zones and the phase are those of the board now. */
export function effectOf(board: Reader, facts: Facts, zoning: Zoning, next: Requirement): Effect {
  const at = next.validFrom
  const changed = new Draft(board)
  changed.put('requirement', next)
  const dueWith = (reader: Reader) => new Map(duesAt(reader, facts, zoning, at).filter(one => one.act === next.act).map(one => [one.place.id, one]))
  const [before, after] = [dueWith(board), dueWith(changed)]
  const all = [...new Set([...before.keys(), ...after.keys()])].flatMap((id): Shifted[] => {
    const [was, is] = [before.get(id) ?? null, after.get(id) ?? null]
    const { place } = is ?? was ?? {}
    return place ? [{ place, before: was, after: is }] : []
  })
  return {
    sooner: all.filter(one => one.before && one.after && one.after.dueAt < one.before.dueAt),
    later: all.filter(one => one.before && one.after && one.after.dueAt > one.before.dueAt),
    begins: all.filter(one => !one.before),
    ends: all.filter(one => !one.after),
    overdue: all.filter(one => one.after && isLate(one.after, at) && !(one.before && isLate(one.before, at))),
  }
}
