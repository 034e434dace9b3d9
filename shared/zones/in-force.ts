import type { Zone } from '../records.ts'

/** True if the zone has begun, has not expired and is not lifted at a moment (epoch ms). */
export const inForce = (zone: Zone, at: number): boolean => zone.validFrom <= at && !zone.liftedAt && (!zone.validTo || zone.validTo > at)
