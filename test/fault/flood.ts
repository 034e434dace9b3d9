import type { Client } from '../bench/client.ts'
import type { Ready } from './board-part.ts'
import type { Fault } from './fault.ts'
import { connect } from '../bench/client.ts'
import { quantile } from '../bench/row.ts'
import { boardPart, given, usage, wait } from './board-part.ts'
import { heard } from './fault.ts'

const ready = (port: number, cookie?: string) => new Promise<Client>(done => connect({ port, cookie, onText: () => {}, onReady: done }))

/** One person keeps asking for far more than their budget; others are answered as fast as before. */
export const flood: Fault = {
  /** `floor`: a delay (ms) below which the ratio is not judged. */
  size: { rate: 5000, secs: 20, others: 20, floor: 100 },
  tiny: { rate: 1000, secs: 3, others: 3, floor: 10_000 },
  parts: { board: boardPart },
  async run({ rate = 1, secs = 1, others = 1, floor = 1 }, { seed, sabotage, spawnPart }) {
    const server = spawnPart('board', given({ people: others + 1, issues: 20, ...sabotage && { pace: { commands: 1e9, seconds: 1 } } }))
    const { port, cookies, epoch, seq } = await heard<Ready>(server)
    const rest = await Promise.all(cookies.slice(1).map(cookie => ready(port, cookie)))
    let flooder: Client | null = null
    let cut = 0
    /** Connects again each time it is cut. */
    function come(): void {
      connect({ port, cookie: cookies[0], onText: () => {}, onReady: client => flooder = client, onGone() {
        flooder = null
        cut++
        setTimeout(come, 50)
      } })
    }
    let n = 0
    /** Each of the others sends once a second, in turn. */
    async function delays(length: number): Promise<number[]> {
      const found: number[] = []
      const began = performance.now()
      await Promise.all(rest.map(async (client, i) => {
        for (let round = 0; performance.now() - began < length * 1000; round++) {
          await wait(Math.max(0, round * 1000 + i * 1000 / others - (performance.now() - began)))
          const asked = performance.now()
          const id = `o${seed}-${n++}`
          await new Promise<void>(done => client.send('command', { id, name: 'announce', args: { announcement: id, text: 'x' } }, () => done()))
          found.push(performance.now() - asked)
        }
      }))
      return found
    }
    const before = await delays(secs)
    const start = await usage(server)

    const answers = { done: 0, slow_down: 0, other: 0 }
    const began = performance.now()
    let [sent, asked] = [0, 0]
    come()
    const asking = setInterval(() => {
      for (; sent < (performance.now() - began) / 1000 * rate; sent++) {
        const id = `f${seed}-${sent}`
        const [event, body] = sent % 50 ? ['command', { id, name: 'announce', args: { announcement: id, text: 'x' } }] as const : ['resume', { epoch, seq }] as const
        if (flooder) {
          asked++
          flooder.send(event, body, (text) => {
            if (text.includes('slow_down')) answers.slow_down++
            else if (text.includes('"ok":true')) answers.done++
            else answers.other++
          })
        }
      }
    }, 10)
    const during = await delays(secs)
    clearInterval(asking)
    const end = await usage(server)
    const [calm, busy] = [quantile(before, 0.99), quantile(during, 0.99)]
    // Granted commands are counted too: on a shared machine a delay alone proves little.
    const allowed = 240 * (Math.ceil(secs / 12) + 1)
    return { ok: answers.done <= allowed && answers.slow_down > 0 && busy < Math.max(2 * calm, floor), asked, ...answers, granted_at_most: allowed, cut, other_p99_ms: Math.round(busy), calm_p99_ms: Math.round(calm), other_p99_ratio: Number((busy / calm).toFixed(1)), rss_mb: end.mb - start.mb }
  },
}
