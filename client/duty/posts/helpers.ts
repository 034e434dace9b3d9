import type { Actor } from '../../../shared/core/actor.ts'
import type { Shift } from '../../../shared/records.ts'
import { shallowRef } from 'vue'
import { metres } from '../../../shared/core/distance.ts'
import { untrained } from '../../../shared/duty/duty.ts'
import { fatigueOf, tiredness } from '../../../shared/duty/fatigue.ts'
import { record, records } from '../../core/board.ts'
import { ask } from '../../core/http.ts'
import { county } from '../../core/session.ts'
import { assign } from './assign-words.ts'

/** Volunteers whom a planner may put on a shift: fetched on demand, without names, kept in memory only. */
export const helpers = shallowRef<readonly Actor[] | null>(null)
export const fetchHelpers = async () => helpers.value = await ask<Actor[]>('/api/names/helpers')

const hour = 3_600_000

export interface Candidate {
  readonly id: string
  /** Since their last shift before this one (ms); null when there was none. */
  readonly rest: number | null
  /** Metres from where they last stood; null when they have not. */
  readonly away: number | null
  readonly fatigue: ReturnType<typeof fatigueOf>
  /** Why the limits say no, in words; null: rested. */
  readonly no: string | null
  readonly busy: boolean
}

function byPerson(): ReadonlyMap<string, readonly Shift[]> {
  const held = new Map<string, Shift[]>()
  for (const shift of records('shift')) {
    for (const person of shift.claimedBy) held.set(person, [...held.get(person) ?? [], shift])
  }
  return held
}

/** Everybody who could be asked, with what speaks for and against them; and how many lack what the post asks for. */
export function candidates(shift: Shift, now: number): { readonly list: readonly Candidate[], readonly unfit: number } {
  const clock = county.value
  if (!clock || !helpers.value) return { list: [], unfit: 0 }
  const held = byPerson()
  const free = helpers.value.filter(one => !shift.claimedBy.includes(one.id))
  const fit = free.filter(one => !untrained(shift, one, clock))
  const list = fit.map(({ id }): Candidate => {
    const mine = held.get(id) ?? []
    const fatigue = fatigueOf(id, mine, shift.startsAt, clock)
    const stood = mine.filter(one => one.startsAt <= now).sort((a, b) => b.startsAt - a.startsAt)[0]
    const refusal = tiredness(shift, mine, clock)
    const other = record('shift', refusal?.detail ?? '')
    const gap = other ? Math.round(Math.max(shift.startsAt - other.endsAt, other.startsAt - shift.endsAt) / hour) : Math.round(fatigue.hours)
    return {
      id,
      rest: fatigue.rest === null ? null : fatigue.rest * hour,
      away: stood ? Math.round(metres(shift, stood)) : null,
      fatigue,
      no: refusal && (assign.value.reasons[refusal.code]?.(gap, other?.title ?? refusal.detail ?? '') ?? refusal.code),
      busy: refusal?.code === 'shift_clash',
    }
  })
  return { list, unfit: free.length - fit.length }
}

/** The nearest or the longest rested first; people without a known position come last. */
export const orders = {
  near: (a: Candidate, b: Candidate) => (a.away ?? Infinity) - (b.away ?? Infinity) || (b.rest ?? Infinity) - (a.rest ?? Infinity) || (a.id < b.id ? -1 : 1),
  rest: (a: Candidate, b: Candidate) => (b.rest ?? 1e12) - (a.rest ?? 1e12) || (a.away ?? Infinity) - (b.away ?? Infinity) || (a.id < b.id ? -1 : 1),
} as const
