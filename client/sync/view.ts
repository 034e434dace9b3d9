import type { Change, Reader } from '../../shared/core/board.ts'
import type { Command } from '../../shared/core/command.ts'
import type { Key } from './confirmed.ts'
import { Draft } from '../../shared/core/board.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { keyOf } from './confirmed.ts'

/** While a long queue goes out, the view is made anew once for each of so many parts of it: an answer costs as much as this many commands, however many wait. */
const shares = 32

/** What a person sees: the confirmed records, and the changes of the queue laid over them. */
export class View {
  draft: Draft
  /** A number that changes with every change of the view. */
  version = 0
  /** The commands that have an effect in it. */
  readonly #shown = new Set<string>()
  /** The frames since it was made anew: of their own commits it shows what this device foresaw. */
  behind = 0

  constructor(board: Reader) {
    this.draft = new Draft(board)
  }

  shows(id: string): boolean {
    return this.#shown.has(id)
  }

  lay(command: Command, changes: readonly Change[]): void {
    this.draft.apply(changes)
    this.#shown.add(command.id)
    this.version++
  }

  /** Takes note of commits of the queue. True if the view may show what was foreseen of them for a while, because many still wait. */
  mayWait(commits: readonly { readonly id?: string }[], waiting: number): boolean {
    this.behind++
    this.version++
    return commits.every(({ id }) => id !== undefined && this.shows(id)) && this.behind * shares < waiting
  }

  /** Replays the queue on the board, and gives the keys that may look different. A command that the rules now refuse has no effect. */
  anew<One extends { readonly command: Command }>(board: Reader, queue: readonly One[], decide: (view: Draft, one: One) => readonly Change[]): Key[] {
    const before = this.draft.changes()
    this.draft = new Draft(board)
    this.#shown.clear()
    this.behind = 0
    this.version++
    for (const one of queue) {
      try {
        this.lay(one.command, decide(this.draft, one))
      } catch (error) {
        if (!(error instanceof Rejection)) throw error
      }
    }
    return [...before, ...this.draft.changes()].map(keyOf)
  }
}
