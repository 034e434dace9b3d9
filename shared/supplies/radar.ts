import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Place } from '../records.ts'
import { sinceDay } from '../core/by-day.ts'
import { metres } from '../core/distance.ts'
import { inStock, stockId, toSpare } from './ledger.ts'

/** The shortage radar: how long a site's supplies will last, before anybody reports a shortage. Moments are epoch ms. */

const day = 24 * 3_600_000

export type Level = 'red' | 'yellow' | 'fine'

/** A site's stock of one item compared with its use. */
export interface Outlook {
  readonly place: string
  readonly supply: string
  readonly quantity: number
  /** Daily use by all people who are at the site now. */
  readonly perDay: number
  readonly hoursLeft: number
  readonly level: Level
}

/** How many people are on duty at each place at a moment, by its running shifts. */
export function onDuty(board: Reader, at: number): Map<string, number> {
  const people = new Map<string, number>()
  for (const { place, startsAt, endsAt, claimedBy } of sinceDay(board, 'shift', 'ends', at)) {
    if (place && startsAt <= at && at < endsAt) people.set(place, (people.get(place) ?? 0) + claimedBy.length)
  }
  return people
}

/** The outlook of every site and item, worst first. Hours left = stock ÷ (people × use per person and hour). Items that a site does not use are left out. */
export function outlooks(board: Reader, facts: Facts, at: number): Outlook[] {
  const duty = onDuty(board, at)
  const [yellow, red] = facts.rules.supplyHours
  const sites = new Set([...duty.keys(), ...[...board.all('headcount')].map(one => one.id)])
  const found: Outlook[] = []
  for (const place of sites) {
    const groups: Readonly<Record<string, number>> = { ...board.get('headcount', place)?.groups, duty: duty.get(place) ?? 0 }
    for (const [supply, { perDay: rates }] of facts.supplies) {
      const perDay = Object.entries(rates).reduce((sum, [group, rate]) => sum + rate * (groups[group] ?? 0), 0)
      // Only items with a ledger: without one the stock is unknown, not zero.
      if (!perDay || !board.get('stock', stockId(place, supply))) continue
      const quantity = inStock(board, place, supply)
      const hoursLeft = quantity / perDay * 24
      found.push({ place, supply, quantity, perDay, hoursLeft, level: hoursLeft < red ? 'red' : hoursLeft < yellow ? 'yellow' : 'fine' })
    }
  }
  return found.sort((a, b) => a.hoursLeft - b.hoursLeft)
}

/** A place that could send some: how much it can spare, and how far it is (metres). */
export interface SupplySource { readonly place: Place, readonly spare: number, readonly away: number }

/** The places that can spare some of an item: what is not allocated and exceeds their own use for the county's yellow limit. Places with enough come first, then the nearest. */
export function sources(board: Reader, facts: Facts, supply: string, to: { readonly id?: string, readonly lng: number, readonly lat: number }, wanted: number, at: number): SupplySource[] {
  const own = new Map(outlooks(board, facts, at).filter(one => one.supply === supply).map(one => [one.place, one.perDay]))
  const keep = facts.rules.supplyHours[0] * 3_600_000 / day
  const found: SupplySource[] = []
  for (const stock of board.by('stock', 'supply', supply)) {
    const place = stock.place !== to.id ? board.get('place', stock.place) : undefined
    if (!place || place.retired) continue
    const spare = Math.floor(toSpare(board, place.id, supply) - (own.get(place.id) ?? 0) * keep)
    if (spare > 0) found.push({ place, spare, away: metres(place, to) })
  }
  const enough = (one: SupplySource) => one.spare >= wanted ? 0 : 1
  return found.sort((a, b) => enough(a) - enough(b) || a.away - b.away)
}
