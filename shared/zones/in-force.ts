import type { Zone } from '../records.ts'

/** True if the zone has begun, has not expired and is not lifted at a moment (epoch ms). */
export const inForce = (zone: Zone, at: number): boolean => zone.validFrom <= at && !zone.liftedAt && (!zone.validTo || zone.validTo > at)

/** When the zone was lifted or expires (epoch ms), whichever is first; null while it has no end. */
export const zoneSettledAt = ({ liftedAt, validTo }: Zone): number | null => liftedAt || validTo ? Math.min(liftedAt ?? Infinity, validTo ?? Infinity) : null
