import type { County } from '../../shared/core/county.ts'
import type { Bulletin, Correction, Incident, Issue } from '../../shared/records.ts'

/** The part of the county that a paper names: small, since it is sent to another process. */
export type Lists = Pick<County, 'townships' | 'aspects' | 'units' | 'office' | 'timeZone' | 'rules'>
export const listsOf = ({ townships, aspects, units, office, timeZone, rules }: County): Lists => ({ townships, aspects, units, office, timeZone, rules })

/** An issue as it stood at the cut-off, as far as a paper tells of it. */
export type PaperIssue = Pick<Issue, 'id' | 'no' | 'title' | 'township' | 'aspect' | 'severity' | 'unit' | 'state' | 'foundAt' | 'since'> & {
  readonly place: string
  /** Until when it is due now, and whether that was over at the cut-off. */
  readonly due: number
  readonly late: boolean
}

/** What a day's bulletin is written from. */
export interface BulletinSource {
  readonly lists: Lists
  readonly incident: Incident
  readonly bulletin: Bulletin
  readonly corrections: readonly (Correction & { readonly issueNo: number, readonly title: string })[]
  /** Names of the teams without a report. */
  readonly silent: readonly string[]
  readonly issues: readonly PaperIssue[]
}
