import type { Database } from '../database/database.ts'
import { idsOf, tablesOf, triggersOf } from './tables.ts'

/** The name under which changed files are in an outbox, and files that are to be fetched among the rows. Their ids are paths. */
export const fileName = '/file'

/** Something that has changed here, and may not be in PostgreSQL yet. */
export interface Changed { readonly name: string, readonly id: string }

/**
 * One database of the data folder, with its outbox: what has changed in it and is not in PostgreSQL yet, written in the transaction of the
 * change; and with the files that are in PostgreSQL and not here yet.
 */
export function copiedDatabase(raw: Database['raw'], home: string) {
  const fresh = !raw.prepare('select 1 from sqlite_schema where name = \'outbox\'').get()
  raw.exec('create table if not exists outbox (n integer primary key autoincrement, name text not null, id text not null); create table if not exists coming (path text primary key, sum text not null)')
  const tables = tablesOf(raw)
  const put = raw.prepare('insert into outbox (name, id) values (?, ?)')
  const oldest = raw.prepare('select n, name, id from outbox order by n limit ?')
  const sent = raw.prepare('delete from outbox where n <= ?')

  return {
    raw,
    home,
    tables,
    /** True if this database had no outbox before: nothing of it is in PostgreSQL. */
    fresh,

    /** From now on every change is written down. */
    watch(): void {
      for (const table of tables.values()) raw.exec(triggersOf(table))
    },

    /** Writes down every row, as if all had changed. */
    everything: raw.transaction((files: readonly string[]) => {
      for (const table of tables.values()) idsOf(raw, table).forEach(id => put.run(table.name, id))
      for (const path of files) put.run(fileName, path)
    }),

    /** A file of this incident has changed or is gone. */
    file: (path: string): void => void put.run(fileName, path),

    isEmpty: (): boolean => oldest.get(1) === undefined,

    /** The oldest changes, each once. `done` is called when they are in PostgreSQL. */
    next(most: number): { readonly changed: readonly Changed[], readonly done: () => void } {
      const found = oldest.all(most) as (Changed & { readonly n: number })[]
      const each = new Map(found.map(({ name, id }) => [`${name} ${id}`, { name, id }]))
      return { changed: [...each.values()], done: () => void sent.run(found.at(-1)?.n ?? 0) }
    },

    /** Forgets what has changed here, when everything is fetched anew. */
    forget: (): void => void raw.exec('delete from outbox'),

    /** The files that are to be fetched, with their sums. */
    coming: (): readonly { readonly path: string, readonly sum: string }[] => raw.prepare('select path, sum from coming').all() as { path: string, sum: string }[],
    come: (path: string, sum: string): void => void raw.prepare('insert or replace into coming values (?, ?)').run(path, sum),
    came: (path: string, sum: string): void => void raw.prepare('delete from coming where path = ? and sum = ?').run(path, sum),
  }
}

export type CopiedDatabase = ReturnType<typeof copiedDatabase>
