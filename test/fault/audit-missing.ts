import type { CareReaderName } from './care-world.ts'
import type { Fault } from './fault.ts'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { careWorld } from './care-world.ts'

/** The logs of who did what: of accounts, of the register, and of the board. */
const logs = ['reading', 'care_access', 'log'] as const
/** An error that is none of a rule of the table, as of a broken disk. */
const fails = 'select abs(-9223372036854775808)'

type World = Awaited<ReturnType<typeof careWorld>>
interface Act { readonly who: CareReaderName, readonly path: string, readonly body?: unknown }

/** Acts of every log, each on what its world has: changes, and readings of personal data. */
function actsOf({ board, people, canaries, luck }: World): readonly (() => Act)[] {
  const person = () => luck.one(board.accounts.list().filter(({ role }) => role === 'viewer')).id
  const known = () => luck.one(canaries.filter(one => one.township === 'north')).id
  let n = 0
  const next = () => `a${n++}`
  return [
    () => ({ who: 'admin', path: '/people', body: { name: next(), role: 'viewer' } }),
    () => ({ who: 'admin', path: `/people/${person()}`, body: { name: next() } }),
    () => ({ who: 'admin', path: `/people/${person()}/link`, body: {} }),
    () => ({ who: 'admin', path: `/people/${person()}/disable`, body: {} }),
    () => ({ who: 'admin', path: `/people/${person()}/enable`, body: {} }),
    () => ({ who: 'admin', path: `/people/${person()}/copy`, body: {} }),
    () => ({ who: 'admin', path: '/people' }),
    () => ({ who: 'lead', path: `/names?ids=${people.north.actor.id}` }),
    () => ({ who: 'admin', path: '/i/first/audit/export', body: { wanted: {} } }),
    () => ({ who: 'admin', path: '/tokens', body: { name: next(), role: 'viewer', townships: [], unit: null, commands: [], endsAt: Date.now() + 86_400_000 } }),
    () => ({ who: 'lead', path: '/i/first/commands', body: { id: `${next()}-command`, name: 'reportIssue', args: { issue: next(), title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: 1, lat: 1 } } }),
    () => ({ who: 'north', path: '/i/first/care/people' }),
    () => ({ who: 'north', path: `/i/first/care/people/${known()}/open`, body: { reason: 'visit' } }),
    () => ({ who: 'north', path: `/i/first/care/people/${known()}/copy`, body: { reason: 'visit' } }),
    () => ({ who: 'north', path: '/i/first/care/find', body: { text: luck.one(canaries).phone } }),
    () => ({ who: 'north', path: `/i/first/care/people/${known()}/needs`, body: { id: next(), kind: 'drug', text: 'x', dueAt: Date.now() + 3_600_000 } }),
    () => ({ who: 'admin', path: '/i/first/care/rights', body: { person: people.plain.actor.id, right: 'names', granted: luck.maybe(0.5) } }),
  ]
}

/** The databases of a data folder, as another connection sees them. */
function watched(data: string) {
  const files = fs.readdirSync(data, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.db')).map(name => path.join(data, name))
  const open = files.map(file => new SQLite(file))
  const tables = open.flatMap(raw => (raw.prepare('select name from sqlite_schema where type = \'table\' and name not like \'sqlite_%\'').pluck().all() as string[]).map(name => ({ raw, name })))
  const kept = tables.filter(({ name }) => (logs as readonly string[]).includes(name))
  const others = tables.filter(one => !kept.includes(one))
  return {
    logs: kept.map(({ name }) => name),
    /** How many rows the logs have. */
    rows: () => kept.reduce((sum, { raw, name }) => sum + (raw.prepare(`select count(*) from "${name}"`).pluck().get() as number), 0),
    /** All that is not a log, without when each session was last heard from. */
    state: () => createHash('sha256').update(JSON.stringify(others.map(({ raw, name }) => raw.prepare(`select * from "${name}"`).all()), (key, value) => key === 'seenAt' ? null : Buffer.isBuffer(value) ? value.toString('hex') : value as unknown)).digest('hex'),
    break: (how: string) => kept.forEach(({ raw, name }) => raw.exec(`create trigger missing_${name} before insert on "${name}" begin ${how}; end`)),
    mend: () => kept.forEach(({ raw, name }) => raw.exec(`drop trigger missing_${name}`)),
    close: () => open.forEach(raw => raw.close()),
  }
}

/** People act while the logs can be written and while they cannot. With `sabotage` rows are lost without an error. */
export const auditMissing: Fault = {
  size: { n: 10_000 },
  tiny: { n: 60 },
  minutes: 60,
  async run({ n = 1 }, { seed, sabotage }) {
    const world = await careWorld(40, seed, { minute: 1e9, hour: 1e9 })
    await world.enter()
    world.board.accounts.add({ name: 'v', role: 'viewer' })
    const files = watched(world.data)
    const acts = actsOf(world)
    const found = { done: 0, refused: 0, unaudited: 0, audit_only: 0, done_without_log: 0, never_done: 0 }
    const worked = new Set<number>()
    let first: string | null = null
    const wrong = (how: 'unaudited' | 'audit_only' | 'done_without_log', { path }: Act, status: number) => {
      found[how]++
      first ??= `${how} ${path} ${status}`
    }
    for (let i = 0; i < n; i++) {
      const which = i < acts.length ? i : world.luck.below(acts.length)
      const act = acts[which]!()
      const broken = i >= acts.length && world.luck.maybe(0.5)
      if (broken) files.break(sabotage ? 'select raise(ignore)' : fails)
      const [rows, state] = [files.rows(), files.state()]
      const { status, text } = await world.ask(act.who, act.path, act.body)
      const done = status < 300 && !text.startsWith('{"ok":false')
      const [more, changed] = [files.rows() - rows, files.state() !== state]
      if (broken) files.mend()
      if (broken && (done || changed)) wrong('done_without_log', act, status)
      else if (broken && more) wrong('audit_only', act, status)
      if (!broken && (done || changed) && !more) wrong('unaudited', act, status)
      if (done) worked.add(which)
      found[done ? 'done' : 'refused']++
    }
    found.never_done = acts.length - worked.size
    files.close()
    await world.end()
    return { ok: !found.unaudited && !found.audit_only && !found.done_without_log && !found.never_done, logs: files.logs, ...found, first }
  },
}
