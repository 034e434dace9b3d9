import type { Authority } from '../../server/board/authority.ts'
import type { Row } from './row.ts'
import { Buffer } from 'node:buffer'
import { snapshots } from '../../server/board/snapshots.ts'
import { bounds } from '../../server/core/bounds.ts'
import { commitsFor, firstPart } from '../../server/line/frames.ts'
import { boardAfter } from './pace.ts'
import { median, round } from './row.ts'

const audiences = ['staff', 'volunteer'] as const
const [minute, day] = [60_000, 86_400_000]

/**
 * What a device is sent that comes back after a break, at the drill's pace, as its bytes go over the wire: after a week what the server chooses,
 * beside all of that week from a log without an end.
 */
export async function p24(): Promise<Row[]> {
  const [board, endless] = [await boardAfter(1), await boardAfter(1, 1e6)]
  const reach = round((board.now() - board.newest(Infinity)[0]!.commit.at) / day)
  return (await Promise.all(audiences.map(async (audience): Promise<Row[]> => {
    const whole = (await snapshots(board)(audience).body).length
    const [sent, log] = [board, endless].map(one => catchingUp(one, audience, one.now() - 7 * day))
    const [figure, opponent] = [sent?.bytes ?? whole, log?.bytes ?? 0]
    const breaks = Array.from({ length: 7 * 24 * 6 }, (_, i) => board.now() - i * 10 * minute)
    // The breaks in which nothing happened cost nothing.
    const short = breaks.flatMap(end => catchingUp(endless, audience, end - 10 * minute, end) ?? []).filter(one => one.commits > 0).map(one => one.bytes)
    return [
      { row: `P24 ${audience} after a week`, goal: '≤ its log', figure: round(figure / 1e3), opponent: round(opponent / 1e3), ratio: round(figure / opponent), ok: figure <= opponent, unit: 'kB', details: `${sent ? 'from the log' : 'the whole board'}; the log has ${log?.commits} commits in ${log?.parts} parts; a server keeps ${reach} days of it in memory` },
      { row: `P24 ${audience} after 10 minutes`, goal: '≤ 20 kB', figure: round(median(short) / 1e3), opponent: null, ratio: null, ok: median(short) <= 20_000, unit: 'kB', details: `median of ${short.length} breaks of that week in which something changed` },
    ]
  }))).flat()
}

/** What the server sends of the commits between two moments (epoch ms); null if its log does not reach back so far. */
function catchingUp(board: Authority, audience: string, from: number, until = Infinity): { readonly bytes: number, readonly parts: number, readonly commits: number } | null {
  const before = board.newest(Infinity).findLast(({ commit }) => commit.at <= from)
  const missed = before ? board.since(before.commit.seq) : null
  if (!missed) return null
  const within = missed.filter(({ commit }) => commit.at <= until)
  let left = commitsFor(audience, within)
  const [commits, end] = [left.length, within.at(-1)?.commit.seq ?? 0]
  let [bytes, parts] = [0, 0]
  while (left.length) {
    const part = firstPart(left, end, bounds.resume)
    bytes += Buffer.byteLength(JSON.stringify(part))
    parts++
    left = left.slice(part.commits.length)
  }
  return { bytes, parts, commits }
}
