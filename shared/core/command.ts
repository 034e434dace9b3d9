import type * as v from 'valibot'
import type { Kind } from '../records.ts'
import type { Actor, Role } from './actor.ts'
import type { Draft } from './board.ts'
import type { Facts } from './county.ts'

/** What somebody wants to do. The id is made on the device and never changes, so sending it twice is harmless. */
export interface Command {
  readonly id: string
  readonly name: string
  readonly args: unknown
}

/** What a rule may know besides the board: who acts, when, and the county's lists. */
export interface Context {
  readonly actor: Actor
  /** Epoch ms, by the incident's clock. */
  readonly now: number
  /** Epoch ms, the real time. Only the commands for a drill's clock and for the end of an incident use it. */
  readonly real: number
  readonly facts: Facts
  /** Checks the code of a post at an instant (epoch ms). Only the server has the keys and this check: the hashes are not part of a device's first script. */
  readonly codeFits?: (key: string, code: string, at: number) => boolean
}

export interface Definition<S extends v.GenericSchema = v.GenericSchema> {
  /** Must be strict, so that unknown keys are refused. */
  readonly args: S
  readonly roles: readonly Role[]
  /**
   * The kinds of records whose timelines show this command, each with the arguments shown there. Readers of other kinds
   * learn neither the command nor its actor. An argument that is not listed is never shown.
   */
  readonly tells?: { readonly [K in Kind]?: readonly (keyof v.InferOutput<S> & string)[] }
  /** True for a command that is given after the incident has ended too. All others are then refused. */
  readonly afterEnd?: true
  /** True for a command that brings in a whole list: `storage_low` refuses it while the server is short of disk space. */
  readonly imports?: true
  /** True for a command that is no news to anybody: the feed leaves it out. */
  readonly routine?: true
  /** For a command that is a small part of the work on a record of this kind, one shop of a sweep: the feed shows all of this work as one line. */
  readonly gathers?: Kind
  /**
   * For a command whose work is heavy, or whose button is on every row of a list: the checks that are cheap. The guard runs
   * before `run`, which need not repeat them, and it alone decides whether the button is enabled. It writes nothing. The
   * records it needs must be in the same area as those that `run` writes.
   */
  readonly guard?: (draft: Draft, args: v.InferOutput<S>, context: Context) => void
  /** Checks first, writes last. Refuses by throwing a Rejection. */
  run: (draft: Draft, args: v.InferOutput<S>, context: Context) => void
}

/** A command in one object: its arguments, its roles, and what it does. */
export function command<S extends v.GenericSchema>(definition: Definition<S>): Definition<S> {
  return definition
}
