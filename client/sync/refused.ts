import type { Command } from '../../shared/core/command.ts'
import type { Refusal } from '../../shared/core/protocol.ts'

/** Work that the server refused. It stays with its author, who may correct it. */
export interface RefusedWork { readonly command: Command, readonly at: number, readonly refusal: Refusal }
