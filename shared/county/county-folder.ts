import type { NewCareNeed, NewCarePerson } from '../care/people.ts'
import type { CareRight } from '../care/rights.ts'
import type { Actor } from '../core/actor.ts'
import type { Command } from '../core/command.ts'
import type { County } from '../core/county.ts'
import type { NewHelp } from '../help/requests.ts'
import type { NewIncident } from '../records.ts'
import type { fileTypes } from '../recovery/plan-record.ts'

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

/** The invented people of a drill's vault: who enters whom into the register, with what they need, who was granted what, and the help requests. */
export interface DrillCare {
  readonly rights: readonly (readonly [person: string, right: CareRight])[]
  readonly entries: readonly { readonly by: string, readonly person: NewCarePerson, readonly needs: readonly NewCareNeed[] }[]
  /** What people without an account ask for. */
  readonly help: readonly NewHelp[]
}

/** A file that a plan of the drill carries, under the SHA-256 of its bytes. */
export interface DrillFile { readonly hash: string, readonly name: string, readonly type: (typeof fileTypes)[number], readonly content: Uint8Array }

export interface CountyFolder {
  readonly county: County
  /** The drill up to `now` (epoch ms, drill time). The same seed and moment always give the same steps. */
  drill?: (now: number, seed: number) => Drill
  /** The drill's register of people who need care, at `now` (epoch ms, drill time). It is in no command. */
  readonly drillCare?: (now: number) => DrillCare
  /** The files that the drill's plans carry. */
  readonly drillFiles?: readonly DrillFile[]
  /** When the drill begins, in minutes after midnight in the county's time zone. */
  readonly drillAt?: number
}
