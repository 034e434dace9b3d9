import type { Change } from '../../shared/core/board.ts'
import type { Commit } from '../../shared/core/protocol.ts'
import type { AnyRecord, Kind } from '../../shared/records.ts'
import type { Database } from '../database/database.ts'
import type { Store } from './store.ts'
import { randomBytes } from 'node:crypto'
import { and, asc, desc, eq, gt, max, sql } from 'drizzle-orm'
import { sumOf } from '../database/row-sum.ts'
import { log, meta, record, touch } from '../database/schema.ts'
import { createViews } from '../database/views.ts'
import { areChanges, asides } from './set-aside.ts'

type Row = typeof log.$inferSelect

/** Another process took this seq, or this command id is in the log. Any other constraint, a lock or a full disk is no race. */
function lostRace(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string, message?: string }
  return /^SQLITE_CONSTRAINT_(?:PRIMARYKEY|UNIQUE)$/.test(code) && /: log\.(?:seq|id)$/.test(message)
}

/** The log and the records in SQLite. The statements of the hot path are prepared once. */
export function sqliteStore({ raw, database, close }: Database): Store {
  const aside = asides()
  const p = sql.placeholder
  const toCommit = ({ sum: _, ...row }: Row): Commit => ({
    ...row,
    args: aside.json<unknown>(row.args, row.seq, () => true) ?? {},
    changes: aside.json<Change[]>(row.changes, row.seq, areChanges) ?? [],
  })
  const insertLog = database.insert(log).values({
    seq: p('seq'),
    id: p('id'),
    name: p('name'),
    actor: p('actor'),
    at: p('at'),
    args: p('args'),
    changes: p('changes'),
    sum: p('sum'),
  }).prepare()
  // Raw, because drizzle would encode a value twice: it is written as the JSON text that the log already holds.
  const putRecord = raw.prepare('insert into record (kind, id, value) values (?, ?, ?) on conflict do update set value = excluded.value')
  const everyRecord = raw.prepare('select kind, id, value from record')
  const dropRecord = database.delete(record).where(and(eq(record.kind, p('kind')), eq(record.id, p('id')))).prepare()
  const insertTouch = database.insert(touch).values({ kind: p('kind'), id: p('id'), seq: p('seq') }).onConflictDoNothing().prepare()
  const findId = database.select({ seq: log.seq, actor: log.actor, name: log.name, args: log.args }).from(log).where(eq(log.id, p('id'))).prepare()
  const after = database.select().from(log).where(gt(log.seq, p('seq'))).orderBy(asc(log.seq)).limit(p('limit')).prepare()
  const lastTouch = raw.prepare('select seq from touch where kind = ? and id = ? and seq <= ? order by seq desc limit 1').pluck()
  const changesOf = raw.prepare('select changes from log where seq = ?').pluck()
  const head = database.select({ seq: max(log.seq) }).from(log).prepare()
  const touched = database.select({ row: log }).from(touch).innerJoin(log, eq(log.seq, touch.seq)).where(and(eq(touch.kind, p('kind')), eq(touch.id, p('id')))).orderBy(desc(touch.seq)).limit(p('limit')).prepare()

  const write = raw.transaction((commits: readonly Commit[]) => {
    const last = head.get()?.seq ?? 0
    if (commits.some((commit, i) => commit.seq !== last + 1 + i)) return false
    for (const commit of commits) {
      const row = { ...commit, args: JSON.stringify(commit.args ?? null), changes: JSON.stringify(commit.changes) }
      insertLog.run({ ...row, sum: sumOf(row) })
      for (const { kind, id, value } of commit.changes) {
        if (value) putRecord.run(kind, id, JSON.stringify(value))
        else dropRecord.run({ kind, id })
        insertTouch.run({ kind, id, seq: commit.seq })
      }
    }
    return true
  })

  function setting(key: string, fallback: string): string {
    database.insert(meta).values({ key, value: fallback }).onConflictDoNothing().run()
    return database.select().from(meta).where(eq(meta.key, key)).get()?.value ?? fallback
  }

  /** One by one: all at once would stand in memory twice. */
  function* records() {
    for (const { kind, id, value } of everyRecord.iterate() as IterableIterator<{ kind: Kind, id: string, value: string }>) {
      const read = parsed(kind, id, value)
      if (read) yield { kind, value: read }
    }
  }

  /** Each is looked at, also where this version wrote it: a disk or a hand may have changed it since. */
  function parsed(kind: Kind, id: string, value: string): AnyRecord | null {
    let written: unknown
    try {
      written = JSON.parse(value)
    } catch (error) {
      return aside.note(kind, id, null, error)
    }
    return aside.record(kind, id, written, null)
  }

  createViews(raw)

  return {
    aside,
    async load() {
      const epoch = setting('epoch', randomBytes(12).toString('base64url'))
      return { epoch, seq: head.get()?.seq ?? 0, records: records() }
    },
    async find(commandId) {
      const found = findId.get({ id: commandId })
      return found ? { ...found, args: aside.json<unknown>(found.args, found.seq, () => true) } : null
    },
    async since(seq, limit) {
      return after.all({ seq, limit }).map(toCommit)
    },
    async stood(keys, seq) {
      const found = keys.map(({ kind, id }) => lastTouch.get(kind, id, seq) as number | undefined)
      // A commit of many rows is read once.
      const read = new Map([...new Set(found)].map(at => [at, at === undefined ? [] : aside.json<Change[]>(changesOf.get(at) as string, at, areChanges) ?? []]))
      return keys.map(({ kind, id }, i) => read.get(found[i])?.find(change => change.kind === kind && change.id === id)?.value ?? null)
    },
    async history(kind, id, limit) {
      return touched.all({ kind, id, limit }).map(({ row }) => toCommit(row))
    },
    async append(commits) {
      try {
        return write.immediate(commits)
      } catch (error) {
        if (lostRace(error)) return false
        throw error
      }
    },
    async recall(name) {
      return database.select().from(meta).where(eq(meta.key, `kept:${name}`)).get()?.value ?? null
    },
    async remember(name, value) {
      database.insert(meta).values({ key: `kept:${name}`, value }).onConflictDoUpdate({ target: meta.key, set: { value } }).run()
    },
    async close() {
      close()
    },
  }
}
