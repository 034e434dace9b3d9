import type { Actor } from '../core/actor.ts'
import type { Command } from '../core/command.ts'
import type { County } from '../core/county.ts'
import type { Incident } from '../records.ts'

/** An invented person of the drill. */
export interface DrillPerson extends Actor { readonly name: string }

/** A drill is a story: who did what, when. It runs through the same rules as everything else. */
export interface Drill {
  readonly incident: Omit<Incident, 'id' | 'clock' | 'cleared'>
  readonly people: readonly DrillPerson[]
  /** The person who signs each day's bulletin. */
  readonly signer: string
  /** Ordered by `at` (epoch ms); none later than the moment the story was made for. */
  readonly steps: readonly { readonly actor: string, readonly at: number, readonly command: Command }[]
}

export interface CountyFolder {
  readonly county: County
  /** The story up to `now` (epoch ms, the drill's own time). The same seed and moment give the same story. */
  drill?: (now: number, seed: number) => Drill
  /** The drill's start: minutes after midnight by the county's clock. */
  readonly drillAt?: number
}
