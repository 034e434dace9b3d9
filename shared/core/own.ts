import type { AnyRecord, Kind } from '../records.ts'

/** The fields of a record that one person sees differently from their audience; the whole record if the audience does not see it. */
export type Part = Partial<AnyRecord>
/** One person's own part of a record. `part` is null once the person has none. */
export interface Own { readonly kind: Kind, readonly id: string, readonly part: Part | null }
