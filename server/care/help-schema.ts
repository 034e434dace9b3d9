import type { HelpState } from '../../shared/help/requests.ts'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The tables of help requests, in the vault. Times are epoch ms by the incident's clock. What is not named here in clear is sealed. */

export const helpRequest = sqliteTable('help_request', {
  id: text().primaryKey(),
  no: integer().notNull().unique(),
  /** Counts the changes, and is part of what the sealed text belongs to. */
  version: integer().notNull(),
  kind: text().notNull(),
  township: text().notNull(),
  grid: text(),
  state: text().$type<HelpState>().notNull().default('waiting'),
  at: integer().notNull(),
  takenAt: integer(),
  takenBy: text(),
  endedAt: integer(),
  joined: integer().notNull().default(0),
  /** Keyed digests of the phone and of the address, by which one household is found. */
  phoneIndex: text().notNull(),
  whereIndex: text().notNull(),
  /** What was asked, the answer in words, and the ride. */
  sealed: text().notNull(),
}, table => [index('help_request_state').on(table.state), index('help_request_phone').on(table.phoneIndex), index('help_request_where').on(table.whereIndex)])

/** The status codes, one for each asking. */
export const helpCode = sqliteTable('help_code', {
  /** A keyed digest of number and code. */
  digest: text().primaryKey(),
  request: text().notNull(),
  /** The id that the device gave its asking: the same sent again gets a new code in place of the former. */
  asked: text().notNull().unique(),
})
