import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Place } from '../records.ts'
import { metres } from '../core/distance.ts'
import { inStock, stockId, toSpare } from './ledger.ts'

/** The shortage radar: how long what a site has will last, before anybody complains. */

const day = 24 * 3_600_000

export type Level = 'red' | 'yellow' | 'fine'

/** What a site has of one item against what its people use. */
export interface Outlook {
  readonly place: string
  readonly supply: string
  readonly quantity: number
  /** Daily use by all people who are there now. */
  readonly perDay: number
  readonly hoursLeft: number
  readonly level: Level
}

/** People on duty at each place now, by the running shifts. */
export function onDuty(board: Reader, at: number): Map<string, number> {
  const people = new Map<string, number>()
  for (const { place, startsAt, endsAt, claimedBy } of board.all('shift')) {
    if (place && startsAt <= at && at < endsAt) people.set(place, (people.get(place) ?? 0) + claimedBy.length)
  }
  return people
}

/** Hours left = stock ÷ (people × what each uses an hour). Sites that use nothing of an item are left out; the worst first. */
export function outlooks(board: Reader, facts: Facts, at: number): Outlook[] {
  const duty = onDuty(board, at)
  const [yellow, red] = facts.rules.supplyHours
  const sites = new Set([...duty.keys(), ...[...board.all('headcount')].map(one => one.id)])
  const found: Outlook[] = []
  for (const place of sites) {
    const groups: Readonly<Record<string, number>> = { ...board.get('headcount', place)?.groups, duty: duty.get(place) ?? 0 }
    for (const [supply, { perDay: rates }] of facts.supplies) {
      const perDay = Object.entries(rates).reduce((sum, [group, rate]) => sum + rate * (groups[group] ?? 0), 0)
      // Only items with a ledger: a shelf without a line may not be empty.
      if (!perDay || !board.get('stock', stockId(place, supply))) continue
      const quantity = inStock(board, place, supply)
      const hoursLeft = quantity / perDay * 24
      found.push({ place, supply, quantity, perDay, hoursLeft, level: hoursLeft < red ? 'red' : hoursLeft < yellow ? 'yellow' : 'fine' })
    }
  }
  return found.sort((a, b) => a.hoursLeft - b.hoursLeft)
}

/** A store that could send some: how far it is (metres) and what it has beyond its own need. */
export interface SupplySource { readonly place: Place, readonly spare: number, readonly away: number }

/** Possible sources of an item: stock beyond two days of own use; sources with enough first, then the nearest. */
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
