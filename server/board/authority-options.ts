import type { Command } from '../../shared/core/command.ts'
import type { Facts } from '../../shared/core/county.ts'

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
  /** False if another process may have written meanwhile: then nobody is refused by what is on the board here. */
  readonly sure?: () => boolean
  /** Called with each answer: the ms since its command arrived, and whether it was accepted. */
  readonly onAnswered?: (ms: number, ok: boolean) => void
}
