import type { Actor } from '../../shared/core/actor.ts'
import type { Fault } from './fault.ts'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { quantile } from '../bench/row.ts'
import { county } from '../support/county.ts'
import { chance } from '../support/random.ts'
import { faultFolder } from './built-board.ts'
import { likelier } from './likelier.ts'

const ways = ['link', 'phone', 'name', 'device'] as const
type Way = typeof ways[number]

/**
 * Strangers and people without the right ask about accounts that exist and about none, in a random order: with links that were used or are
 * invented, phone numbers at sign-up, ids of people whose names are hidden from them, and devices. Answers and times must be the same.
 */
export const enumeration: Fault = {
  /** `delta`: the greatest difference of the medians (ms). */
  size: { n: 400, delta: 5 },
  tiny: { n: 120, delta: 50 },
  async run({ n = 1, delta = 1 }, { seed, sabotage }) {
    const luck = chance(seed)
    const board = await startBoard({ config: readConfig({ PORT: '0', DATA_DIR: faultFolder(), START_WITH: 'empty', TRUST_PROXY: '1' }), folder: { county }, pace: { commands: 1e9, seconds: 1 }, onBug: error => console.error(error) })
    const { accounts } = board
    const origin = `http://127.0.0.1:${board.port}`
    const phones = Array.from({ length: 200 }, (_, i) => `1380000${String(i).padStart(4, '0')}`)
    const people = phones.map(phone => accounts.add({ name: `v${phone}`, phone, role: 'volunteer', township: 'south' }))
    const signIn = (id: string) => `yixian=${accounts.signIn(accounts.invite(id, 1), 1)}`
    const [volunteer, lead] = (['volunteer', 'coordinator'] as const).map(role => signIn(accounts.add({ name: role, role })))
    const header = (cookie = '') => ({ origin, cookie, 'content-type': 'application/json', 'x-forwarded-for': `198.51.${luck.below(250)}.${luck.below(250)}` })
    const post = (path: string, body: object, cookie = '') => fetch(`${origin}/api${path}`, { method: 'POST', headers: header(cookie), body: JSON.stringify(body) })
    const get = (path: string, cookie = '') => fetch(`${origin}/api${path}`, { headers: header(cookie) })
    const opens = async () => (await (await post('/volunteers/links', { uses: 500, hours: 1 }, lead)).json() as { token: string }).token
    const used = Array.from({ length: 50 }, () => {
      const token = accounts.invite(people[0] ?? '', 1)
      accounts.signIn(token, 1)
      return token
    })
    // Switched off here only: names are given out whatever the reader may know.
    if (sabotage) {
      const whole = accounts.names.bind(accounts)
      accounts.names = (_reader, ids, mates) => whole({ id: '', role: 'admin' } satisfies Actor, ids, mates)
    }
    let fresh = 0
    let joinLink = await opens()
    const absent = (text: string) => `${text.slice(0, -1)}${text.endsWith('x') ? 'y' : 'x'}`
    const asks: Readonly<Record<Way, (there: boolean) => Promise<Response>>> = {
      link: there => post('/session', { token: there ? luck.one(used) : absent(luck.one(used)) }),
      phone: there => post('/volunteers/join', { token: joinLink, name: 'new', phone: there ? luck.one(phones) : `1390000${String(fresh++).padStart(4, '0')}`, township: 'north', skills: [], declared: [], consent: true }),
      name: there => get(`/names?ids=${there ? luck.one(people) : absent(luck.one(people))}`, volunteer),
      device: there => get(`/devices/of/${there ? luck.one(people) : absent(luck.one(people))}`, volunteer),
    }
    const times = Object.fromEntries(ways.map(way => [way, { there: [] as number[], absent: [] as number[] }])) as Record<Way, Record<'there' | 'absent', number[]>>
    const answers = new Map<Way, Set<string>>(ways.map(way => [way, new Set()]))
    for (let i = 0; i < n * ways.length; i++) {
      const way = luck.one(ways)
      const there = luck.maybe(0.5)
      if (i % 400 === 399) joinLink = await opens()
      const began = performance.now()
      const answer = await asks[way](there)
      const text = await answer.text()
      times[way][there ? 'there' : 'absent'].push(performance.now() - began)
      answers.get(way)?.add(`${answer.status} ${text}`)
    }
    await board.close()
    const told = ways.map(way => likelier(times[way].there, times[way].absent))
    const apart = ways.map(way => Math.abs(quantile(times[way].there, 0.5) - quantile(times[way].absent, 0.5)))
    const same = [...answers.values()].every(one => one.size === 1)
    const round = (one: number) => Math.round(one * 1000) / 1000
    return { ok: same && apart.every(one => one < delta) && told.every(one => Math.abs(one - 0.5) < 0.2), same_answers: same, delta_ms: apart.map(round), told_apart: told.map(round), answers: ways.map(way => answers.get(way)?.size) }
  },
}
