import type { Delivery, Place, Shortage } from '../../shared/records.ts'
import type { Outlook } from '../../shared/supplies/radar.ts'
import { computed } from 'vue'
import { factsOf } from '../../shared/core/county.ts'
import { stockId, toSpare } from '../../shared/supplies/ledger.ts'
import { pendingRises } from '../../shared/supplies/market.ts'
import { onDuty, outlooks, sources } from '../../shared/supplies/radar.ts'
import { township } from '../base/lists/filters.ts'
import { record, records, view } from '../core/board.ts'
import { minute } from '../core/clock.ts'
import { said } from '../core/language.ts'
import { county } from '../core/session.ts'

/** Shared by the supply screens: the stock, how long it lasts, and where more could come from. */

const facts = computed(() => county.value ? factsOf(county.value) : null)

export const supplyOf = (id: string | null) => county.value?.supplies.find(one => one.id === id)
export const measureOf = (id: string | null) => said(supplyOf(id)?.measure)
export const placeName = (id: string) => record('place', id)?.name ?? '—'

/** The catalogue item that a free text most likely means: an equal name, else a name that contains it or is contained in it. */
export function guessSupply(text: string): string {
  const all = county.value?.supplies ?? []
  return (all.find(one => one.zh === text || one.en === text || said(one) === text) ?? all.find(one => text.includes(one.zh) || one.zh.includes(text)))?.id ?? ''
}

const equal = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) => a.size === b.size && [...a].every(([place, people]) => b.get(place) === people)
/** Keeps the same map while the numbers are equal, so that a change to a shift does not recompute the radar without need. */
const peopleOnDuty = computed<ReadonlyMap<string, number>>((before) => {
  void records('shift')
  const now = onDuty(view, minute.value)
  return before && equal(before, now) ? before : now
})

/** How long each item lasts at each site, the worst first. Depends on the stock, the head counts and the people on duty. */
export const radar = computed<readonly Outlook[]>(() => {
  for (const kind of ['stock', 'headcount', 'delivery'] as const) void records(kind)
  void peopleOnDuty.value
  return facts.value ? outlooks(view, facts.value, minute.value) : []
})
/** A site that runs out of something: the item that runs out first, and the number of items that run out. */
export interface AlarmSite extends Outlook { readonly level: 'red' | 'yellow', readonly lng: number, readonly lat: number, readonly items: number }

/** Red and yellow sites in the filtered township, the worst first. The map and the list both read them, so that they agree. */
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

/** The price rises that wait for a decision. */
export const rises = computed(() => {
  for (const kind of ['marketDay', 'issue'] as const) void records(kind)
  return facts.value ? pendingRises(view, facts.value) : []
})

export function sourcesFor(supply: string, to: { readonly id?: string, readonly lng: number, readonly lat: number }, wanted: number) {
  for (const kind of ['stock', 'delivery', 'place'] as const) void records(kind)
  return facts.value && supply ? sources(view, facts.value, supply, to, wanted, minute.value).slice(0, 6) : []
}

/** The quantity of a shortage that is neither allocated nor covered yet. */
export const wanted = (shortage: Shortage): number => Math.max(0, shortage.quantity - Math.max(shortage.allocated, shortage.covered))

export const deliveriesTo = (shortage: string): readonly Delivery[] => records('delivery').filter(one => one.shortage === shortage)
export const shelfOf = (place: string, supply: string) => record('stock', stockId(place, supply))?.quantity ?? 0
export const stockOf = (place: string, supply: string) => record('stock', stockId(place, supply))
/** The part of a place's stock that is not allocated. */
export function spareOf(place: string, supply: string): number {
  for (const kind of ['stock', 'delivery'] as const) void records(kind)
  return toSpare(view, place, supply)
}
/** The places that have stock: stores first, then sites, each by name. */
export const stockedPlaces = computed(() => {
  const ids = new Set(records('stock').map(one => one.place))
  const order = ({ kind }: Place) => kind === 'depot' ? 0 : 1
  return [...ids].flatMap(id => record('place', id) ?? []).sort((a, b) => order(a) - order(b) || a.name.localeCompare(b.name, 'zh'))
})
/** What a place lacks of the catalogue and nobody has allocated yet. */
export const lacksAt = (place: string) => records('shortage').flatMap((one) => {
  const supply = one.supply ?? guessSupply(one.item)
  const left = wanted(one)
  return one.place === place && one.state === 'open' && supply && left ? [{ shortage: one.id, supply, left }] : []
})
export const shelvesAt = (place: string) => records('stock').filter(one => one.place === place)
export const ledgerOf = (place: string, supply?: string) => records('move').filter(one => one.place === place && (!supply || one.supply === supply)).sort((a, b) => b.at - a.at)
