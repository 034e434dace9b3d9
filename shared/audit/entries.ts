/** What the audit page lists: rows of the log of the board, of the log of accounts, and of the log of the register. */

/** The acts in the log of accounts, by the group by which the page narrows its list. */
export const accountActs = {
  signs: ['sign_in', 'confirm', 'sign_out', 'link', 'phone_code', 'join', 'bind_login'],
  factors: ['add_factor', 'drop_factor', 'use_recovery', 'wrong_factor', 'copied_passkey', 'reset_factor'],
  readings: ['read', 'list'],
  people: ['add', 'add_auditor', 'change', 'disable', 'enable', 'forget', 'approve', 'open_sign_up', 'close_sign_up', 'set_login'],
  devices: ['end_device', 'wipe_device', 'wiped'],
  system: ['make_token', 'end_token', 'require_factor', 'take_audit', 'take_photos', 'verify_logs', 'make_backup'],
} as const
export type AccountAct = (typeof accountActs)[keyof typeof accountActs][number]

/** The kinds of acts: people's and systems' work on the board, the server's own, the groups of the log of accounts, and readings of the register. */
export const auditKinds = ['work', 'server', 'signs', 'factors', 'readings', 'people', 'devices', 'system', 'register'] as const
export type AuditKind = (typeof auditKinds)[number]

export const auditLogs = ['board', 'accounts', 'care'] as const
export type AuditLog = (typeof auditLogs)[number]

/** One row. It has ids and no names. */
export interface AuditEntry {
  readonly log: AuditLog
  /** The number of the row in its log. */
  readonly id: number
  /** Epoch ms: of the board and the register by the incident's clock, else the real time. */
  readonly at: number
  readonly who: string
  readonly act: string
  /** The first things that it was about, as `kind/id`; a person with an account is `person/id`, one of the register `register/id`. */
  readonly about: readonly string[]
  /** How many things or people it was about. */
  readonly many: number
  /** The code of a reason, or what an administrator wrote. Never the words of a reason for a reading of the register, which may name somebody. */
  readonly reason: string
  /** What the browser calls itself, where that was written down. */
  readonly device: string
}

/** Where the next page goes on: before which row of each log. A log that was read to its beginning has 0. */
export type AuditCursor = Readonly<Record<AuditLog, number>>

export interface AuditPage {
  readonly entries: readonly AuditEntry[]
  /** Null once every log was read to the beginning of the span. */
  readonly next: AuditCursor | null
  /** Down to which moment the logs were read, epoch ms; null if to their beginning. */
  readonly upTo: number | null
}

/** How many entries a page and an export have at most. */
export const auditBounds = { page: 100, export: 20_000 } as const
