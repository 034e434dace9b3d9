import type { IssueState } from '../../../shared/records.ts'

/** The content of one line of a list: the title, where it is, and how urgent it is. */
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

/** A line of a long list that is told apart without its words: they are made for the lines that are seen. */
export interface Line { readonly key: string, readonly row: () => Row }
export interface Group { readonly title: string, readonly tone?: 'overdue', readonly lines: readonly Line[] }
