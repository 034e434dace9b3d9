import type { Reader } from '../../shared/core/board.ts'
import type { Row } from './row.ts'
import * as v from 'valibot'
import { Board } from '../../shared/core/board.ts'
import { factsOf } from '../../shared/core/county.ts'
import { decide } from '../../shared/core/decide.ts'
import { keysOf } from '../../shared/core/indexes.ts'
import { schemas } from '../../shared/records.ts'
import { quantile, round } from './row.ts'
import { sized } from './size.ts'
import { county } from './world.ts'

const hour = 3_600_000
const now = 1.8e12
const many = sized(10_000, 200)
const facts = factsOf(county)
const boss = { id: 'boss', role: 'coordinator' } as const

/** Shifts of eight hours at fifty posts, four people each, from the past into the weeks to come; the first one lacks people. */
function board(): Board {
  const made = new Board()
  for (let i = 0; i < many; i++) {
    const startsAt = now + hour + (i - many * 0.7) * hour / 6
    const claimedBy = i === Math.floor(many * 0.7) ? [] : Array.from({ length: 4 }, (_, n) => `p${(i * 4 + n) % 600}`)
    const value = v.parse(schemas.shift, { id: `s${i}`, title: '值守', post: `g${i % 50}`, township: `t${i % 21}`, lng: 110 + (i % 50) / 100, lat: 21.6, startsAt, endsAt: startsAt + 8 * hour, needed: 4, claimedBy })
    made.set({ kind: 'shift', id: value.id, value })
  }
  return made
}

/** The same board for rules that would scan. */
const scanned = (under: Board): Reader => ({
  get: (kind, id) => under.get(kind, id),
  all: kind => under.all(kind),
  by: (kind, index, key) => [...under.all(kind)].filter(record => keysOf(kind, index, record).includes(key)),
})

/** The 95th percentile of a rule's time in ms. */
function timed(run: () => void, times: number): number {
  run()
  const took = Array.from({ length: times }, () => {
    const began = performance.now()
    run()
    return performance.now() - began
  })
  return quantile(took, 0.95)
}

/** What a rule costs with 10,000 shifts on the board, by index and by scanning. */
export async function rules(): Promise<Row[]> {
  const on = board()
  const gap = `s${Math.floor(many * 0.7)}`
  const row = (name: string, limit: number, run: (reader: Reader) => void): Row => {
    const [ours, scan] = [timed(() => run(on), sized(50, 2)), timed(() => run(scanned(on)), sized(3, 1))]
    return { row: `RULES ${name}`, goal: `≤ ${limit} ms with ${many} shifts`, figure: round(ours), opponent: round(scan), ratio: round(ours / scan), ok: ours <= limit, unit: 'ms, p95', details: 'opponent: the same rules, scanning' }
  }
  return [
    row('callOut', 5, reader => void decide(reader, { id: 'c', name: 'callOut', args: { shift: gap } }, { actor: boss, now, real: now, facts })),
    row('claimShift', 1, reader => void decide(reader, { id: 'c', name: 'claimShift', args: { shift: gap } }, { actor: { id: 'new', role: 'volunteer', approved: true }, now, real: now, facts })),
  ]
}
