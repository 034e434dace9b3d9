import type { Shift } from '../../shared/records.ts'
import { computed } from 'vue'
import { dayNumber } from '../../shared/core/calendar.ts'
import { records } from '../core/board.ts'
import { may } from '../core/may.ts'
import { county } from '../core/session.ts'

const days = new Map<number, number>()
/** Cached: calendar arithmetic is slow, and many shifts start at the same time. */
function dayOf(at: number): number {
  let day = days.get(at)
  if (day === undefined) days.set(at, day = dayNumber(at, county.value?.timeZone ?? 'UTC'))
  return day
}

/** The days on which each person holds a shift. */
const daysHeld = computed(() => {
  const known = new Map<string, Set<number>>()
  for (const shift of records('shift')) {
    for (const person of shift.claimedBy) {
      const own = known.get(person) ?? new Set()
      known.set(person, own.add(dayOf(shift.startsAt)))
    }
  }
  return known
})

/** How many holders of a shift reach `warnDays`, the number of days in a row at which the county warns. Always 0 for people who do not plan. */
export function wornOn(shift: Shift): number {
  const from = county.value?.rules.duty.warnDays
  if (!from || !may('assignShift')) return 0
  const day = dayOf(shift.startsAt)
  return shift.claimedBy.filter(person => Array.from({ length: from }, (_, back) => day - back).every(one => daysHeld.value.get(person)?.has(one))).length
}
