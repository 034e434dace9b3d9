import type { Authority } from '../../server/board/authority.ts'
import type { Row } from './row.ts'
import { commitsFor } from '../../server/line/frames.ts'
import { boardAfter, drillDays } from './pace.ts'
import { median, round } from './row.ts'
import { sized } from './size.ts'

const rounds = sized(21, 1)
const each = sized(200, 5)
const actor = { id: 'bench', role: 'coordinator' } as const
const audiences = ['staff', 'viewer', 'volunteer', 'township:440881101', 'unit:health']

/** Microseconds of one commit, from command to answer, and of one frame for five audiences. */
async function cost(authority: Authority, round: number): Promise<readonly [number, number]> {
  const from = authority.board.seq
  const start = performance.now()
  for (let i = 0; i < each; i++) await authority.submit({ id: `c-${round}-${i}`, name: 'announce', args: { announcement: `a-${round}-${i}`, text: '测试' } }, actor)
  const committed = performance.now()
  const applied = authority.since(from) ?? []
  for (const one of applied) {
    for (const audience of audiences) JSON.stringify(commitsFor(audience, [one]))
  }
  return [(committed - start) / each * 1000, (performance.now() - committed) / each * 1000]
}

/** The cost of one commit and one frame after ten times the drill's days, against the drill's own days, in alternating turns. */
export async function p9(): Promise<Row[]> {
  const [short, long] = [await boardAfter(1), await boardAfter(sized(10, 2))]
  const turns: (readonly [readonly [number, number], readonly [number, number]])[] = []
  // The first turn warms up.
  for (let turn = 0; turn <= rounds; turn++) turns.push([await cost(short, turn), await cost(long, turn)])
  return (['commit', 'frame'] as const).map((name, i) => {
    const [before, after] = [0, 1].map(side => median(turns.slice(1).map(turn => turn[side as 0][i as 0]))) as [number, number]
    const ratio = median(turns.slice(1).map(([a, b]) => b[i as 0] / a[i as 0]))
    return { row: `P9 ${name}`, goal: `≤ 1.1 × after ten times ${drillDays} days`, figure: round(after), opponent: round(before), ratio: round(ratio), ok: ratio <= 1.1, unit: 'µs' }
  })
}
