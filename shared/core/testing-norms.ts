import type { Worded } from './worded.ts'

/** What a county sets for mass testing (大规模核酸检测). */
export interface TestingNorms {
  /** Kinds of places at which people are sampled. */
  readonly siteKinds: readonly string[]
  /** How many people one sampling site, and one table of it, serves: from the fewest to the most. */
  readonly sitePeople: readonly [fewest: number, most: number]
  readonly tablePeople: readonly [fewest: number, most: number]
  /** People on duty at each table, and at each site besides. */
  readonly staff: { readonly table: number, readonly site: number }
  /** A site has this many hours before its pace is judged, and is silent when its last figures are older than `silent` hours. */
  readonly first: number
  readonly silent: number
  /** Within how many hours the people of a positive mixed tube are tested one by one. */
  readonly tubeHours: number
  /** Where each of these comes from. */
  readonly sources: Readonly<Record<'sites' | 'staff' | 'pace' | 'tubes', Worded>>
}
