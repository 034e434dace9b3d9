import type { IssueState } from '../../../shared/records.ts'

/** One line of any list: what it is, where, and what presses. */
export interface Row {
  readonly key: string
  readonly title: string
  readonly sub: string
  readonly right: string
  readonly rightSub: string
  readonly tone?: 'overdue' | 'soon' | 'quiet'
  readonly glyph?: { readonly state: IssueState, readonly overdue: boolean }
  readonly icon?: string
}
export interface Group { readonly title: string, readonly tone?: 'overdue', readonly rows: readonly Row[] }
