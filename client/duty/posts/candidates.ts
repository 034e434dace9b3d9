import type { Actor } from '../../../shared/core/actor.ts'
import type { Reader } from '../../../shared/core/board.ts'
import type { Spot } from '../../../shared/core/distance.ts'
import type { Clock } from '../../../shared/duty/fatigue.ts'
import type { Shift } from '../../../shared/records.ts'
import { metres } from '../../../shared/core/distance.ts'
import { untrained } from '../../../shared/duty/duty.ts'
import { fatigueOf, tiredness } from '../../../shared/duty/fatigue.ts'
import { assign } from './assign-words.ts'

const hour = 3_600_000

export interface Candidate {
  readonly id: string
  /** Rest since their last shift before this one, in ms; null if they had none. */
  readonly rest: number | null
  /** Metres from the place of their latest shift that has begun; null if there is none. */
  readonly away: number | null
  readonly township?: string
  /** Metres from the seat of their township, for somebody whose last post is not known; else null. */
  readonly home: number | null
  readonly skills: readonly string[]
  /** Their latest shift that has begun; null if there is none. */
  readonly last: Shift | null
  readonly fatigue: ReturnType<typeof fatigueOf>
  /** The limit that this shift would break, in words; null if it breaks none. */
  readonly no: string | null
  readonly busy: boolean
}

function byPerson(shifts: readonly Shift[]): ReadonlyMap<string, readonly Shift[]> {
  const held = new Map<string, Shift[]>()
  for (const shift of shifts) {
    for (const person of shift.claimedBy) {
      const known = held.get(person)
      if (known) known.push(shift)
      else held.set(person, [shift])
    }
  }
  return held
}

/** `now` in epoch ms; `seats` by township. */
interface Known { readonly board: Pick<Reader, 'all'>, readonly helpers: readonly Actor[], readonly shifts: readonly Shift[], readonly seats: ReadonlyMap<string, Spot>, readonly clock: Clock, readonly now: number }

/** Everybody who meets the requirements of a shift, with their rest, distance and limits; `unfit` counts those who do not. */
export function candidates(shift: Shift, { board, helpers, shifts, seats, clock, now }: Known): { readonly list: readonly Candidate[], readonly unfit: number } {
  const held = byPerson(shifts)
  const free = helpers.filter(one => !shift.claimedBy.includes(one.id))
  const fit = free.filter(one => !untrained(board, shift, one, clock))
  const list = fit.map(({ id, township, skills = [] }): Candidate => {
    const mine = held.get(id) ?? []
    const fatigue = fatigueOf(id, mine, shift.startsAt, clock)
    const stood = mine.filter(one => one.startsAt <= now).sort((a, b) => b.startsAt - a.startsAt)[0]
    const seat = seats.get(township ?? '')
    const refusal = tiredness(shift, mine, clock)
    const other = mine.find(one => one.id === refusal?.detail)
    const gap = other ? Math.round(Math.max(shift.startsAt - other.endsAt, other.startsAt - shift.endsAt) / hour) : Math.round(fatigue.hours)
    return {
      id,
      rest: fatigue.rest === null ? null : fatigue.rest * hour,
      township,
      last: stood ?? null,
      away: stood ? Math.round(metres(shift, stood)) : null,
      home: seat && !stood ? Math.round(metres(shift, seat)) : null,
      skills,
      fatigue,
      no: refusal && (assign.value.reasons[refusal.code]?.(gap, other?.title ?? refusal.detail ?? '') ?? refusal.code),
      busy: refusal?.code === 'shift_clash',
    }
  })
  return { list, unfit: free.length - fit.length }
}

const distance = ({ away, home }: Candidate) => away ?? home ?? 1e12
const nearer = (a: Candidate, b: Candidate) => distance(a) - distance(b)

/** Nearest first or longest rested first. In `near`, people without a known position come last. */
export const orders = {
  near: (a: Candidate, b: Candidate) => nearer(a, b) || (b.rest ?? Infinity) - (a.rest ?? Infinity) || (a.id < b.id ? -1 : 1),
  rest: (a: Candidate, b: Candidate) => (b.rest ?? 1e12) - (a.rest ?? 1e12) || nearer(a, b) || (a.id < b.id ? -1 : 1),
} as const
