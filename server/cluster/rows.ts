import type { Term } from '../postgres/fence.ts'
import type { Postgres } from '../postgres/postgres.ts'
import { Buffer } from 'node:buffer'
import { fence, NotTheWriter, termNow } from '../postgres/fence.ts'

/** A row as it is in PostgreSQL. `seq` is when it last changed. */
export interface CopiedRow { readonly database: string, readonly name: string, readonly id: string, readonly value: string | null, readonly seq: number }

/** Tells the other servers that rows have changed. It is a hint; the rows are the truth. */
const turned = 'yixian_rows'
/** The rows are looked at this often (ms), in case a hint was lost. */
const every = 1000

/** The rows of people and registers in PostgreSQL. Only the writer changes them; what another server pushes throws `NotTheWriter`. */
export function copiedRows({ sql, ears }: Pick<Postgres, 'sql' | 'ears'>, term: Term) {
  let pushing: Promise<void> = Promise.resolve()

  async function pushNow(rows: readonly Omit<CopiedRow, 'seq'>[]): Promise<void> {
    const [done] = await sql`
      with fence as (${fence(sql, termNow(term))}),
      next as (select (select coalesce(max(seq), 0) from copied_row) + 1 as seq from fence),
      put as (
        insert into copied_row (database, name, id, value, seq)
        select row.*, next.seq from json_to_recordset(${JSON.stringify(rows)}::text::json) as row(database text, name text, id text, value text), next
        on conflict (database, name, id) do update set value = excluded.value, seq = excluded.seq)
      select pg_notify(${turned}, seq::text) from next`
    if (!done) throw new NotTheWriter()
  }

  return {
    /** Stores these rows as they are now, and answers once they are stored. One statement: others see all of them or none. One after the other, or two would get the same seq, and a server that fetched between them would miss one. */
    push: (rows: readonly Omit<CopiedRow, 'seq'>[]): Promise<void> => pushing = pushing.catch(() => {}).then(() => pushNow(rows)),

    /** Stores a file, or removes it for null. */
    async pushFile(database: string, path: string, bytes: Buffer | null): Promise<void> {
      const held = fence(sql, termNow(term))
      const done = bytes
        ? await sql`with fence as (${held}) insert into copied_file (database, path, bytes) select ${database}, ${path}, ${bytes}::bytea from fence on conflict (database, path) do update set bytes = excluded.bytes returning 1`
        : await sql`with fence as (${held}), gone as (delete from copied_file using fence where database = ${database} and path = ${path}) select 1 from fence`
      if (!done.length) throw new NotTheWriter()
    },

    async file(database: string, path: string): Promise<Buffer | null> {
      const [found] = await sql<{ bytes: Buffer }[]>`select bytes from copied_file where database = ${database} and path = ${path}`
      return found ? Buffer.from(found.bytes) : null
    },

    /** What has changed after `seq`, in one state. */
    since: async (seq: number): Promise<readonly CopiedRow[]> => sql<CopiedRow[]>`select database, name, id, value, seq from copied_row where seq > ${seq} order by seq`,

    /** All rows of this name. */
    named: async (name: string): Promise<readonly CopiedRow[]> => sql<CopiedRow[]>`select database, name, id, value, seq from copied_row where name = ${name} and value is not null`,

    head: async (): Promise<number> => (await sql<{ seq: number }[]>`select coalesce(max(seq), 0) as seq from copied_row`)[0]?.seq ?? 0,

    /** Calls `news` when rows may have changed. Answers a function that ends it. */
    async follow(news: () => void): Promise<() => Promise<void>> {
      const { unlisten } = await ears.listen(turned, news, news)
      const looking = setInterval(news, every).unref()
      return async () => {
        clearInterval(looking)
        await unlisten()
      }
    },
  }
}

export type CopiedRows = ReturnType<typeof copiedRows>
