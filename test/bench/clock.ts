import type { Place, Zone } from '../../shared/records.ts'
import type { Row } from './row.ts'
import * as v from 'valibot'
import { Board } from '../../shared/core/board.ts'
import { factsOf } from '../../shared/core/county.ts'
import { inside } from '../../shared/core/ring.ts'
import { county as lianjiang } from '../../shared/county/lianjiang/county.ts'
import { schemas } from '../../shared/records.ts'
import { duesAt } from '../../shared/requirements/dues.ts'
import { zoningOf } from '../../shared/requirements/zoning.ts'
import { round } from './row.ts'
import { sized } from './size.ts'
import { timed } from './timed.ts'
import { place } from './world.ts'

const now = 1.8e12
const hour = 3_600_000
const kinds = ['careHome', 'quarantineSite', 'community', 'market', 'school', 'shop'] as const
const levels = ['lockdown', 'control', 'precaution'] as const

/** A zone with forty corners, as people draw them. */
const zone = (i: number, shift = 0): Zone => v.parse(schemas.zone, {
  id: `z${i}`,
  name: `z${i}`,
  level: levels[i % 3],
  ring: Array.from({ length: 40 }, (_, corner) => {
    const angle = corner / 40 * 2 * Math.PI
    return [109.8 + (i % 8) * 0.075 + shift + Math.cos(angle) * 0.04, 21.45 + Math.floor(i / 8) * 0.09 + Math.sin(angle) * 0.04]
  }),
  validFrom: now - 50 * hour,
})

/** What is due at every place after one zone was redrawn, beside testing every place against every zone again. */
export async function clock(): Promise<Row[]> {
  const facts = factsOf(lianjiang)
  const board = new Board()
  const places: Place[] = Array.from({ length: sized(20_000, 200) }, (_, i) => ({ ...place(i), kind: kinds[i % 6]! }))
  const zones = Array.from({ length: 40 }, (_, i) => zone(i))
  places.forEach((one, i) => {
    board.set({ kind: 'place', id: one.id, value: one })
    if (i % 2) board.set({ kind: 'fulfilment', id: `${one.id}-test`, value: v.parse(schemas.fulfilment, { id: `${one.id}-test`, place: one.id, township: one.township, unit: null, act: 'test', at: now - (i % 60) * hour, by: 'p', count: null }) })
  })
  const before = zoningOf(places, zones)
  let redrawn = 0
  const changed = () => zones.map((one, i) => i === 5 ? zone(5, ++redrawn % 7 / 1000) : one)
  let due = 0
  const ours = timed(() => due = duesAt(board, facts, zoningOf(places, changed(), before), now).length, sized(40, 2))
  let naiveDue = 0
  const naive = timed(() => {
    const drawn = changed()
    const zoning = { zones: before.zones, places: new Map(places.map(one => [one.id, { place: one, within: drawn.filter(({ ring }) => inside([one.lng, one.lat], ring)).map(({ id }) => id) }])) }
    naiveDue = duesAt(board, facts, zoning, now).length
  }, sized(10, 1))
  if (!due || !naiveDue) throw new Error('nothing is due')
  return [{ row: 'CLOCK', goal: '≤ 50 ms after one zone was redrawn, 20,000 places and 40 zones', figure: round(ours), opponent: round(naive), ratio: round(ours / naive), ok: ours <= 50, unit: 'ms of processor, p95', details: `opponent: every place against every zone; ${due} acts due` }]
}
