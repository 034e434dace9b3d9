import type { IssueState, Severity } from '../records.ts'

/** The wording of the daily bulletin. Names in braces are replaced by values. */
export interface BulletinWords {
  readonly title: string
  /** `{year}` and `{no}`. */
  readonly no: string
  /** In place of the number until the bulletin is signed. */
  readonly unsigned: string
  readonly intro: string
  readonly silent: string
  readonly nobodySilent: string
  readonly headings: Readonly<Record<'townships' | 'aspects' | 'units' | 'today' | 'late' | 'corrections' | 'cases' | 'requirements', string>>
  readonly none: string
  readonly columns: {
    readonly counts: readonly [name: string, found: string, today: string, closed: string, followed: string, overdue: string]
    readonly units: readonly [place: string, name: string, found: string, pace: string, relapse: string, overdue: string]
    readonly issues: readonly [no: string, title: string, where: string, unit: string, state: string, due: string]
    readonly all: readonly [no: string, title: string, aspect: string, severity: string, township: string, place: string, unit: string, state: string, found: string, due: string, since: string]
  }
  readonly total: string
  readonly noUnit: string
  /** Why some units are not ranked. `all` has `{units}` and `{from}`; each unit is written as `one` (`{unit}`, `{closed}`), with `between` between them. */
  readonly unranked: { readonly one: string, readonly all: string, readonly between: string }
  /** `{no}`, `{day}`, `{issue}`, `{title}`, `{field}`, `{was}`, `{is}`. */
  readonly correction: string
  readonly fields: Readonly<Record<'title' | 'aspect' | 'severity' | 'township' | 'unit', string>>
  readonly states: Readonly<Record<IssueState, string>>
  readonly severities: Readonly<Record<Severity, string>>
  readonly sheets: readonly [figures: string, issues: string]
  /** The names of the figures on the first sheet. */
  readonly figures: Readonly<Record<'found' | 'foundToday' | 'closed' | 'closedToday' | 'followed' | 'overdue' | 'relapsedToday' | 'inspections' | 'placesSeen' | 'shortages' | 'gaps' | 'missing' | 'zones', string>>
}
