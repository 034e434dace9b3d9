import type { Commit } from '../../shared/core/protocol.ts'
import type { AnyRecord } from '../../shared/records.ts'

/** A commit with the record before each of its changes, so that audiences that lose sight of a record can be told. */
export interface Applied { readonly commit: Commit, readonly before: readonly (AnyRecord | undefined)[] }
