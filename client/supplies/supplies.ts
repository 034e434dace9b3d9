import type { Delivery, Shortage } from '../../shared/records.ts'
import type { Outlook } from '../../shared/supplies/radar.ts'
import { computed } from 'vue'
import { factsOf } from '../../shared/core/county.ts'
import { stockId } from '../../shared/supplies/ledger.ts'
import { onDuty, outlooks, sources } from '../../shared/supplies/radar.ts'
import { township } from '../base/lists/filters.ts'
import { record, records, view } from '../core/board.ts'
import { minute } from '../core/clock.ts'
import { said } from '../core/language.ts'
import { county } from '../core/session.ts'

/** What the supply screens read: shelves, what lasts how long, and where more could come from. */

const facts = computed(() => county.value ? factsOf(county.value) : null)

export const supplyOf = (id: string | null) => county.value?.supplies.find(one => one.id === id)
export const measureOf = (id: string | null) => said(supplyOf(id)?.measure)
export const placeName = (id: string) => record('place', id)?.name ?? '—'

/** The catalogue's item that a free text most likely means: by its whole name, or a part of it. */
export function guessSupply(text: string): string {
  const all = county.value?.supplies ?? []
  return (all.find(one => one.zh === text || one.en === text) ?? all.find(one => text.includes(one.zh) || one.zh.includes(text)))?.id ?? ''
}

const equal = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) => a.size === b.size && [...a].every(([place, people]) => b.get(place) === people)
/** Most changes of a shift leave it as it was: the same map then, so that nothing is asked again because of it. */
const standing = computed<ReadonlyMap<string, number>>((before) => {
  void records('shift')
  const now = onDuty(view, minute.value)
  return before && equal(before, now) ? before : now
})

/** The radar, the worst first; recomputed with the stock, the head counts and the people on duty. */
export const radar = computed<readonly Outlook[]>(() => {
  for (const kind of ['stock', 'headcount'] as const) void records(kind)
  void standing.value
  return facts.value ? outlooks(view, facts.value, minute.value) : []
})
/** One site that runs out of something, with the item that goes first and how many go. */
export interface AlarmSite extends Outlook { readonly level: 'red' | 'yellow', readonly lng: number, readonly lat: number, readonly items: number }

/** Red and yellow sites of the township that is filtered for, the worst first: the marks of the map and the rows of their list. */
export const alarmSites = computed<readonly AlarmSite[]>(() => {
  const sites = new Map<string, AlarmSite>()
  for (const one of radar.value) {
    const place = one.level === 'fine' ? undefined : record('place', one.place)
    if (!place || one.level === 'fine' || (township.value && place.township !== township.value)) continue
    const known = sites.get(one.place)
    sites.set(one.place, known ? { ...known, items: known.items + 1 } : { ...one, level: one.level, lng: place.lng, lat: place.lat, items: 1 })
  }
  return [...sites.values()]
})
export const alarms = computed(() => ({
  red: radar.value.filter(one => one.level === 'red').length,
  yellow: radar.value.filter(one => one.level === 'yellow').length,
}))

export function sourcesFor(supply: string, to: { readonly id?: string, readonly lng: number, readonly lat: number }, wanted: number) {
  for (const kind of ['stock', 'delivery', 'place'] as const) void records(kind)
  return facts.value && supply ? sources(view, facts.value, supply, to, wanted, minute.value).slice(0, 6) : []
}

/** What may still be asked of stores and donors for a shortage. */
export const wanted = (shortage: Shortage): number => Math.max(0, shortage.quantity - Math.max(shortage.allocated, shortage.covered))

export const deliveriesTo = (shortage: string): readonly Delivery[] => records('delivery').filter(one => one.shortage === shortage)
export const shelfOf = (place: string, supply: string) => record('stock', stockId(place, supply))?.quantity ?? 0
export const shelvesAt = (place: string) => records('stock').filter(one => one.place === place)
export const ledgerOf = (place: string, supply: string) => records('move').filter(one => one.place === place && one.supply === supply).sort((a, b) => b.at - a.at)
