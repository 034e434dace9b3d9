import type { Fault } from './fault.ts'
import type { Way } from './supervised.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { chance } from '../support/random.ts'
import { faultFolder } from './built-board.ts'
import { supervised, ways } from './supervised.ts'
import { writer } from './writer.ts'

/**
 * The built server is killed, or something is thrown in it that nobody catches, while commands come. Each time it serves
 * again within `limit` ms, with the half second that its supervisor waits; what was thrown is told with its id, the end is 1; and
 * nothing that was acknowledged is lost or done twice.
 */
export const crash: Fault = {
  size: { rounds: 9, limit: 3000 },
  tiny: { rounds: 3, limit: 120_000 },
  async run({ rounds = 1, limit = 1 }, { seed, sabotage }) {
    const server = await supervised(faultFolder(), sabotage)
    const luck = chance(seed)
    const wrong: string[] = []
    const back: number[] = []
    const person = await writer(server.origin, server.token)
    const writing = person.begin()
    for (let i = 1; i <= rounds && wrong.length === 0; i++) {
      await wait(200 + luck.below(500))
      const way = Object.keys(ways)[i % 3] as Way
      const end = await server.fell(way)
      if (!end) {
        wrong.push(`${way}: it goes on`)
        continue
      }
      back.push(end.back)
      if (way !== 'kill' && end.status !== 1) wrong.push(`${way}: ended with ${end.status}`)
      if (way !== 'kill' && !/"id":"[\w-]{36}"/.test(end.said)) wrong.push(`${way}: it does not say which exception`)
    }
    person.end()
    if (wrong.length === 0) {
      await writing
      wrong.push(...await person.lost(), ...back.filter(ms => ms > limit).map(ms => `back after ${ms} ms`))
    }
    return { ok: wrong.length === 0, acknowledged: person.acknowledged(), back_ms: back, wrong: wrong.length, first: wrong[0] ?? null }
  },
}
