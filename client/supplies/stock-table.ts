import type { SupplyItem } from '../../shared/core/county.ts'
import type { Place } from '../../shared/records.ts'
import type { Readings } from '../base/readings.ts'
import { fit } from '../base/search.ts'

/**
 * The rows and columns of the stock table that fit a search. A word that names items keeps their rows, one that names places keeps
 * their columns; several words narrow both. Without a search everything is shown.
 */
export function narrow(query: string, items: readonly SupplyItem[], places: readonly Place[], readings: Readings): { readonly items: readonly SupplyItem[], readonly places: readonly Place[] } {
  let left = { items, places }
  for (const word of query.trim().split(/\s+/).filter(Boolean)) {
    const named = left.items.filter(one => fit(one.zh, word, readings) || fit(one.en, word, readings))
    const there = left.places.filter(one => fit(one.name, word, readings))
    if (!named.length && !there.length) return { items: [], places: [] }
    left = { items: named.length ? named : left.items, places: there.length ? there : left.places }
  }
  return left
}
