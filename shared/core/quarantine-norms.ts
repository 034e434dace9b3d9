import type { Worded } from './worded.ts'

/** What a county sets for quarantine sites (隔离点) and transfers (转运). */
export interface QuarantineNorms {
  /** Kinds of places with rooms for people in quarantine. */
  readonly kinds: readonly string[]
  /** The group that all guests belong to, and the groups with special needs, among the groups that are counted at sealed sites. */
  readonly guests: string
  readonly needs: readonly string[]
  /** A transfer is late this many minutes after its planned departure or arrival. */
  readonly lateMinutes: number
  /** Where each of these comes from. */
  readonly sources: Readonly<Record<'needs' | 'late', Worded>>
}
