/** The acts in the log of readings of the register. */
export const careActs = ['list', 'find', 'open', 'add', 'change', 'merge', 'done', 'import', 'export', 'copy', 'delete', 'grant', 'revoke', 'plan', 'hold', 'release', 'destroy', 'refused', 'unconfirmed'] as const
export type CareAct = (typeof careActs)[number]

/** A row of the log as its readers see it: ids, no names. */
export interface CareReading {
  readonly id: number
  readonly who: string
  readonly act: CareAct
  /** The id of the person it was about; null for a list. */
  readonly person: string | null
  readonly people: number
  readonly reason: string
  readonly words: string
  readonly at: number
  /** By the incident's clock; null in older rows. */
  readonly clockAt: number | null
}
