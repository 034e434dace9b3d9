import type { CareAct } from '../../shared/care/acts.ts'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The tables of the vault, `care.db`, which holds everything about people who need care. Times are epoch ms. What is not named here in clear is sealed. */

/** The incident's data key, sealed with the key in the file `care.key`. One row; none before the first person and after the destruction. */
export const careKey = sqliteTable('care_key', { id: integer().primaryKey(), wrapped: text().notNull(), createdAt: integer().notNull() })

export const carePerson = sqliteTable('care_person', {
  id: text().primaryKey(),
  township: text().notNull(),
  grid: text().notNull(),
  groups: text({ mode: 'json' }).$type<string[]>().notNull(),
  /** Counts the changes. It is part of what the sealed text belongs to, so an older text cannot be put back. */
  version: integer().notNull(),
  /** Name, phone, number, address, relative and note. */
  sealed: text().notNull(),
  /** Blind indexes: keyed digests of the phone, of the number, and of what makes two entries the same person. */
  phoneIndex: text(),
  numberIndex: text(),
  sameIndex: text().notNull(),
  reachedAt: integer(),
  createdAt: integer().notNull(),
  changedAt: integer().notNull(),
}, table => [index('care_person_place').on(table.township, table.grid), index('care_person_phone').on(table.phoneIndex), index('care_person_number').on(table.numberIndex), index('care_person_same').on(table.sameIndex)])

export const careNeed = sqliteTable('care_need', {
  id: text().primaryKey(),
  person: text().notNull(),
  kind: text().notNull(),
  /** When it is due next; null once it has ended. */
  dueAt: integer(),
  /** When somebody tried in vain since then. */
  triedAt: integer(),
  /** What is needed, in words. */
  sealed: text(),
}, table => [index('care_need_person').on(table.person), index('care_need_due').on(table.dueAt)])

/** What was done for somebody. The id is made on the device, so that it counts once. */
export const careDone = sqliteTable('care_done', {
  id: text().primaryKey(),
  need: text().notNull(),
  person: text().notNull(),
  kind: text().notNull(),
  at: integer().notNull(),
  by: text().notNull(),
  how: text().$type<'done' | 'unreached'>().notNull(),
}, table => [index('care_done_person').on(table.person, table.at)])

/** Who did what, when and why: written in the transaction of the act, before it is answered. Each row has a digest of itself and the row before it. */
export const careAccess = sqliteTable('care_access', {
  id: integer().primaryKey({ autoIncrement: true }),
  who: text().notNull(),
  act: text().$type<CareAct>().notNull(),
  /** The person it was about; null for a list. */
  person: text(),
  /** How many people. */
  people: integer().notNull(),
  reason: text().notNull(),
  /** The reason in words. */
  sealed: text(),
  /** By the real clock. */
  at: integer().notNull(),
  /** By the incident's clock, which differs in a drill; null in rows from before it was written down. */
  clockAt: integer(),
  sum: text().notNull(),
}, table => [index('care_access_who').on(table.who, table.at), index('care_access_person').on(table.person)])

export const careRight = sqliteTable('care_right', {
  person: text().notNull(),
  right: text().$type<'names' | 'export'>().notNull(),
  by: text().notNull(),
  at: integer().notNull(),
}, table => [primaryKey({ columns: [table.person, table.right] })])

/** A planned destruction: of everything, or of the people of a grid. */
export const carePlan = sqliteTable('care_plan', {
  id: text().primaryKey(),
  /** Null: everything. */
  grid: text(),
  cause: text().$type<'incident' | 'zone'>().notNull(),
  plannedAt: integer().notNull(),
  dueAt: integer().notNull(),
  /** Who holds it back, and why; null if nobody does. */
  heldBy: text(),
  heldWhy: text(),
  /** When it was done, and the figures of the certificate. */
  doneAt: integer(),
  figures: text({ mode: 'json' }).$type<Readonly<Record<string, number>>>(),
})
