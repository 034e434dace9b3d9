import type { AccountAct } from '../../shared/audit/entries.ts'
import type { Cleared, SignInWay } from '../../shared/core/devices.ts'
import type { Evidence } from '../../shared/core/evidence.ts'
import type { Turn } from '../../shared/incident/screens.ts'
import type { Owed } from '../../shared/people/second-factor.ts'
import type { AnyRecord, Kind } from '../../shared/records.ts'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The tables. `log` is the truth; `record` and `touch` can be rebuilt from it. Times are epoch ms. */

export const log = sqliteTable('log', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  name: text().notNull(),
  actor: text().notNull(),
  at: integer().notNull(),
  args: text().notNull(),
  changes: text().notNull(),
  /** The checksum of the other columns; null in rows from before checksums were stored. */
  sum: text(),
})

export const record = sqliteTable('record', {
  kind: text().$type<Kind>().notNull(),
  id: text().notNull(),
  value: text({ mode: 'json' }).$type<AnyRecord>().notNull(),
}, table => [primaryKey({ columns: [table.kind, table.id] })])

/** Which commits changed a record: its timeline. */
export const touch = sqliteTable('touch', {
  kind: text().$type<Kind>().notNull(),
  id: text().notNull(),
  seq: integer().notNull(),
}, table => [primaryKey({ columns: [table.kind, table.id, table.seq] })])

export const meta = sqliteTable('meta', { key: text().primaryKey(), value: text().notNull() })

/** What administrators have decided. Unlike `meta`, every one of several servers has it. */
export const setting = sqliteTable('setting', { key: text().primaryKey(), value: text().notNull() })

export const account = sqliteTable('account', {
  id: text().primaryKey(),
  role: text().notNull(),
  township: text(),
  unit: text(),
  team: integer(),
  /** The place that a contact speaks for. */
  place: text(),
  /** The grid that a grid worker looks after. */
  grid: text(),
  /** Approved by the organisation (组织批准). True for people whom an administrator adds; false for people who sign up, until they are approved. */
  approved: integer({ mode: 'boolean' }).notNull().default(true),
  skills: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  trained: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  createdAt: integer().notNull(),
  disabledAt: integer(),
  /** When this person last signed in on a device; null if never. */
  signedInAt: integer(),
})

/** A wall screen: its account, the incident it shows, and its views in their order. `device` is its size in pixels as it last said. */
export const screen = sqliteTable('screen', {
  account: text().primaryKey(),
  incident: text().notNull(),
  turns: text({ mode: 'json' }).$type<Turn[]>().notNull(),
  device: text().notNull(),
  seenAt: integer(),
})

/** Name and phone, encrypted with a key that is stored outside the database. */
export const person = sqliteTable('person', { account: text().primaryKey(), sealed: text().notNull() })

/** The audit log: reading of names, adding, changing and disabling of people, sign-ins. `reader` is who did it; `system` is the person who starts the server. */
export const reading = sqliteTable('reading', {
  id: integer().primaryKey({ autoIncrement: true }),
  reader: text().notNull(),
  act: text().$type<AccountAct>().notNull().default('read'),
  /** Ids of people, `post/id` for the key of a post, `sign_up/id` for a sign-up link, `device/…`, what a browser calls itself, or `why/…`, the words of a reason; none for `list`. */
  people: text({ mode: 'json' }).$type<string[]>().notNull(),
  at: integer().notNull(),
})

export const invitation = sqliteTable('invitation', {
  hash: text().primaryKey(),
  account: text().notNull(),
  expiresAt: integer().notNull(),
})

/** A sign-up link, of which only the hash of the secret is stored. `left` is how many people may still use it. */
export const opening = sqliteTable('opening', {
  hash: text().primaryKey(),
  id: text().notNull().unique(),
  by: text().notNull(),
  township: text(),
  left: integer().notNull(),
  createdAt: integer().notNull(),
  expiresAt: integer().notNull(),
})

export const session = sqliteTable('session', {
  hash: text().primaryKey(),
  account: text().notNull(),
  createdAt: integer().notNull(),
  expiresAt: integer().notNull(),
  /** When its person last proved who they are on this device, by a sign-in link, or by their second factor if they have one; null on a device that was paired. */
  confirmedAt: integer(),
  /** What must be given before it opens anything; null for a whole session. */
  owes: text().$type<Owed>(),
  /** What its browser calls itself, as `Chrome · Android`. */
  device: text().notNull().default(''),
  /** When it was last heard from, give or take a minute. */
  seenAt: integer(),
  /** Null in a session from before this was noted. */
  way: text().$type<SignInWay>(),
}, table => [index('session_account').on(table.account)])

/** A person's app for codes, and when a second factor becomes due. */
export const factor = sqliteTable('factor', {
  account: text().primaryKey(),
  /** The secret of the app, sealed; null without an app. */
  sealed: text(),
  /** When they first gave a code of it. Until then it opens nothing. */
  confirmedAt: integer(),
  /** The step of 30 seconds of the last accepted code: none up to it is accepted again. */
  lastStep: integer().notNull().default(0),
  /** From when on they cannot sign in without a second factor; null until they were told. */
  dueAt: integer(),
})

/** Codes for a person who has lost their second factor. Each works once; only hashes are stored. */
export const recovery = sqliteTable('recovery', { hash: text().primaryKey(), account: text().notNull() }, table => [index('recovery_account').on(table.account)])

/** A passkey: its public key, and how often it was used as the device counts. */
export const passkey = sqliteTable('passkey', {
  id: text().primaryKey(),
  account: text().notNull(),
  key: text().notNull(),
  counter: integer().notNull(),
  transports: text({ mode: 'json' }).$type<string[]>().notNull(),
  name: text().notNull(),
  createdAt: integer().notNull(),
  usedAt: integer(),
  /** When it was last refused because its count did not grow: somebody may have copied it. */
  doubtedAt: integer(),
}, table => [index('passkey_account').on(table.account)])

/** By what a provider of sign-ins names a person, as an administrator has put it. */
export const login = sqliteTable('login', {
  account: text().notNull(),
  provider: text().notNull(),
  /** The keyed sum of the provider and the name, by which a person is found. */
  sum: text().notNull().unique(),
  /** The name, sealed. */
  sealed: text().notNull(),
  /** The keyed sum of the provider's id of the first person who signed in by this name. A later owner of the name is not let in. */
  subject: text(),
}, table => [primaryKey({ columns: [table.account, table.provider] })])

/** A sign-in that a provider has not answered yet. `hash` is that of the secret in the browser's cookie, from which state, nonce and verifier are made. */
export const pending = sqliteTable('pending', {
  hash: text().primaryKey(),
  provider: text().notNull(),
  expiresAt: integer().notNull(),
})

/** A device that was signed out from elsewhere and is told at its next contact to clear what it keeps for its person. `left` is what it then cleared. */
export const lost = sqliteTable('lost', {
  /** Of its ended session's token, which it still sends. */
  hash: text().primaryKey(),
  account: text().notNull(),
  device: text().notNull(),
  by: text().notNull(),
  at: integer().notNull(),
  seenAt: integer(),
  wipedAt: integer(),
  left: text({ mode: 'json' }).$type<Cleared>(),
}, table => [index('lost_account').on(table.account)])

export const file = sqliteTable('file', {
  id: text().primaryKey(),
  owner: text().notNull(),
  subject: text().notNull(),
  bytes: integer().notNull(),
  width: integer().notNull(),
  height: integer().notNull(),
  at: integer().notNull(),
})

/** What a device said about the original of a photo. It is written once and never served with the photo; `evidence.ts` says who reads what of it. */
export const evidence = sqliteTable('evidence', {
  photo: text().primaryKey(),
  owner: text().notNull(),
  subject: text().notNull(),
  value: text({ mode: 'json' }).$type<Evidence>().notNull(),
  at: integer().notNull(),
}, table => [index('evidence_subject').on(table.subject)])

/** The secret address of a person's calendar feed, one each. Only the hash of the secret is stored. */
export const calendar = sqliteTable('calendar', {
  account: text().primaryKey(),
  hash: text().notNull().unique(),
  createdAt: integer().notNull(),
})

/** A secret with which another system reads one table as one person. Only its hash is stored. */
export const tableKey = sqliteTable('tableKey', {
  hash: text().notNull().unique(),
  account: text().notNull(),
  incident: text().notNull(),
  /** The id of the table. */
  of: text().notNull(),
  createdAt: integer().notNull(),
}, table => [primaryKey({ columns: [table.account, table.incident, table.of] })])

/** The token of another system: the role it acts in, its area, and the commands it may give. Only the hash of its secret is stored. */
export const apiToken = sqliteTable('apiToken', {
  id: text().primaryKey(),
  hash: text().notNull().unique(),
  name: text().notNull(),
  role: text().notNull(),
  /** The code of its township, or those of several, in order and joined by `+`. */
  township: text(),
  unit: text(),
  commands: text({ mode: 'json' }).$type<string[]>().notNull(),
  by: text().notNull(),
  createdAt: integer().notNull(),
  endsAt: integer().notNull(),
  /** When it was last used, give or take a minute. */
  usedAt: integer(),
  /** When an administrator ended it. */
  endedAt: integer(),
})

/** How a person wants to be told outside of the app, sealed: it holds their mail address. */
export const telling = sqliteTable('telling', { account: text().primaryKey(), sealed: text().notNull() })

/** A browser that takes pushes for a person, sealed; `session` is the hash of its token, and the address counts while that lasts. */
export const pushing = sqliteTable('pushing', {
  id: text().primaryKey(),
  account: text().notNull(),
  session: text().notNull(),
  sealed: text().notNull(),
  createdAt: integer().notNull(),
}, table => [index('pushing_account').on(table.account)])
