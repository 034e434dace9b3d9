import type { TOTP } from 'otpauth'
import type { Fault } from './fault.ts'
import { URI } from 'otpauth'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { factorTries } from '../../server/http/factor.ts'
import { quantile } from '../bench/row.ts'
import { county } from '../support/county.ts'
import { chance } from '../support/random.ts'
import { faultFolder } from './built-board.ts'

/** Wrong guesses at links and status codes that one address may have looked at in a minute. */
const eachMinute = 30
const json = { 'content-type': 'application/json' }

/**
 * Somebody who has stolen sign-in links guesses the codes of one account's app from many addresses; others guess links and the status codes of help requests.
 * Guesses that were looked at are counted: a refusal without looking tells the guesser nothing.
 */
export const brute: Fault = {
  /** `floor`: a delay (ms) of others below which the ratio is not judged. */
  size: { ips: 1000, guesses: 3000, floor: 50 },
  tiny: { ips: 30, guesses: 200, floor: 10_000 },
  async run({ ips = 1, guesses = 1, floor = 1 }, { seed, sabotage }) {
    const luck = chance(seed)
    // Switched off here only: no limit refuses anybody.
    if (sabotage) RateLimiterMemory.prototype.consume = async () => ({ remainingPoints: 1, msBeforeNext: 0, consumedPoints: 0, isFirstInDuration: true }) as never
    const board = await startBoard({ config: readConfig({ PORT: '0', DATA_DIR: faultFolder(), START_WITH: 'empty', TRUST_PROXY: '1' }), folder: { county }, pace: { commands: 1e9, seconds: 1 }, onBug: error => console.error(error) })
    const { accounts } = board
    const origin = `http://127.0.0.1:${board.port}`
    const client = (i: number) => `198.51.${Math.floor(i / 250)}.${i % 250 + 1}`
    const post = (path: string, body: object, ip: string, cookie = '') => fetch(`${origin}/api${path}`, { method: 'POST', headers: { ...json, origin, cookie, 'x-forwarded-for': ip }, body: JSON.stringify(body) })
    const person = (role: 'admin' | 'coordinator') => accounts.add({ name: role, role })
    const signIn = (id: string) => `yixian=${accounts.signIn(accounts.invite(id, 1), 1)}`

    const [victim, other] = [person('admin'), signIn(person('coordinator'))]
    const { address } = accounts.factors.beginApp(victim, 'x')
    accounts.factors.confirmApp(victim, (URI.parse(address) as TOTP).generate())
    const thieves = Array.from({ length: 20 }, () => signIn(victim))

    const delay = async () => {
      const began = performance.now()
      await (await fetch(`${origin}/api/session`, { headers: { cookie: other } })).arrayBuffer()
      return performance.now() - began
    }
    const before: number[] = []
    for (let i = 0; i < 30; i++) before.push(await delay())

    const seen = { code: 0, link: 0, status: 0 }
    const refused = { code: 0, link: 0, status: 0 }
    const perAddress = new Map<string, number>()
    const during: number[] = []
    const wrong = { code: () => ['/session/factor', { code: String(luck.below(1e6)).padStart(6, '0') }] as const, link: () => ['/session', { token: Array.from({ length: 43 }, () => luck.below(36).toString(36)).join('') }] as const, status: () => ['/i/first/help/status', { no: 1 + luck.below(50), code: Array.from({ length: 8 }, () => luck.one([...'23456789ABCDEFGH'])).join('') }] as const }
    for (let i = 0; i < guesses; i += 10) {
      await Promise.all(Array.from({ length: 10 }, async () => {
        const way = luck.one(['code', 'link', 'status'] as const)
        // Half of the guesses come from one address, the rest from all of them.
        const ip = client(luck.maybe(0.5) ? 0 : luck.below(ips))
        const [path, body] = wrong[way]()
        const { status } = await post(path, body, ip, way === 'code' ? luck.one(thieves) : '')
        if (status === 429) return void refused[way]++
        seen[way]++
        if (way !== 'code') perAddress.set(`${way} ${ip}`, (perAddress.get(`${way} ${ip}`) ?? 0) + 1)
      }))
      if (i % 100 === 0) during.push(await delay())
    }
    // Of a right secret, from an address that has guessed.
    const right = await post('/session', { token: accounts.invite(person('coordinator'), 1) }, client(0))
    await board.close()
    const anHour = seen.code * 3600 / factorTries.seconds
    const most = Math.max(0, ...perAddress.values())
    const [calm, busy] = [quantile(before, 0.99), quantile(during, 0.99)]
    return { ok: seen.code > 0 && anHour <= 30 && most <= eachMinute && right.ok && (busy < floor || busy < 2 * calm), looked_at: seen, refused, code_guesses_an_hour: anHour, most_of_an_address: most, right_link: right.status, other_p99_ms: Math.round(busy * 10) / 10, calm_p99_ms: Math.round(calm * 10) / 10 }
  },
}
