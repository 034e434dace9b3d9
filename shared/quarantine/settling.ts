import type { Batch, Transfer } from '../records.ts'

/** When a record was settled (epoch ms); null while it is not. */

export const batchSettledAt = ({ leftAt }: Batch): number | null => leftAt
/** A transfer is settled when it was cancelled, or has arrived and its vehicle was disinfected. */
export const transferSettledAt = ({ state, cancelledAt, disinfectedAt }: Transfer): number | null => state === 'cancelled' ? cancelledAt : state === 'arrived' ? disinfectedAt : null
