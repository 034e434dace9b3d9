import { bigint, boolean, customType, index, pgTable, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core'

/**
 * The tables of the logs in PostgreSQL, for all boards of a deployment. Names and meanings are those in `server/database/schema.ts`;
 * `board` is the id of the incident. JSON is kept as the same text as in SQLite: `jsonb` would reorder it and refuse some characters.
 * Times are epoch ms.
 */

const seq = () => bigint({ mode: 'number' }).notNull()

export const log = pgTable('log', {
  board: text().notNull(),
  seq: seq(),
  id: text().notNull(),
  name: text().notNull(),
  actor: text().notNull(),
  at: bigint({ mode: 'number' }).notNull(),
  args: text().notNull(),
  changes: text().notNull(),
  sum: text(),
}, table => [primaryKey({ name: 'log_seq', columns: [table.board, table.seq] }), unique('log_id').on(table.board, table.id)])

export const record = pgTable('record', {
  board: text().notNull(),
  kind: text().notNull(),
  id: text().notNull(),
  value: text().notNull(),
}, table => [primaryKey({ columns: [table.board, table.kind, table.id] })])

export const touch = pgTable('touch', {
  board: text().notNull(),
  kind: text().notNull(),
  id: text().notNull(),
  seq: seq(),
}, table => [primaryKey({ columns: [table.board, table.kind, table.id, table.seq] })])

export const meta = pgTable('meta', {
  board: text().notNull(),
  key: text().notNull(),
  value: text().notNull(),
}, table => [primaryKey({ columns: [table.board, table.key] })])

/**
 * Who writes what is no log, of the servers of one deployment: the row `writer`. `term` grows with each change of the writer; `address` is how the others
 * reach it. It writes until `until`, by PostgreSQL's own clock, unless it renews that.
 */
export const lease = pgTable('lease', {
  name: text().primaryKey(),
  term: bigint({ mode: 'number' }).notNull(),
  address: text().notNull(),
  until: timestamp({ withTimezone: true }).notNull(),
})

/** The servers of one deployment: each counts as running until `until`, by PostgreSQL's own clock, unless it renews that. Boards go to one that is `whole`: it has them all. */
export const runningServer = pgTable('running_server', {
  address: text().primaryKey(),
  whole: boolean().notNull(),
  until: timestamp({ withTimezone: true }).notNull(),
})

/**
 * Which server decides the commands of a board, and appends to its log: `term` grows with each change. It may do so from `since` on: who did before
 * knows by then that it no longer does. The writer assigns the boards.
 */
export const boardWriter = pgTable('board_writer', {
  board: text().primaryKey(),
  term: bigint({ mode: 'number' }).notNull(),
  address: text().notNull(),
  since: timestamp({ withTimezone: true }).notNull(),
})

/**
 * The rows of the data folders that are not logs: accounts, sessions, registers, as JSON. `database` is the incident's id, with `/care` for
 * its register; `id` is the JSON of the row's key; a removed row has no value. `seq` is when it last changed, in the order of the changes.
 */
export const copiedRow = pgTable('copied_row', {
  database: text().notNull(),
  name: text().notNull(),
  id: text().notNull(),
  value: text(),
  seq: seq(),
}, table => [primaryKey({ columns: [table.database, table.name, table.id] }), index('copied_row_seq').on(table.seq)])

/** The files of the data folders: photos, papers and the files of plans. `path` begins at the incident's folder. */
export const copiedFile = pgTable('copied_file', {
  database: text().notNull(),
  path: text().notNull(),
  bytes: customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })().notNull(),
}, table => [primaryKey({ columns: [table.database, table.path] })])
