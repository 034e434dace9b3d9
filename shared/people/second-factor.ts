import type { Actor } from '../core/actor.ts'
import { careRights, careScope } from '../care/rights.ts'
import { logReaders, mayKnowName } from '../core/actor.ts'

/** Who must have a second factor, and what a person is told about theirs. */

/** True for who reads the log, and for those whose role may let them read data of people who are no colleagues: volunteers, and people of the register. */
export function mustHaveFactor({ id, role, township, grid }: Actor): boolean {
  if (role === 'system') return false
  const volunteer: Actor = { id: '', role: 'volunteer', township }
  return logReaders.includes(role) || mayKnowName({ id, role, township, grid }, volunteer) || careScope({ id, role, township, grid, rights: careRights }) !== null
}

/** What a session still owes: the second factor of its person, or that they set one up. */
export type Owed = 'factor' | 'enrol'

/** A passkey as its person sees it. Times are epoch ms. */
export interface ListedPasskey {
  readonly id: string
  readonly name: string
  readonly createdAt: number
  readonly usedAt: number | null
  /** When it was refused because another device seems to have a copy of it. */
  readonly doubtedAt: number | null
}

export interface FactorState {
  readonly owes: Owed | null
  /** True if they have an app for codes. */
  readonly app: boolean
  readonly recoveryLeft: number
  readonly passkeys: readonly ListedPasskey[]
  /** Whether browsers can make passkeys for the board's address. */
  readonly passkeysWork: boolean
  /** From when on (epoch ms) this person cannot sign in without one; null if they have one, or need none. */
  readonly dueAt: number | null
}

/** How long a person has to set one up, once it is required. */
export const graceDays = { least: 0, most: 90, usual: 14 } as const

/** Minutes for which a second factor or a sign-in link counts as fresh: for acts that give rights to others, and for opening names, which people do all day. */
export const freshMinutes = { acts: 10, names: 12 * 60 } as const

/** The most passkeys of a person, and characters of a name. */
export const passkeyBounds = { each: 10, name: 40 } as const
