import type { Change } from '../../shared/core/board.ts'
import type { Commit } from '../../shared/core/protocol.ts'
import type { Kind } from '../../shared/records.ts'
import type { Database } from '../database/database.ts'
import type { Store } from './store.ts'
import { randomBytes } from 'node:crypto'
import { and, asc, desc, eq, gt, max, sql } from 'drizzle-orm'
import { sumOf } from '../database/row-sum.ts'
import { log, meta, touch } from '../database/schema.ts'
import { createViews } from '../database/views.ts'
import { areChanges, asides } from './set-aside.ts'

type Row = typeof log.$inferSelect

/** True if the seq is taken or the command id is already in the log. Any other constraint, a lock or a full disk is not a race. */
function lostRace(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string, message?: string }
  return /^SQLITE_CONSTRAINT_(?:PRIMARYKEY|UNIQUE)$/.test(code) && /: log\.(?:seq|id)$/.test(message)
}

/** The store in SQLite. The statements of the hot path are prepared once. */
export function sqliteStore({ raw, database, close }: Database): Store {
  const aside = asides()
  const p = sql.placeholder
  const toCommit = ({ sum: _, ...row }: Row): Commit => ({
    ...row,
    args: row.args === 'null' ? null : aside.json<unknown>(row.args, row.seq, () => true) ?? {},
    changes: aside.json<Change[]>(row.changes, row.seq, areChanges) ?? [],
  })
  // Without drizzle, which would map every value again. A record is written as the same JSON text as in the log.
  const insertLog = raw.prepare('insert into log (seq, id, name, actor, at, args, changes, sum) values (?, ?, ?, ?, ?, ?, ?, ?)')
  const putRecord = raw.prepare('insert into record (kind, id, value) values (?, ?, ?) on conflict do update set value = excluded.value')
  const dropRecord = raw.prepare('delete from record where kind = ? and id = ?')
  const insertTouch = raw.prepare('insert into touch (kind, id, seq) values (?, ?, ?) on conflict do nothing')
  const findIds = raw.prepare('select id, seq, actor, name, args from log where id in (select value from json_each(?))')
  const everyRecord = raw.prepare('select kind, id, value from record')
  const after = database.select().from(log).where(gt(log.seq, p('seq'))).orderBy(asc(log.seq)).limit(p('limit')).prepare()
  const lastTouch = raw.prepare('select seq from touch where kind = ? and id = ? and seq <= ? order by seq desc limit 1').pluck()
  const changesOf = raw.prepare('select changes from log where seq = ?').pluck()
  const touchedAfter = raw.prepare('select distinct id from touch where kind = ? and seq > ?').pluck()
  const head = database.select({ seq: max(log.seq) }).from(log).prepare()
  const touched = database.select({ row: log }).from(touch).innerJoin(log, eq(log.seq, touch.seq)).where(and(eq(touch.kind, p('kind')), eq(touch.id, p('id')))).orderBy(desc(touch.seq)).limit(p('limit')).prepare()

  const write = raw.transaction((commits: readonly Commit[]) => {
    const last = head.get()?.seq ?? 0
    if (commits.some((commit, i) => commit.seq !== last + 1 + i)) return false
    for (const { seq, id, name, actor, at, args, changes } of commits) {
      const values = changes.map(({ value }) => value && JSON.stringify(value))
      const row = { seq, id, name, actor, at, args: JSON.stringify(args ?? null), changes: `[${changes.map((change, i) => `{"kind":"${change.kind}","id":${JSON.stringify(change.id)},"value":${values[i]}}`).join()}]` }
      insertLog.run(seq, id, name, actor, at, row.args, row.changes, sumOf(row))
      for (const [i, { kind, id: record }] of changes.entries()) {
        const value = values[i]
        if (value) putRecord.run(kind, record, value)
        else dropRecord.run(kind, record)
        insertTouch.run(kind, record, seq)
      }
    }
    return true
  })

  function setting(key: string, fallback: string): string {
    database.insert(meta).values({ key, value: fallback }).onConflictDoNothing().run()
    return database.select().from(meta).where(eq(meta.key, key)).get()?.value ?? fallback
  }

  /** Records one by one, because all at once would be in memory twice. */
  function* records() {
    for (const { kind, id, value } of everyRecord.iterate() as IterableIterator<{ kind: Kind, id: string, value: string }>) {
      const read = aside.text(kind, id, value)
      if (read) yield { kind, value: read }
    }
  }

  const read = () => ({ seq: head.get()?.seq ?? 0, records: records() })

  createViews(raw)

  return {
    aside,
    read,
    async load() {
      return { epoch: setting('epoch', randomBytes(12).toString('base64url')), ...read() }
    },
    async find(commandIds) {
      const found = findIds.all(JSON.stringify(commandIds)) as Pick<Row, 'id' | 'seq' | 'actor' | 'name' | 'args'>[]
      return new Map(found.map(({ id, ...commit }) => [id, { ...commit, args: aside.json<unknown>(commit.args, commit.seq, () => true) }]))
    },
    async since(seq, limit) {
      return after.all({ seq, limit }).map(toCommit)
    },
    async stood(keys, seq) {
      const found = keys.map(({ kind, id }) => lastTouch.get(kind, id, seq) as number | undefined)
      // A commit that touched several of the records is read once.
      const read = new Map([...new Set(found)].map(at => [at, at === undefined ? [] : aside.json<Change[]>(changesOf.get(at) as string, at, areChanges) ?? []]))
      return keys.map(({ kind, id }, i) => read.get(found[i])?.find(change => change.kind === kind && change.id === id)?.value ?? null)
    },
    async history(kind, id, limit) {
      return touched.all({ kind, id, limit }).map(({ row }) => toCommit(row))
    },
    async touchedSince(kind, seq) {
      return new Set(touchedAfter.all(kind, seq) as string[])
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
