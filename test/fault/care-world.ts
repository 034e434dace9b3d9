import type { NewCarePerson } from '../../shared/care/people.ts'
import type { Actor } from '../../shared/core/actor.ts'
import { Buffer } from 'node:buffer'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { county } from '../support/county.ts'
import { chance } from '../support/random.ts'

/** The readers, by name: everybody a register can meet. */
const readers = {
  lead: { role: 'coordinator' },
  plain: { role: 'coordinator' },
  admin: { role: 'admin' },
  inspector: { role: 'inspector', team: 1 },
  overseer: { role: 'overseer' },
  viewer: { role: 'viewer' },
  north: { role: 'officer', township: 'north' },
  south: { role: 'officer', township: 'south' },
  unit: { role: 'unit', unit: 'health' },
  volunteer: { role: 'volunteer', township: 'north' },
  newcomer: { role: 'volunteer', township: 'north', approved: false },
  contact: { role: 'contact', place: 'p1' },
  worker: { role: 'gridWorker', grid: 'n1' },
} as const satisfies Record<string, Omit<Actor, 'id'>>
export type CareReaderName = keyof typeof readers
export const careReaders = Object.keys(readers) as CareReaderName[]

/** The real server with a register of `n` seeded people in two townships, whose names, phones, numbers and addresses occur nowhere else. */
export async function careWorld(n: number, seed: number, keep: { readonly minute: number, readonly hour: number } = county.care.opens) {
  const luck = chance(seed)
  const digits = (length: number) => Array.from({ length }, () => luck.below(10)).join('')
  let ahead = 0
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'yixian-fault-'))
  const said: string[] = []
  const board = await startBoard({ config: readConfig({ PORT: '0', DATA_DIR: data, START_WITH: 'empty', IDLE_HOURS: '2160' }), folder: { county: { ...county, care: { ...county.care, opens: keep } } }, now: () => Date.now() + ahead, pace: { commands: 1e9, seconds: 1 }, onBug: error => said.push(String((error as Error).stack)), onTrouble: sentence => said.push(sentence) })
  const origin = `http://127.0.0.1:${board.port}`
  const people = Object.fromEntries(careReaders.map((name) => {
    const id = board.accounts.add({ name: `Ac${luck.next().toString(36).slice(2, 12)}`, phone: `2${digits(12)}`, ...readers[name] })
    return [name, { actor: { ...readers[name], id } as Actor, cookie: `yixian=${board.accounts.signIn(board.accounts.invite(id, 2000), 2000)}` }]
  })) as Record<CareReaderName, { readonly actor: Actor, readonly cookie: string }>
  const [incident] = board.incidents.all()
  if (!incident) throw new Error('there is no incident')
  for (const [grid, township] of [['n1', 'north'], ['n2', 'north'], ['s1', 'south']]) await board.authority.submit({ id: `grid-${grid}`, name: 'addGrid', args: { grid, township, name: `grid ${grid}`, phone: '', spot: null } }, people.admin.actor)
  incident.care.rights.set(incident.care.rights.reader(people.admin.actor), people.lead.actor, 'names', true)

  const canaries: NewCarePerson[] = Array.from({ length: n }, (_, i) => ({ id: `c-${seed}-${i}`, ...i % 2 ? { township: 'south', grid: 's1' } : { township: 'north', grid: i % 4 ? 'n2' : 'n1' }, groups: [luck.one(['infant', 'elder'])], name: `Qz${luck.next().toString(36).slice(2, 12)}`, phone: `1${digits(12)}`, number: digits(18), address: `Wx${luck.next().toString(36).slice(2, 12)}`, kin: '', kinPhone: '', note: '' }))

  async function ask(who: CareReaderName, at: string, body?: unknown) {
    const answer = await fetch(`${origin}/api${at}`, { method: body === undefined ? 'GET' : 'POST', headers: { 'cookie': people[who].cookie, origin, 'content-type': 'application/json' }, ...body !== undefined && { body: JSON.stringify(body) } })
    return { status: answer.status, text: Buffer.from(await answer.arrayBuffer()).toString() }
  }

  return {
    board,
    care: incident.care,
    luck,
    data,
    origin,
    people,
    canaries,
    /** What the server wrote to its log. */
    said,
    ask,
    /** The server's clock. */
    now: () => Date.now() + ahead,
    /** Moves the server's clock forward (ms). */
    later: (ms: number) => ahead += ms,
    /** Enters everybody, as their township's officer. */
    async enter(): Promise<void> {
      for (const who of ['north', 'south'] as const) {
        const mine = canaries.filter(one => one.township === who)
        for (let from = 0; from < mine.length; from += 50) await ask(who, '/i/first/care/people', { people: mine.slice(from, from + 50) })
      }
    },
    /** How often one of these texts occurs in all files of the data folder. */
    hits: (texts: readonly string[], only = (_name: string) => true) => fs.readdirSync(data, { recursive: true, withFileTypes: true }).filter(one => one.isFile() && only(one.name)).flatMap((file) => {
      const bytes = fs.readFileSync(path.join(file.parentPath, file.name))
      return texts.filter(text => bytes.includes(text))
    }).length,
    async end(): Promise<void> {
      await board.close()
      fs.rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Everything by which somebody can be known. */
export const secretsOf = (people: readonly NewCarePerson[]): string[] => people.flatMap(({ name, phone, number, address }) => [name, phone, number, address])
