import type { ExposureItem, ExposureRules } from '../core/exposure-rules.ts'
import type { Exposure } from '../records.ts'

export const isReleased = ({ releasedAt }: Pick<Exposure, 'releasedAt'>): boolean => releasedAt !== null
/** When it was settled (epoch ms); null while the place is closed. */
export const exposureSettledAt = ({ releasedAt }: Exposure): number | null => releasedAt

/** Every condition of both lists, those for closing first. */
export const itemsOf = ({ lists }: ExposureRules): readonly ExposureItem[] => [...lists.closing, ...lists.disinfection]
/** The conditions that nobody has ticked. */
export const openItems = ({ checks }: Pick<Exposure, 'checks'>, rules: ExposureRules): readonly ExposureItem[] => itemsOf(rules).filter(({ id }) => !Object.hasOwn(checks, id))

/** `closed` once all conditions are ticked; `closing` until then. */
export type Standing = 'closing' | 'closed' | 'released'
export function standingOf(exposure: Exposure, rules: ExposureRules): Standing {
  if (isReleased(exposure)) return 'released'
  return openItems(exposure, rules).length ? 'closing' : 'closed'
}

/** When the exposure began and ended, over all windows (epoch ms). */
export const spanOf = ({ windows }: Pick<Exposure, 'windows'>): { readonly from: number, readonly to: number } =>
  ({ from: Math.min(...windows.map(one => one.from)), to: Math.max(...windows.map(one => one.to)) })
