/** A check of all logs against their marks. */
export interface Verified {
  /** When it ended, and how long it took, in ms. */
  readonly at: number
  readonly ms: number
  /** The id of who asked for it. */
  readonly by: string
  readonly logs: number
  readonly rows: number
  /** With the marks of how many backups they were compared too. */
  readonly backups: number
  /** How many backups were changed or cannot be read, so that nothing was compared with them. */
  readonly unread: number
  /** What differs, in Chinese and English, as `中文 / English`. */
  readonly wrong: readonly { readonly log: string, readonly what: string }[]
}

export interface Verifying {
  /** How many rows of about how many were read; null unless a check runs. */
  readonly running: { readonly rows: number, readonly of: number } | null
  readonly last: Verified | null
  /** Whether the check that was asked for last could not be made. */
  readonly failed: boolean
}
