import type { Round, Sampling, Tube } from '../records.ts'

/** When a record was settled (epoch ms); null while it is not. */

export const roundSettledAt = ({ closedAt }: Round): number | null => closedAt
export const samplingSettledAt = ({ closedAt }: Sampling): number | null => closedAt
export const tubeSettledAt = ({ settledAt }: Tube): number | null => settledAt
