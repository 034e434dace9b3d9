import type { Ready } from './board-part.ts'
import type { Fault } from './fault.ts'
import { bounds } from '../../server/core/bounds.ts'
import { connect } from '../bench/client.ts'
import { quantile } from '../bench/row.ts'
import { rawLine } from '../support/raw-line.ts'
import { boardPart, given, never, usage, wait } from './board-part.ts'
import { heard } from './fault.ts'

/** How many more megabytes than before the server may use. */
const allowed = 64

/**
 * Lines that stop reading, on a busy board, and go on asking for all they have missed; with `--forge-pong` they say that they
 * are there. Each is cut, comes back and does it again. The others lose nothing, and memory stays.
 */
export const slow: Fault = {
  /** `warm`: seconds of commits until the log in memory is as long as it gets. `most`: how long (ms) a line that does not read may stay. */
  size: { warm: 25, stalled: 50, asks: 2, rate: 500, secs: 60, healthy: 20, most: 15_000, cuts: 1e9 },
  tiny: { warm: 3, stalled: 4, asks: 20, rate: 100, secs: 20, healthy: 3, most: 30_000, cuts: 8 },
  switches: ['forge-pong'],
  parts: { board: boardPart },
  async run({ warm = 1, stalled = 1, asks = 1, rate = 1, secs = 1, healthy = 1, most: longest = 1, cuts = 1 }, { sabotage, switches, spawnPart }) {
    const line = sabotage ? { bytes: never, ms: never, every: 1000 } : bounds.line
    // The budget of a person is another defence: it is off here, so that this one is tested alone.
    const server = spawnPart('board', given({ people: stalled + healthy, issues: 20, bounds: { ...bounds, line }, pace: { commands: 1e7, seconds: 1 } }))
    const { port, cookies, epoch, seq } = await heard<Ready>(server)
    const crowd = await watch(port, cookies.slice(stalled), epoch, seq)
    server.send({ rate })
    // A server that is still warming up would have its own growth counted: what it has committed tells, not the time.
    for (let i = 0; i < 120 && crowd.seq() < seq + warm * rate; i++) await wait(500)
    const before = await usage(server)

    const ending = new AbortController()
    const ended = () => ending.signal.aborted
    const stays: number[] = []
    const cutting = cookies.slice(0, stalled).map(async (cookie) => {
      while (!ended()) {
        const raw = await rawLine(port, cookie).catch(() => null)
        if (!raw) {
          await wait(500)
          continue
        }
        const began = performance.now()
        raw.stopReading()
        while (!ended() && !raw.gone) {
          raw.ask('resume', { epoch, seq: Math.max(0, crowd.seq() - 500) })
          if (switches.has('forge-pong')) raw.pong()
          await wait(1000 / asks)
        }
        stays.push(performance.now() - began)
        raw.end()
      }
    })
    let most = 0
    // Above the limit the result is known, so memory need not be filled further.
    for (let i = 0; i < secs && stays.length < cuts && most < allowed; i++) {
      await wait(1000)
      most = Math.max(most, (await usage(server)).mb - before.mb)
    }
    ending.abort()
    await Promise.all(cutting)
    const end = await usage(server)
    for (let i = 0; i < 100 && crowd.seq() < end.seq; i++) await wait(100)
    const closed = Math.max(...stays)
    const rss = Math.round(most)
    return {
      ok: rss < allowed && closed < longest && stays.length > stalled && crowd.lost() === 0,
      rss_mb: rss,
      closed_ms: Math.round(closed),
      cut: stays.length,
      healthy_lost: crowd.lost(),
      healthy_p99_ms: Math.round(quantile(crowd.delays, 0.99)),
      commits: end.seq - before.seq,
    }
  },
}

/** Connections that read: they must get every commit, in order, without a gap. */
async function watch(port: number, cookies: readonly string[], epoch: string, from: number) {
  const delays: number[] = []
  const at = cookies.map(() => from)
  let lost = 0
  await Promise.all(cookies.map((cookie, i) => new Promise<void>((ready) => {
    connect({
      port,
      cookie,
      onText(text) {
        if (!text.startsWith('42["frame"')) return
        const [, frame] = JSON.parse(text.slice(2)) as [string, { from: number, to: number, commits: { at: number }[] }]
        if (frame.from > (at[i] ?? 0)) lost += frame.from - (at[i] ?? 0)
        at[i] = Math.max(at[i] ?? 0, frame.to)
        for (const commit of frame.commits) delays.push(Date.now() - commit.at)
      },
      onGone: () => lost += 1e6,
      onReady: client => client.send('resume', { epoch, seq: from }, () => ready()),
    })
  })))
  return { delays, lost: () => lost, seq: () => Math.min(...at) }
}
