import type { Database } from '../database/database.ts'

type Raw = Database['raw']

/** One table of SQLite whose rows every server has. `key` is its primary key, in order. */
export interface Table { readonly name: string, readonly key: readonly string[], readonly columns: readonly string[] }

/** The log and what is made of it go another way; the last ones belong to this folder alone. */
const apart = ['log', 'record', 'touch', 'meta', 'outbox', 'coming']

/** The tables whose rows every server has. */
export function tablesOf(raw: Raw): Map<string, Table> {
  const names = raw.prepare('select name from sqlite_schema where type = \'table\'').pluck().all() as string[]
  return new Map(names.filter(name => !/^(?:sqlite_|__)/.test(name) && !apart.includes(name)).map((name) => {
    const columns = raw.pragma(`table_info("${name}")`) as { name: string, pk: number }[]
    const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk).map(column => column.name)
    if (!key.length) throw new Error(`Table ${name} has no primary key, so its rows cannot be copied to other servers.`)
    return [name, { name, key, columns: columns.map(column => column.name) }]
  }))
}

const matching = ({ key }: Table) => key.map(column => `"${column}" = ?`).join(' and ')
const idOf = ({ key }: Table, row = '') => `json_array(${key.map(column => `${row}"${column}"`).join()})`

/** The row with this id as JSON; null if there is none. */
export function rowOf(raw: Raw, table: Table, id: string): string | null {
  const row = raw.prepare(`select * from "${table.name}" where ${matching(table)}`).get(...JSON.parse(id) as unknown[])
  return row ? JSON.stringify(row) : null
}

/** Writes a row as it is elsewhere; null removes it. Columns that this version does not know are left out. */
export function putRow(raw: Raw, table: Table, id: string, value: string | null): void {
  if (value === null) return void raw.prepare(`delete from "${table.name}" where ${matching(table)}`).run(...JSON.parse(id) as unknown[])
  const row = JSON.parse(value) as Record<string, unknown>
  const columns = table.columns.filter(column => Object.hasOwn(row, column))
  raw.prepare(`insert or replace into "${table.name}" (${columns.map(column => `"${column}"`).join()}) values (${columns.map(() => '?').join()})`).run(...columns.map(column => row[column]))
}

/** The ids of all rows. */
export const idsOf = (raw: Raw, table: Table) => raw.prepare(`select ${idOf(table)} from "${table.name}"`).pluck().all() as string[]

/** Statements that write the id of each changed row into the outbox, in the transaction of the change, as long as this connection is open. */
export const triggersOf = (table: Table): string => ([['insert', ['new.']], ['update', ['old.', 'new.']], ['delete', ['old.']]] as const).map(([change, rows]) =>
  `create temp trigger if not exists "out_${change}_${table.name}" after ${change} on main."${table.name}" begin ${rows.map(row => `insert into outbox (name, id) values ('${table.name}', ${idOf(table, row)});`).join(' ')} end;`).join('')
