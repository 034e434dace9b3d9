import type { ChildProcess } from 'node:child_process'
import type { Nemesis } from './nemesis.ts'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'

/** Numbers by name: how many, how long, how large. */
export type Size = Readonly<Record<string, number>>

/** One named fault or attack, and the figures that must hold against it. */
export interface Fault {
  /** The full size; each number can be given as an option of the same name. */
  readonly size: Size
  /** What `npm test` runs. */
  readonly tiny: Size
  /** Minutes that its full size may take; 15 when it says nothing. */
  readonly minutes?: number
  /** Options that are on or off, by name: `--forge-pong`. */
  readonly switches?: readonly string[]
  /** Runs the attack and counts. With `sabotage` the defence is off, only in this harness, and `ok` must be false. */
  readonly run: (size: Size, how: How) => Promise<Outcome>
  /** Processes that `run` starts with `spawnPart`, by name. */
  readonly parts?: Readonly<Record<string, (...args: readonly string[]) => Promise<void>>>
}

export interface How {
  readonly seed: number
  readonly sabotage: boolean
  readonly switches: ReadonlySet<string>
  /** What happens to servers, as `--nemesis kill,pause` says: everything if it names nothing, nothing without it. */
  readonly nemesis: readonly Nemesis[]
  /** Starts one part of the fault in a separate process, which ends with this one. */
  readonly spawnPart: (part: string, ...args: readonly string[]) => ChildProcess
}

export interface Outcome { readonly ok: boolean, readonly [figure: string]: unknown }

export const starter = (name: string): How['spawnPart'] => (part, ...args) =>
  fork(process.argv[1] ?? '', ['part', name, part, ...args], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })

/** The next message of a process; fails when the process ends before it. */
export async function heard<T>(child: ChildProcess): Promise<T> {
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`a process ended early with ${code}`)
  })
  const [message] = await Promise.race([once(child, 'message'), gone]) as [T]
  return message
}
