import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { sources } from '../support/sources.ts'

/** The rooms of one folder, each with the rooms it may import. A room with an empty list imports only from below all rooms. */
type Rooms = Readonly<Record<string, readonly string[]>>
const shared: Rooms = {
  issues: ['bulletins/records'],
  duty: ['zones/in-force'],
  supplies: ['issues', 'quarantine/batches'],
  quarantine: [],
  zones: ['testing/results'],
  register: [],
  notices: ['exposure', 'issues', 'quarantine', 'recovery', 'requirements', 'testing', 'zones'],
  testing: [],
  recovery: ['issues', 'inspections/checklists'],
  requirements: ['incident/current', 'incident/records', 'quarantine/batches', 'zones'],
  inspections: ['issues', 'register', 'incident/current', 'incident/records'],
  bulletins: ['issues', 'duty', 'inspections', 'zones'],
  incident: ['bulletins', 'duty', 'notices'],
  care: ['zones/history', 'zones/in-force', 'zones/levels'],
  tables: ['issues', 'exposure/standing', 'quarantine/batches', 'testing/figures'],
  help: [],
  exposure: ['zones/in-force', 'zones/levels'],
  api: ['own-parts', 'bulletins/summary', 'incident/records', 'issues', 'supplies/radar', 'zones/in-force', 'zones/levels'],
  people: ['care/rights'],
  audit: ['care/acts'],
}
const client: Rooms = {
  device: ['notices/words'],
  register: [],
  notices: [],
  zones: ['requirements'],
  testing: [],
  quarantine: ['requirements'],
  exposure: ['zones'],
  requirements: ['zones'],
  recovery: [],
  duty: [],
  incident: ['care'],
  supplies: [],
  bulletins: [],
  inspections: ['register'],
  people: ['device', 'duty'],
  tables: [],
  care: [],
  help: ['care'],
  issues: ['bulletins', 'inspections', 'supplies'],
  api: [],
  city: [],
  audit: ['care/life-words', 'care/log'],
  system: ['audit', 'device'],
}
const server: Rooms = {
  core: [],
  database: ['core'],
  apart: ['core'],
  people: ['core', 'database'],
  provider: ['core'],
  disk: ['core', 'database'],
  postgres: ['core'],
  board: ['core', 'database', 'postgres'],
  outgoing: ['core', 'board'],
  mail: ['core'],
  tables: ['core', 'board', 'database', 'papers', 'outgoing', 'mail'],
  telling: ['core', 'board', 'database', 'disk/whole-file', 'outgoing', 'mail'],
  papers: ['core', 'apart', 'board', 'disk', 'images/image-maker'],
  images: ['core', 'apart', 'database', 'disk', 'incidents'],
  line: ['core', 'board', 'cluster/company', 'people', 'incidents'],
  audit: ['core'],
  backup: ['core', 'audit', 'disk'],
  metrics: ['core', 'audit', 'backup', 'disk'],
  doctor: ['core', 'audit', 'backup', 'disk'],
  operate: ['core', 'cluster/alone', 'cluster/cursor', 'audit', 'backup', 'board', 'database', 'disk', 'doctor', 'people', 'postgres'],
  care: ['core', 'database'],
  cluster: ['core', 'board', 'care/vault', 'database', 'disk', 'incidents', 'postgres'],
  api: ['core', 'board', 'database', 'line/frames'],
  city: ['core', 'disk'],
  system: ['core', 'backup', 'database', 'doctor', 'people'],
  trail: ['core', 'board', 'care', 'database'],
  http: ['core', 'api', 'city', 'audit', 'system', 'trail', 'care', 'telling', 'tables', 'board', 'disk', 'images', 'line', 'metrics', 'papers', 'people', 'provider', 'incidents', 'incident-end', 'oversight'],
}
interface Rule { readonly under: string, readonly may: readonly string[], readonly not?: RegExp }
const rulesOf = (folder: string, rooms: Rooms, common: readonly string[], not: RegExp): Rule[] =>
  Object.entries(rooms).map(([room, asks]) => ({ under: `${folder}/${room}/`, may: [...[room, ...asks].map(one => `${folder}/${one}`), ...common], not }))

const noBrowser = /^(?:vue|vue-router|leaflet|idb|socket\.io-client)$/
const noServer = /^(?:node:.*|express|socket\.io|drizzle-orm.*|better-sqlite3|postgres|sharp|pino)$/
const pure = /^(?!valibot$|geojson$|@noble\/hashes\/)/
/** The packages that read lists only compute: they run on pages, in workers and on the server. */
const computing = /^(?!valibot$|geojson$|papaparse$|fflate$|saxen$|gcoord$)/
/** The files in the root of the client list what the rooms provide: every room may import them. */
const registries = ['client/deeds.ts', 'client/heads.ts', 'client/details.ts', 'client/forms.ts', 'client/past-rows.ts']

/** What each place may import from the project, and which packages it must not import. The first matching row counts. */
const rules: readonly Rule[] = [
  ...rulesOf('shared', shared, ['shared/core/', 'shared/kinds.ts', 'shared/records.ts', 'shared/commands.ts'], pure),
  { under: 'shared/transfer/', may: ['shared/transfer/', 'shared/core/', 'shared/care/people.ts', 'shared/people/login.ts', 'shared/records.ts'], not: computing },
  // Every commit keeps the totals.
  { under: 'shared/core/decide.ts', may: ['shared/core/', 'shared/kinds.ts', 'shared/records.ts', 'shared/commands.ts', 'shared/issues/keep-totals.ts'], not: pure },
  { under: 'shared/core/', may: ['shared/core/', 'shared/kinds.ts', 'shared/records.ts', 'shared/commands.ts'], not: pure },
  // A Word file is a zip.
  { under: 'shared/county/lianjiang/drill/plan-file.ts', may: ['shared/'], not: /^(?!fflate$|@noble\/hashes\/)/ },
  { under: 'shared/', may: ['shared/'], not: pure },
  { under: 'client/sync/', may: ['client/sync/', 'shared/'], not: /^(?:vue|vue-router|leaflet|node:.*)$/ },
  { under: 'client/map/', may: ['client/map/', 'shared/'], not: /^(?:vue|vue-router|socket\.io-client|idb|node:.*)$/ },
  { under: 'client/core/', may: ['client/core/', 'client/sync/', 'client/map/', 'client/deeds.ts', 'shared/'], not: noServer },
  { under: 'client/base/', may: ['client/base/', 'client/core/', 'client/sync/', 'client/map/', ...registries, 'shared/'], not: noServer },
  ...rulesOf('client', client, ['client/base/', 'client/core/', 'client/sync/', 'client/map/', ...registries, 'shared/'], noServer),
  { under: 'client/', may: ['client/', 'shared/'], not: noServer },
  { under: 'server/board/authority.ts', may: ['server/board/store.ts', 'server/board/append-patiently.ts', 'server/board/decide-batch.ts', 'server/board/read-back.ts', 'server/board/applied.ts', 'server/board/authority-options.ts', 'server/board/resting-board.ts', 'server/board/tail.ts', 'server/core/no-room.ts', 'shared/'], not: /^(?:socket\.io|express|drizzle-orm.*|better-sqlite3|postgres)$/ },
  { under: 'server/board/decide-batch.ts', may: ['server/board/store.ts', 'shared/'], not: /./ },
  { under: 'server/board/tail.ts', may: ['server/board/applied.ts', 'shared/'], not: /./ },
  { under: 'server/board/store-memory.ts', may: ['server/board/store.ts', 'server/board/set-aside.ts', 'shared/'], not: /./ },
  ...rulesOf('server', server, ['shared/', 'package.json'], noBrowser),
  { under: 'server/', may: ['server/', 'shared/'], not: noBrowser },
]
const imported = /^(?:import|export)\s[^'=]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm

describe('imports follow the arrows', () => {
  it.each(sources('shared', 'client', 'server').filter(file => /\.(?:ts|vue)$/.test(file)))('%s', (file) => {
    const rule = rules.find(one => file.startsWith(one.under))
    const text = fs.readFileSync(file, 'utf8')
    for (const [, named, bare, later] of text.matchAll(imported)) {
      const name = named ?? bare ?? later ?? ''
      if (name.startsWith('.')) {
        const target = path.posix.join(path.posix.dirname(file), name)
        expect(rule?.may.some(place => target.startsWith(place)), `${file} imports ${target}`).toBe(true)
      } else if (rule?.not) {
        expect(rule.not.test(name), `${file} imports ${name}`).toBe(false)
      }
    }
  })
})

it('no file imports itself through others, not even for a type', () => {
  const files = sources('shared', 'client', 'server').filter(file => /\.(?:ts|vue)$/.test(file))
  const next = new Map(files.map((file) => {
    const names = [...fs.readFileSync(file, 'utf8').matchAll(imported)].map(([, named, bare, later]) => named ?? bare ?? later ?? '')
    return [file, names.filter(name => name.startsWith('.')).map(name => path.posix.join(path.posix.dirname(file), name))]
  }))
  const done = new Set<string>()
  function follow(file: string, way: readonly string[]): void {
    expect(way.includes(file), [...way, file].join(' → ')).toBe(false)
    if (done.has(file)) return
    for (const one of next.get(file) ?? []) follow(one, [...way, file])
    done.add(file)
  }
  for (const file of files) follow(file, [])
})

it('the rules of the board are pure: no clock, no random numbers, no machine', () => {
  for (const file of sources('shared').filter(one => one.endsWith('.ts'))) {
    const text = fs.readFileSync(file, 'utf8')
    for (const word of [/\bDate\.now\b/, /\bnew Date\(\)/, /\bMath\.random\b/, /\bcrypto\b/, /\bfetch\(/, /\bprocess\./, /\bdocument\./, /\bwindow\./, /\bsetTimeout\b/, /\bconsole\./]) {
      expect(word.test(text), `${file}: ${word}`).toBe(false)
    }
  }
})

it('text is never HTML', () => {
  for (const file of sources('client').filter(one => /\.(?:ts|vue)$/.test(one))) {
    const text = fs.readFileSync(file, 'utf8')
    for (const word of [/\bv-html\b/, /\.innerHTML\s*=(?!\s*''?$)/m, /\bouterHTML\s*=/, /insertAdjacentHTML/, /document\.write\b/, /\beval\(/, /new Function\(/]) {
      expect(word.test(text), `${file}: ${word}`).toBe(false)
    }
  }
})

it('[F01] a page asks only about its own incident', () => {
  // Every other path under /api is about one incident and goes through `within`; a place code, a help request and the public lines name their incident.
  const ofTheServer = /(?<!\.)\/api\/(?!(?:session|county|city|incidents|names|people|screens|system|tokens|v1|devices|telling|volunteers|calendar|second-factor)\b|i\/\$\{(?:incident\.value|chosenIncident\(\))\}|tables\/\$\{incident\.value\}\/|i\/\$\{encodeURIComponent\(of\)\}\/(?:line|help|exposed)\b)/
  for (const file of sources('client').filter(one => /\.(?:ts|vue)$/.test(one))) {
    const program = fs.readFileSync(file, 'utf8').replace(/^\s*(?:\/\/|\*|\/\*\*).*$/gm, '')
    expect(ofTheServer.exec(program)?.[0], file).toBeUndefined()
  }
})

it('facts about one county are only in its folder', () => {
  const outside = sources('shared', 'client', 'server').filter(file => !file.startsWith('shared/county/lianjiang/') && !file.endsWith('.json'))
  for (const file of outside) {
    const text = fs.readFileSync(file, 'utf8').replace(/'lianjiang'\)?,?$/m, match => file === 'server/core/config.ts' ? '' : match)
    expect(/廉江|湛江|440881|Lianjiang|lianjiang/.exec(text)?.[0], file).toBeUndefined()
  }
})

it('every file is read in one sitting: none has more than 250 lines', () => {
  const long = sources('client', 'server', 'shared', 'test', 'build').filter(file => /\.(?:ts|vue|mjs|css)$/.test(file)).map(file => [file, fs.readFileSync(file, 'utf8').split('\n').length - 1] as const).filter(([, lines]) => lines > 250)
  expect(long).toEqual([])
})
