import type { Command } from '../../shared/core/command.ts'
import type { Refusal } from '../../shared/core/protocol.ts'

/** Work the server said no to. It stays with its author, who may mend it. */
export interface Refused { readonly command: Command, readonly at: number, readonly refusal: Refusal }
