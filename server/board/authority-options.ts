import type { Actor } from '../../shared/core/actor.ts'
import type { Command } from '../../shared/core/command.ts'
import type { Facts } from '../../shared/core/county.ts'
import type { Answer } from '../../shared/core/protocol.ts'

/** What the servers that share a board know of who decides its commands. */
export interface Others {
  /** True while this process decides them. */
  readonly holds: () => boolean
  /** False if another may have decided meanwhile: then nobody is refused by what is on the board here. */
  readonly sure: () => boolean
  /** Looks who decides them: what this process wrote was refused. Rejects while that cannot be known. */
  readonly lost: () => Promise<void>
  /** Gives a command to the server that decides, and returns its answer. If that is this process by then, `here` decides it. */
  readonly give: (command: Command, actor: Actor, here: () => Promise<Answer>) => Promise<Answer>
}

/** Without others this process decides everything. */
export const alone: Others = { holds: () => true, sure: () => true, lost: async () => {}, give: (_command, _actor, here) => here() }

export interface Options {
  readonly facts: Facts
  /** The real time, epoch ms. */
  readonly now?: () => number
  /** How many changes stay in memory, with their commits, for devices that were away for a short time. */
  readonly tail?: number
  /** How many commands may share one transaction and its one fsync. */
  readonly batch?: number
  readonly onBug?: (error: unknown, command?: Command) => void
  /** Called when nothing could be written because the disk is full. */
  readonly onFull?: () => void
  /** True while imports are refused (`storage_low`), so that single commands have the remaining space. */
  readonly importsWait?: () => boolean
  /** The other servers, one of which decides the commands of this board. */
  readonly others?: Others
  /** Called with each answer: the ms since its command arrived, and whether it was accepted. */
  readonly onAnswered?: (ms: number, ok: boolean) => void
}
