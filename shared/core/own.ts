import type { AnyRecord, Kind } from '../records.ts'

/** Fields that replace the shown ones; the whole record if the audience does not see it. */
export type Part = Partial<AnyRecord>
/** `part` is null when the part is gone. */
export interface Own { readonly kind: Kind, readonly id: string, readonly part: Part | null }
