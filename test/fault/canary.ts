import type { Care } from '../../server/care/care.ts'
import type { CareSpot } from '../../shared/care/rights.ts'
import type { CareReaderName } from './care-world.ts'
import type { Fault } from './fault.ts'
import { io } from 'socket.io-client'
import { veils } from '../../shared/core/sight.ts'
import { routes } from '../support/routes.ts'
import { careReaders, careWorld, secretsOf } from './care-world.ts'

const visit = { reason: 'visit' }
/** Only these may learn of fewer than five people: in their township, in their grid, and who may read the names of the county. */
const near: readonly CareReaderName[] = ['north', 'south', 'worker', 'lead']
/** The counts of a group in a grid, in whatever text they stand. */
const counts = /\{[^{}]*"grid":"[^{}]*"group":"[^{}]*\}/

/** Takes away what keeps names from other people, from the log and from the files: lists show whole people, an error names whom it is about, nothing is sealed, and counts below five are told to everybody. */
function spill({ people, vault }: Care): void {
  people.list = (reader, { grid }) => ({ rows: people.inScope(reader).filter(row => !grid || row.grid === grid).map(people.whole) as never, next: null })
  people.open = (reader, id) => {
    throw new Error(`cannot open ${JSON.stringify(people.inScope(reader).filter(row => row.id === id).map(people.whole))}`)
  }
  Object.assign(vault.made(), { seal: (plain: string) => plain, open: (sealed: string) => sealed })
  Object.assign(veils, { careCount: undefined })
}

/** Readers of all roles do what comes to their minds; whatever bytes reach them, and the server's log and files, are searched for the names, phones, numbers and addresses of everybody. */
export const canary: Fault = {
  size: { people: 200, acts: 2000 },
  tiny: { people: 20, acts: 300 },
  async run({ people: n = 1, acts = 1 }, { seed, sabotage }) {
    const world = await careWorld(n, seed, { minute: 1e6, hour: 1e6 })
    const { care, luck, people, canaries, ask, origin } = world
    if (sabotage) spill(care)
    const heard: Record<string, string[]> = Object.fromEntries(careReaders.map(name => [name, []]))
    // A line gets frames from when it has said how far its board is.
    const { epoch, board } = world.board.authority
    const lines = await Promise.all(careReaders.map(async (name) => {
      const line = io(origin, { forceNew: true, reconnection: false, transports: ['websocket'], auth: { incident: 'first' }, extraHeaders: { cookie: people[name].cookie, origin } })
      line.onAny((...parts) => heard[name]?.push(JSON.stringify(parts)))
      heard[name]?.push(JSON.stringify(await line.timeout(60_000).emitWithAck('resume', { epoch, seq: board.seq })))
      return line
    }))
    await world.enter()
    const gets = routes.filter(({ leaf, at }) => leaf.startsWith('GET') && at.startsWith('/api') && !at.includes('.ics')).map(({ at }) => at.slice(4))
    const lists = ['/i/first/care/people', '/i/first/care/needs?before=99999999999999', '/i/first/care/log', '/i/first/board']
    const urls: string[] = []
    let wrong = 0
    let opened = 0
    const may = (name: CareReaderName, { township, grid }: CareSpot) => name === 'lead' || name === township || (name === 'worker' && grid === 'n1')
    for (let i = 0; i < acts; i++) {
      const name = luck.one(careReaders)
      const one = luck.one(canaries)
      const act = luck.below(6)
      const at = act === 0 ? `/i/first/care/people/${one.id}/open` : act === 1 ? '/i/first/care/find' : act === 2 ? `/i/first/care/people/${one.id}/needs` : act === 3 ? '/i/first/care/export' : act === 4 ? luck.one(lists) : luck.one(gets)
      const body = act === 0 || act === 3 ? visit : act === 1 ? { text: luck.one([one.phone, one.number, one.name]) } : act === 2 ? { id: `need-${i}`, kind: luck.one(['call', 'drug']), dueAt: Date.now() + luck.below(1e8), text: one.name } : undefined
      urls.push(at)
      const { text, status } = await ask(name, at, body)
      if (act === 0 && may(name, one)) {
        opened++
        if (status !== 200 || !text.includes(one.name)) wrong++
      } else {
        heard[name]?.push(text)
      }
    }
    await care.look()
    const secrets = secretsOf(canaries)
    const leaks = careReaders.reduce((sum, name) => sum + secrets.filter(secret => heard[name]?.some(text => text.includes(secret))).length, 0)
    // Of people with accounts names and phones are told to those who plan with them, but never to the log, an address or a file.
    const accounts = careReaders.flatMap(name => Object.values(world.board.accounts.about(people[name].actor.id)))
    const logs = [...secrets, ...accounts].filter(secret => [...world.said, ...urls].some(text => text.includes(secret))).length
    const files = world.hits([...secrets, ...accounts])
    const all = (text: string) => [...text.matchAll(new RegExp(counts, 'g'))]
    const small = careReaders.filter(name => !near.includes(name) && heard[name]?.some(text => all(text).some(([one]) => /"(?:count|late|risen|far)":[1-4]\b/.test(one)))).length
    const frames = careReaders.filter(name => heard[name]?.some(text => text.startsWith('["frame"') && counts.test(text))).length
    lines.forEach(line => line.disconnect())
    await world.end()
    const clean = leaks === 0 && logs === 0 && files === 0 && small === 0 && wrong === 0 && opened > 0 && frames > 0
    // With the defences off each search must find something.
    const blind = leaks === 0 || logs === 0 || files === 0 || small === 0
    return { ok: sabotage ? blind : clean, people: n, accounts: accounts.length / 2, acts, opened, leaks, logs, files, small_cells: small, frames, wrong }
  },
}
