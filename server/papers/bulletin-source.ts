import type { County } from '../../shared/core/county.ts'
import type { Bulletin, Correction, Incident, Issue } from '../../shared/records.ts'

/** The part of the county that papers need. It is sent to another process, so it must stay small. */
export type Lists = Pick<County, 'townships' | 'aspects' | 'units' | 'office' | 'timeZone' | 'rules'>
export const listsOf = ({ townships, aspects, units, office, timeZone, rules }: County): Lists => ({ townships, aspects, units, office, timeZone, rules })

/** An issue as it was at the cut-off, with the fields that papers show. */
export type PaperIssue = Pick<Issue, 'id' | 'no' | 'title' | 'township' | 'aspect' | 'severity' | 'unit' | 'state' | 'foundAt' | 'since'> & {
  readonly place: string
  /** The deadline (epoch ms). */
  readonly due: number
  /** Whether the issue was overdue at the cut-off. */
  readonly late: boolean
}

/** The content of a day's bulletin. */
export interface BulletinSource {
  readonly lists: Lists
  readonly incident: Incident
  readonly bulletin: Bulletin
  readonly corrections: readonly (Correction & { readonly issueNo: number, readonly title: string })[]
  /** The names of the teams that sent no report that day. */
  readonly silent: readonly string[]
  readonly issues: readonly PaperIssue[]
}
