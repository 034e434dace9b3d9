import type { Correction, Letter, Slip } from '../records.ts'

/** When papers about issues are settled (epoch ms). None of them is ever changed. */

/** With the new deadline that it sets: until then its unit works by it. */
export const letterSettledAt = ({ dueAt }: Letter): number => dueAt

export const slipSettledAt = ({ at }: Slip): number => at

export const correctionSettledAt = ({ at }: Correction): number => at
