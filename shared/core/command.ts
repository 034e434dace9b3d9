import type * as v from 'valibot'
import type { Kind } from '../records.ts'
import type { Actor, Role } from './actor.ts'
import type { Draft } from './board.ts'
import type { Facts } from './county.ts'

/** What somebody wants. The id is made on the device and never changes; sending twice is harmless. */
export interface Command {
  readonly id: string
  readonly name: string
  readonly args: unknown
}

/** What a rule may know besides the board: who, when (epoch ms, by the incident's clock), the world's time, and the county's lists. */
export interface Context {
  readonly actor: Actor
  readonly now: number
  /** Epoch ms. Only the clock of a drill asks for it. */
  readonly real: number
  readonly facts: Facts
}

export interface Definition<S extends v.GenericSchema = v.GenericSchema> {
  /** Strict: a key it does not name is refused. */
  readonly args: S
  readonly roles: readonly Role[]
  /**
   * What is told of it besides the records: the kinds on whose timelines it is a step, with the arguments that stand
   * there. For any other kind neither the act nor the actor is told; an argument that is not listed is never told.
   */
  readonly tells?: { readonly [K in Kind]?: readonly (keyof v.InferOutput<S> & string)[] }
  /** Brings in a whole list, which waits (`storage_low`) while the server is short of room. */
  readonly imports?: true
  /**
   * For a command whose work is heavy, or whose button stands on every row of a list: all reasons against it that can be had
   * cheaply. It is asked before `run`, which need not ask again, and alone decides whether a button is on. It writes nothing;
   * the records it needs are of the area of those that `run` writes.
   */
  readonly guard?: (draft: Draft, args: v.InferOutput<S>, context: Context) => void
  /** Guards first, writes last; refuses by throwing a Rejection. */
  run: (draft: Draft, args: v.InferOutput<S>, context: Context) => void
}

/** A command in one object: its arguments, its roles, and what it does. */
export function command<S extends v.GenericSchema>(definition: Definition<S>): Definition<S> {
  return definition
}
