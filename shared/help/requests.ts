import type { HelpKind } from '../core/care-rules.ts'
import type { Facts } from '../core/county.ts'
import * as v from 'valibot'
import { Id, Instant, lineOf, lines, Maybe, NewId, Tally } from '../core/fields.ts'

/** Help requests: what a person without an account asks for, and what becomes of it. All of it stays in the vault; a board holds figures only. */

const minute = 60_000
/** Digits as dialled, with + for another country. */
const Phone = v.pipe(v.string(), v.transform(text => text.replace(/[\s-]/g, '')), v.regex(/^\+?\d{5,15}$/))

export const newHelp = v.strictObject({
  /** Made on the device: the same request sent twice is one. */
  id: NewId,
  kind: Id,
  township: Id,
  grid: Maybe(Id),
  what: v.pipe(lines(500), v.minLength(2)),
  where: v.pipe(lineOf(120), v.minLength(2)),
  name: v.optional(lineOf(40), ''),
  phone: Phone,
})
export type NewHelp = v.InferOutput<typeof newHelp>

/** Letters and digits that nobody confuses when they are read aloud. */
export const codeLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const codeLength = 8
export const helpSecret = v.strictObject({ no: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e9)), code: v.pipe(v.string(), v.toUpperCase(), v.regex(/^[2-9A-HJ-NP-Z]{8}$/)) })
export type HelpSecret = v.InferOutput<typeof helpSecret>

export const helpStates = ['waiting', 'taken', 'done', 'declined'] as const
export type HelpState = (typeof helpStates)[number]

/** The stages of an urgent transport (绿色通道), in their order. */
export const rideStages = ['called', 'left', 'aboard', 'arrived'] as const
export type RideStage = (typeof rideStages)[number]
const ride = v.strictObject({ hospital: v.pipe(lineOf(60), v.minLength(1)), vehicle: v.pipe(lineOf(20), v.minLength(1)), phone: Phone })
export type Ride = v.InferOutput<typeof ride>

/** What somebody at work does with a request. */
export const helpAct = v.variant('act', [
  v.strictObject({ act: v.literal('take') }),
  v.strictObject({ act: v.literal('ride'), ...ride.entries }),
  v.strictObject({ act: v.literal('stage'), stage: v.picklist(rideStages), at: Instant }),
  v.strictObject({ act: v.literal('done'), words: v.pipe(lineOf(200), v.minLength(1)) }),
  v.strictObject({ act: v.literal('decline'), words: v.pipe(lineOf(200), v.minLength(1)) }),
])
export type HelpAct = v.InferOutput<typeof helpAct>

/** What the requester learns, and nobody else by their code. */
export interface HelpAnswer {
  readonly no: number
  readonly kind: string
  readonly state: HelpState
  readonly at: number
  readonly takenAt: number | null
  readonly endedAt: number | null
  /** The answer in words; empty until there is one. */
  readonly words: string
  /** The vehicle that is on its way, without anybody's phone. */
  readonly ride: { readonly hospital: string, readonly vehicle: string, readonly stages: Readonly<Partial<Record<RideStage, number>>> } | null
  /** The duty phone of the grid or the township; empty if there is none. */
  readonly call: string
}

/** A request as a list shows it. */
export interface MaskedHelp {
  readonly id: string
  readonly no: number
  readonly kind: string
  readonly township: string
  readonly grid: string | null
  readonly state: HelpState
  readonly at: number
  readonly takenAt: number | null
  readonly takenBy: string | null
  readonly endedAt: number | null
  /** How many others of the household asked for the same. */
  readonly joined: number
  readonly rides: boolean
  readonly name: string
  readonly phone: string
}

/** A request as the person who works on it reads it. */
export interface OpenHelp extends Omit<MaskedHelp, 'name' | 'phone'> {
  readonly asks: readonly Ask[]
  readonly words: string
  readonly ride: (Ride & { readonly stages: Readonly<Partial<Record<RideStage, number>>> }) | null
}
/** One asking; a household can ask several times. */
export type Ask = Pick<NewHelp, 'what' | 'where' | 'name' | 'phone'> & { readonly at: number }

export const helpKind = ({ care }: Pick<Facts, 'care'>, id: string): HelpKind | undefined => care.help.kinds.find(one => one.id === id)

/** When a request that nobody has taken rises to the township, and to headquarters (epoch ms). */
export function risesAt(facts: Pick<Facts, 'care'>, { kind, at }: { readonly kind: string, readonly at: number }): readonly [township: number, headquarters: number] {
  const [township, headquarters] = helpKind(facts, kind)?.rises ?? [0, 0]
  return [at + township * minute, at + headquarters * minute]
}

/** The figures of a grid, or of a township where no grid is known. */
export const helpTally = v.strictObject({ township: Id, grid: Maybe(Id), open: Tally, waiting: Tally, urgent: Tally, newAt: Maybe(Instant), urgentAt: Maybe(Instant), risenAt: Maybe(Instant), farAt: Maybe(Instant) })
export type HelpTally = v.InferOutput<typeof helpTally>

/** The figures of requests that are not settled, at `now`, both by the incident's clock. */
export function talliesOf(facts: Pick<Facts, 'care'>, requests: readonly { readonly township: string, readonly grid: string | null, readonly kind: string, readonly at: number, readonly state: HelpState }[], now: number): HelpTally[] {
  const found = new Map<string, { -readonly [K in keyof HelpTally]: HelpTally[K] }>()
  const later = (one: number | null, other: number) => Math.max(one ?? 0, other)
  for (const { township, grid, kind, at, state } of requests) {
    const key = grid ?? township
    const tally = found.get(key) ?? { township, grid, open: 0, waiting: 0, urgent: 0, newAt: null, urgentAt: null, risenAt: null, farAt: null }
    found.set(key, tally)
    tally.open++
    if (state !== 'waiting') continue
    const urgent = helpKind(facts, kind)?.urgent ?? false
    const [township_, headquarters] = risesAt(facts, { kind, at })
    tally.waiting++
    tally.newAt = later(tally.newAt, at)
    if (urgent) {
      tally.urgent++
      tally.urgentAt = later(tally.urgentAt, at)
    }
    if (township_ <= now) tally.risenAt = later(tally.risenAt, township_)
    if (headquarters <= now) tally.farAt = later(tally.farAt, headquarters)
  }
  return [...found.values()]
}
