import { bigint, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'

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
