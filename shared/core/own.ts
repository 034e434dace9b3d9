import type { AnyRecord, Kind } from '../records.ts'

/** Fields in place of those shown; of a record that the audience does not see, the whole. */
export type Part = Partial<AnyRecord>
/** `part` is null when the part is gone. */
export interface Own { readonly kind: Kind, readonly id: string, readonly part: Part | null }
