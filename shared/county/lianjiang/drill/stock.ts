import type { Place } from '../../../records.ts'
import type { Story } from '../../story.ts'
import { day, hour } from '../../story.ts'
import { supplies as catalogue, staples } from '../supplies.ts'

type Spot = Omit<Place, 'retired' | 'coded' | 'inspectedAt'>

const dayName = (at: number) => new Date(at + 8 * hour).toISOString().slice(0, 10)
/** Ordinary prices of the staples, in fen for the measure of each. */
const usual: Readonly<Record<string, number>> = { rice: 320, flour: 350, oil: 1480, pork: 1650, chicken: 1500, fish: 1300, egg: 580, cabbage: 420, potato: 260, salt: 250 }

/** The stock of stores and sealed sites, head counts, deliveries under way, and market prices. All are invented. */
export function stock(story: Story, spots: readonly Spot[]): void {
  const { now, today, random } = story
  let n = 0
  const enter = (place: string, supply: string, quantity: number, at: number) =>
    story.tell('p-unit-health', at, 'receiveStock', { move: `mv-${++n}`, place, supply, quantity, reason: '市级下拨' })

  const stores = spots.filter(place => place.kind === 'depot').slice(0, 4)
  for (const [i, store] of stores.entries()) {
    for (const { id } of catalogue) enter(store.id, id, (i ? 400 : 3000) + random.whole(0, 200), today - 12 * day + i * hour)
  }

  const sites = spots.filter(place => place.kind === 'careHome' || place.kind === 'quarantineSite' || place.kind === 'welfareHome').slice(0, 24)
  for (const [i, site] of sites.entries()) {
    const home = site.kind === 'quarantineSite' ? 'guest' : site.kind === 'careHome' ? 'elder' : 'infant'
    const people = random.whole(20, 90)
    const groups = { [home]: people, staff: random.whole(6, 18), ...site.kind === 'quarantineSite' && { infant: random.whole(0, 5), chronic: random.whole(2, 9) } }
    story.tell('p-coord-2', today - 3 * day + i * 60_000, 'countHeads', { place: site.id, groups })
    for (const { id, perDay } of catalogue) {
      const use = Object.entries(perDay).reduce((sum, [group, rate]) => sum + rate * ((groups as Record<string, number>)[group] ?? 0), 0)
      // Most sites have enough for three to nine days; a few are running out.
      const days = i % 8 === 3 && id === 'vegetable' ? 0.8 : i % 6 === 1 && id === 'rice' ? 1.6 : random.between(3, 9)
      if (use >= 1) enter(site.id, id, Math.max(1, Math.round(use * days)), today - 2 * day + i * 60_000)
    }
  }

  const store = stores[0]
  const [first, second] = sites
  if (!store || !first || !second) return
  const send = (delivery: string, supply: string, quantity: number, target: string, hoursAgo: number) => {
    story.tell('p-coord-2', now - hoursAgo * hour, 'allocateSupplies', { delivery, supply, quantity, store: store.id, target })
    story.tell('p-unit-health', now - (hoursAgo - 0.4) * hour, 'dispatchDelivery', { delivery, driver: '粤G 0506演', load: '整箱' })
  }
  send('de-1', 'mask', 100, first.id, 26)
  story.tell('p-coord-2', now - 24 * hour, 'receiveDelivery', { delivery: 'de-1', received: 97, signedBy: '仓管员' })
  send('de-2', 'disinfectant', 60, second.id, 3)
  story.tell('p-coord-2', now - 40 * 60_000, 'allocateSupplies', { delivery: 'de-3', shortage: 'so-4', supply: 'medicine', quantity: 40, store: store.id })
  story.tell('p-unit-civil', now - 2 * hour, 'pledgeSupplies', { pledge: 'pg-1', shortage: 'so-5', donor: '市商会', quantity: 50 })

  const markets = spots.filter(place => place.kind === 'market' || place.kind === 'supermarket').slice(0, 6)
  for (const [i, market] of markets.entries()) {
    for (const back of [2, 1, 0]) {
      const at = back ? today - back * day + 9 * hour : Math.min(now - hour / 2, today + 9 * hour)
      // At the second market choy sum jumps today, which somebody must look at.
      const jump = (id: string) => i === 1 && back === 0 && id === 'cabbage' ? 1.42 : 1
      const price = (id: string) => Math.round((usual[id] ?? 300) * (1 + (2 - back) * random.between(0, 0.08)) * jump(id))
      story.tell('p-unit-market', at, 'recordPrices', {
        place: market.id,
        day: dayName(at),
        staples: Object.fromEntries(staples.map(({ id }) => [id, { price: price(id), stock: back === 0 && id === 'cabbage' ? 'low' : 'ample' }])),
      })
    }
  }
}
