import type { Command } from '../../shared/core/command.ts'
import type { Refusal } from '../../shared/core/protocol.ts'

/** Work that the server refused. It stays on its author's device, so that the author can correct it. */
export interface RefusedWork { readonly command: Command, readonly at: number, readonly refusal: Refusal }
