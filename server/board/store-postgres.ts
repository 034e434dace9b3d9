import type { Change } from '../../shared/core/board.ts'
import type { Commit } from '../../shared/core/protocol.ts'
import type { Kind } from '../../shared/records.ts'
import type { Terms } from '../postgres/fence.ts'
import type { Postgres } from '../postgres/postgres.ts'
import type { Store } from './store.ts'
import { randomBytes } from 'node:crypto'
import { and, asc, desc, eq, gt, max } from 'drizzle-orm'
import { sumOf } from '../database/row-sum.ts'
import { boardFence, fence, NotTheWriter, termNow } from '../postgres/fence.ts'
import { log, meta, touch } from '../postgres/schema.ts'
import { areChanges, asides } from './set-aside.ts'

/** Tells every process that a board has moved: `BOARD SEQ`. It is a hint; the log is the truth. */
const moved = 'yixian_moved'
/** The log is looked at this often (ms), in case a hint was lost. */
const every = 2000

type Row = Omit<typeof log.$inferSelect, 'board'>
const columns = { seq: log.seq, id: log.id, name: log.name, actor: log.actor, at: log.at, args: log.args, changes: log.changes }

/** True if the seq is taken or the command id is already in the log. */
function lostRace(error: unknown): boolean {
  const { code, constraint_name: name } = error as { code?: string, constraint_name?: string }
  return code === '23505' && (name === 'log_seq' || name === 'log_id' || name === 'touch_board_kind_id_seq_pk')
}

/** The rows of a batch: those of the log as columns, and of each record the last value. */
function rowsOf(commits: readonly Commit[]) {
  const rows: Row[] = []
  const last = new Map<string, { kind: string, id: string, value: string | null }>()
  const touched = new Map<string, { kind: string, id: string, seq: number }>()
  for (const { seq, id, name, actor, at, args, changes } of commits) {
    const texts = changes.map(({ kind, id: record, value }) => {
      const text = value && JSON.stringify(value)
      last.set(`${kind} ${record}`, { kind, id: record, value: text })
      touched.set(`${kind} ${record} ${seq}`, { kind, id: record, seq })
      return `{"kind":"${kind}","id":${JSON.stringify(record)},"value":${text}}`
    })
    const row = { seq, id, name, actor, at, args: JSON.stringify(args ?? null), changes: `[${texts.join()}]` }
    rows.push({ ...row, sum: sumOf(row) })
  }
  return { rows, last: [...last.values()], touched: [...touched.values()] }
}

/** The epoch of a history that was moved away, so that nobody goes on with it here. */
export const movedAway = (epoch: string): string => `moved away: ${epoch}`

/** What a copy of a board asks beside what every store answers. */
export interface PostgresStore extends Store {
  /** The history and its last seq; null while nobody has begun this board here. */
  readonly head: () => Promise<{ readonly epoch: string, readonly seq: number } | null>
  /** Begins this board with a history that another store has begun. */
  readonly begin: (epoch: string) => Promise<void>
  /** All values that the server stores for itself, by name. */
  readonly kept: () => Promise<readonly (readonly [name: string, value: string])[]>
  /** Ends the history here, after it was moved away: nobody goes on with it by mistake. */
  readonly leave: () => Promise<void>
}

/**
 * The store of one board in PostgreSQL. A batch is one statement, and so one round trip and one transaction. Of several servers only
 * the one whose term it is writes, to the log and to the server's own values: what another writes throws `NotTheWriter`, and nothing is written.
 */
export function postgresStore({ sql, ears, database }: Pick<Postgres, 'sql' | 'ears' | 'database'>, board: string, terms?: Terms): PostgresStore {
  const aside = asides()
  const toCommit = (row: Omit<Row, 'sum'>): Commit => ({
    ...row,
    args: row.args === 'null' ? null : aside.json<unknown>(row.args, row.seq, () => true) ?? {},
    changes: aside.json<Change[]>(row.changes, row.seq, areChanges) ?? [],
  })
  const metaOf = async (key: string) => (await database.select().from(meta).where(and(eq(meta.board, board), eq(meta.key, key))))[0]?.value ?? null

  const begin = async (epoch: string) => void await database.insert(meta).values({ board, key: 'epoch', value: epoch }).onConflictDoNothing()

  return {
    aside,
    begin,
    async head() {
      const [[last], epoch] = await Promise.all([database.select({ seq: max(log.seq) }).from(log).where(eq(log.board, board)), metaOf('epoch')])
      return epoch === null ? null : { epoch, seq: last?.seq ?? 0 }
    },
    kept: async () => (await sql<{ name: string, value: string }[]>`select substr(key, 6) as name, value from meta where board = ${board} and key like 'kept:%'`).map(({ name, value }) => [name, value] as const),
    leave: async () => void await sql`update meta set value = ${movedAway('')} || value where board = ${board} and key = 'epoch' and not starts_with(value, ${movedAway('')})`,
    async load() {
      await begin(randomBytes(12).toString('base64url'))
      // One moment for the head and the records, whatever others write meanwhile.
      const [heads, rows] = await sql.begin('isolation level repeatable read read only', one => [
        one<{ seq: number }[]>`select coalesce(max(seq), 0) as seq from log where board = ${board}`,
        one<{ kind: Kind, id: string, value: string }[]>`select kind, id, value from record where board = ${board}`,
      ])
      const epoch = await metaOf('epoch')
      if (epoch === null) throw new Error('The epoch is gone: was the board removed?')
      const records = rows.flatMap(({ kind, id, value }) => {
        const read = aside.text(kind, id, value)
        return read ? [{ kind, value: read }] : []
      })
      return { epoch, seq: heads[0]?.seq ?? 0, records }
    },
    async find(commandIds) {
      const found = await sql<Pick<Row, 'id' | 'seq' | 'actor' | 'name' | 'args'>[]>`select id, seq, actor, name, args from log where board = ${board} and id = any(array(select json_array_elements_text(${JSON.stringify(commandIds)}::text::json)))`
      return new Map(found.map(({ id, ...commit }) => [id, { ...commit, args: aside.json<unknown>(commit.args, commit.seq, () => true) }]))
    },
    async since(seq, limit) {
      return (await database.select(columns).from(log).where(and(eq(log.board, board), gt(log.seq, seq))).orderBy(asc(log.seq)).limit(limit)).map(toCommit)
    },
    async stood(keys, seq) {
      const found = await sql<{ n: number, at: number, changes: string }[]>`
        select asked.n, last.seq as at, log.changes
        from json_to_recordset(${JSON.stringify(keys.map(({ kind, id }, n) => ({ n, kind, id })))}::text::json) as asked(n int, kind text, id text)
        cross join lateral (select seq from touch where board = ${board} and kind = asked.kind and id = asked.id and seq <= ${seq} order by seq desc limit 1) as last
        join log on log.board = ${board} and log.seq = last.seq`
      const stood = new Map(found.map(({ n, at, changes }) => [n, aside.json<Change[]>(changes, at, areChanges) ?? []]))
      return keys.map(({ kind, id }, i) => stood.get(i)?.find(change => change.kind === kind && change.id === id)?.value ?? null)
    },
    async history(kind, id, limit) {
      const own = and(eq(touch.board, board), eq(touch.kind, kind), eq(touch.id, id))
      return (await database.select(columns).from(touch).innerJoin(log, and(eq(log.board, touch.board), eq(log.seq, touch.seq))).where(own).orderBy(desc(touch.seq)).limit(limit)).map(toCommit)
    },
    async touchedSince(kind, seq) {
      const found = await sql<{ id: string }[]>`select distinct id from touch where board = ${board} and kind = ${kind} and seq > ${seq}`
      return new Set(found.map(({ id }) => id))
    },
    async append(commits) {
      const [first] = commits
      if (!first) return true
      if (commits.some(({ seq }, i) => seq !== first.seq + i)) return false
      const { rows, last, touched } = rowsOf(commits)
      const [put, gone] = [last.filter(({ value }) => value !== null), last.filter(({ value }) => value === null)]
      // As JSON: one parameter whatever the number of rows, and no types of arrays that the driver would have to ask for.
      const list = (of: readonly object[]) => JSON.stringify(of)
      try {
        const held = terms ? boardFence(sql, board, termNow(terms.board)) : sql`select 1 as ours`
        const [done] = await sql<{ ours: boolean, fits: boolean }[]>`
          with fence as (${held}),
          here as (select exists (select 1 from fence) as ours, coalesce(max(seq), 0) = ${first.seq - 1} as fits from log where board = ${board}),
          head as (select ours, ours and fits as fits from here),
          written as (
            insert into log (board, seq, id, name, actor, at, args, changes, sum)
            select ${board}, row.* from json_to_recordset(${list(rows)}::text::json) as row(seq bigint, id text, name text, actor text, at bigint, args text, changes text, sum text), head where head.fits),
          put as (
            insert into record (board, kind, id, value)
            select ${board}, row.* from json_to_recordset(${list(put)}::text::json) as row(kind text, id text, value text), head where head.fits
            on conflict (board, kind, id) do update set value = excluded.value),
          dropped as (
            delete from record using json_to_recordset(${list(gone)}::text::json) as row(kind text, id text), head
            where head.fits and record.board = ${board} and record.kind = row.kind and record.id = row.id),
          touched as (
            insert into touch (board, kind, id, seq)
            select ${board}, row.* from json_to_recordset(${list(touched)}::text::json) as row(kind text, id text, seq bigint), head where head.fits)
          select head.ours, head.fits, case when head.fits then pg_notify(${moved}, ${`${board} ${rows.at(-1)?.seq}`}) end from head`
        if (!done?.ours) throw new NotTheWriter()
        return done.fits
      } catch (error) {
        if (lostRace(error)) return false
        throw error
      }
    },
    async follow(news) {
      // The channel is listened to again after a broken connection, and what was said meanwhile is lost.
      const { unlisten } = await ears.listen(moved, (said) => {
        const [of, seq] = said.split(' ')
        if (of === board) news(Number(seq))
      }, () => news(null))
      const looking = setInterval(news, every, null)
      looking.unref()
      return async () => {
        clearInterval(looking)
        await unlisten()
      }
    },
    recall: name => metaOf(`kept:${name}`),
    async remember(name, value) {
      const held = terms ? fence(sql, termNow(terms.writer)) : sql`select 1 as ours`
      const written = await sql`with fence as (${held}) insert into meta (board, key, value) select ${board}, ${`kept:${name}`}, ${value} from fence on conflict (board, key) do update set value = excluded.value returning 1`
      if (!written.length) throw new NotTheWriter()
    },
    async close() {},
  }
}
