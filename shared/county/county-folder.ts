import type { Actor } from '../core/actor.ts'
import type { Command } from '../core/command.ts'
import type { County } from '../core/county.ts'
import type { NewIncident } from '../records.ts'

/** An invented person of the drill. */
export interface DrillPerson extends Actor { readonly name: string, readonly phone?: string }

/** A drill is a list of commands with their actors and times. Each command passes the same rules as any other. */
export interface Drill {
  readonly incident: NewIncident
  readonly people: readonly DrillPerson[]
  /** The person who signs each day's bulletin. */
  readonly signer: string
  /** Ordered by `at` (epoch ms); no step is later than the moment for which the drill was made. */
  readonly steps: readonly { readonly actor: string, readonly at: number, readonly command: Command }[]
}

export interface CountyFolder {
  readonly county: County
  /** The drill up to `now` (epoch ms, drill time). The same seed and moment always give the same steps. */
  drill?: (now: number, seed: number) => Drill
  /** When the drill begins, in minutes after midnight in the county's time zone. */
  readonly drillAt?: number
}
