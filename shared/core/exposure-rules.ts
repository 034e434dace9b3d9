import type { Worded } from './worded.ts'

/** One condition of a checklist for a closed place. It states what must be so. */
export interface ExposureItem extends Worded { readonly id: string }

/** What a county sets for exposure places (涉疫场所). */
export interface ExposureRules {
  /** Places this near are listed as neighbours, in metres. */
  readonly near: number
  /** How a place becomes known as exposed. */
  readonly origins: readonly ExposureItem[]
  readonly lists: Readonly<Record<'closing' | 'disinfection', readonly ExposureItem[]>>
  /** Where the lists and the distance come from. */
  readonly source: Worded
}
