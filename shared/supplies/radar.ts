import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { Delivery, Place, Shortage } from '../records.ts'
import { sinceDay } from '../core/by-day.ts'
import { metres } from '../core/distance.ts'
import { groupsAt } from '../quarantine/batches.ts'
import { inStock, stockId, toSpare } from './ledger.ts'

/** The shortage radar: how long a site's supplies will last, before anybody reports a shortage. Moments are epoch ms. */

const hour = 3_600_000
const day = 24 * hour

export type Level = 'red' | 'yellow' | 'fine'

/** A site's stock of one item compared with its use. */
export interface Outlook {
  readonly place: string
  readonly supply: string
  readonly quantity: number
  /** Daily use by all people who are at the site now. */
  readonly perDay: number
  /** How long the stock alone lasts. */
  readonly hoursLeft: number
  /** What deliveries bring that are allocated or on their way. */
  readonly coming: number
  /** When the next of them is expected; null if nobody said and none is on its way. */
  readonly comesAt: number | null
  /** How long the stock lasts with every delivery that is expected before it runs out. Decides the level. */
  readonly hoursCovered: number
  readonly level: Level
}

/** When a delivery is expected: the moment that its sender gave, or the county's usual time after it left; null for one that nobody has sent. */
export const expectedAt = ({ dueAt, dispatchedAt }: Pick<Delivery, 'dueAt' | 'dispatchedAt'>, { rules }: Pick<Facts, 'rules'>): number | null =>
  dueAt ?? (dispatchedAt === null ? null : dispatchedAt + rules.deliveryHours * hour)

/** What comes to a place of an item. A delivery that is late covers nothing until it is signed for. */
function arrivals(board: Reader, facts: Facts, place: string, supply: string, at: number) {
  const open = [...board.by('delivery', 'to', place)].filter(one => one.supply === supply && (one.state === 'allocated' || one.state === 'onTheWay'))
  const timed = open.flatMap((one) => {
    const expected = expectedAt(one, facts)
    return expected === null || expected < at ? [] : [{ expected, quantity: one.quantity }]
  }).sort((a, b) => a.expected - b.expected)
  return { coming: open.reduce((sum, one) => sum + one.quantity, 0), timed }
}

/** How many people are on duty at each place at a moment, by its running shifts. */
export function onDuty(board: Reader, at: number): Map<string, number> {
  const people = new Map<string, number>()
  for (const { place, startsAt, endsAt, claimedBy } of sinceDay(board, 'shift', 'ends', at)) {
    if (place && startsAt <= at && at < endsAt) people.set(place, (people.get(place) ?? 0) + claimedBy.length)
  }
  return people
}

/** The outlook of every site and item, worst first. Hours left = stock ÷ (people × use per person and hour); deliveries that come in time count. Items that a site does not use are left out. */
export function outlooks(board: Reader, facts: Facts, at: number): Outlook[] {
  const duty = onDuty(board, at)
  const [yellow, red] = facts.rules.supplyHours
  const sites = new Set([...duty.keys(), ...[...board.all('headcount'), ...board.all('quarantine')].map(one => one.id)])
  const found: Outlook[] = []
  for (const place of sites) {
    const groups: Readonly<Record<string, number>> = { ...board.get('headcount', place)?.groups, ...groupsAt(board, place, facts.quarantine), duty: duty.get(place) ?? 0 }
    for (const [supply, { perDay: rates }] of facts.supplies) {
      const perDay = Object.entries(rates).reduce((sum, [group, rate]) => sum + rate * (groups[group] ?? 0), 0)
      // Only items with a ledger: without one the stock is unknown, not zero.
      if (!perDay || !board.get('stock', stockId(place, supply))) continue
      const quantity = inStock(board, place, supply)
      const hoursLeft = quantity / perDay * 24
      const { coming, timed } = arrivals(board, facts, place, supply, at)
      let hoursCovered = hoursLeft
      for (const one of timed) {
        if (one.expected <= at + hoursCovered * hour) hoursCovered += one.quantity / perDay * 24
      }
      const level = hoursCovered < red ? 'red' : hoursCovered < yellow ? 'yellow' : 'fine'
      found.push({ place, supply, quantity, perDay, hoursLeft, coming, comesAt: timed[0]?.expected ?? null, hoursCovered, level })
    }
  }
  return found.sort((a, b) => a.hoursCovered - b.hoursCovered)
}

/** A place that could send some: how much it can spare, and how far it is (metres). */
/** True if a shortage must be acted on: what the place has runs out within a day, and a part of it is not allocated yet. */
export const isUrgent = ({ state, runsOutAt, quantity, allocated, covered }: Shortage, at: number): boolean =>
  state === 'open' && runsOutAt !== null && runsOutAt < at + day && Math.max(allocated, covered) < quantity

export interface SupplySource { readonly place: Place, readonly spare: number, readonly away: number }

/** The places that can spare some of an item: what is not allocated and exceeds their own use for the county's yellow limit. Places with enough come first, then the nearest. */
export function sources(board: Reader, facts: Facts, supply: string, to: { readonly id?: string, readonly lng: number, readonly lat: number }, wanted: number, at: number): SupplySource[] {
  const own = new Map(outlooks(board, facts, at).filter(one => one.supply === supply).map(one => [one.place, one.perDay]))
  const keep = facts.rules.supplyHours[0] * hour / day
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
