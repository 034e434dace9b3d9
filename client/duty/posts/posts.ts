import type { Post, Shift } from '../../../shared/records.ts'
import { computed } from 'vue'
import { dayName, dayNumber, endOfDay, numberOfDay } from '../../../shared/core/calendar.ts'
import { only, township } from '../../base/lists/filters.ts'
import { record, records } from '../../core/board.ts'
import { minute } from '../../core/clock.ts'
import { inUrl } from '../../core/selection.ts'
import { county, me } from '../../core/session.ts'
import { hasGap } from '../gaps.ts'

/** What the posts page shows: one week of posts and their shifts. */

const daysShown = 7
const zone = () => county.value?.timeZone ?? 'UTC'
const dayAt = (at: number) => dayNumber(at, zone())

const from = inUrl('from')
const today = computed(() => dayAt(minute.value))
/** The first day of the grid, such as 2022-05-23. Defaults to today. */
export const firstDay = computed<string>({
  get: () => /^\d{4}-\d{2}-\d{2}$/.test(from.value) ? from.value : dayName(today.value),
  set: day => from.value = day === dayName(today.value) ? '' : day,
})
export const turnPages = (by: number) => firstDay.value = dayName(numberOfDay(firstDay.value) + by * daysShown)
export const backToToday = () => firstDay.value = dayName(today.value)
/** The days of the grid, as day numbers in the county's time zone. */
export const shownDays = computed(() => Array.from({ length: daysShown }, (_, i) => numberOfDay(firstDay.value) + i))
/** True if shifts of these days may have left the board, so that the grid may be incomplete. */
export const leftBefore = computed(() => endOfDay(dayName(shownDays.value[0] ?? 0)) < (record('incident', 'incident')?.cleared.shift ?? 0))
export const isToday = (day: number) => day === today.value

/** The state of a shift. `gap` lacks people soon, `lacking` only later on. */
export type Staffing = 'over' | 'closed' | 'full' | 'gap' | 'lacking'
export interface Cell { readonly shift: Shift, readonly staffing: Staffing }
export interface WeekRow {
  readonly post: Post | null
  /** One list for each day of the grid, earliest shift first. */
  readonly days: readonly (readonly Cell[])[]
  readonly lacks: boolean
}

function staffingOf(shift: Shift, at: number): Staffing {
  if (shift.endsAt <= at) return 'over'
  if (!shift.open) return 'closed'
  if (shift.claimedBy.length >= shift.needed) return 'full'
  return hasGap(shift, at) ? 'gap' : 'lacking'
}

/** Posts and their shifts. The last row holds the shifts that belong to no post. */
export const week = computed<readonly WeekRow[]>(() => {
  const at = minute.value
  const byPost = new Map<string, Cell[][]>()
  for (const shift of records('shift')) {
    const column = shownDays.value.indexOf(dayAt(shift.startsAt))
    if (column < 0 || (township.value && shift.township !== township.value)) continue
    const key = shift.post ?? ''
    const days = byPost.get(key) ?? shownDays.value.map((): Cell[] => [])
    byPost.set(key, days)
    days[column]?.push({ shift, staffing: staffingOf(shift, at) })
  }
  const line = (post: Post | null): WeekRow => {
    const days = byPost.get(post?.id ?? '') ?? shownDays.value.map(() => [])
    for (const cells of days) cells.sort((a, b) => a.shift.startsAt - b.shift.startsAt)
    return { post, days, lacks: days.flat().some(({ staffing }) => staffing === 'gap' || staffing === 'lacking') }
  }
  const posts = records('post').filter(post => !township.value || post.township === township.value)
  const open = [...posts].sort((a, b) => Number(b.open) - Number(a.open) || (a.title < b.title ? -1 : 1))
  const lines = [...open.map(line), ...byPost.has('') ? [line(null)] : []]
  return only.value === 'gap' ? lines.filter(one => one.lacks) : lines
})

/** Places of one kind where this person may set up a post: an officer only in their own township. */
export const placesOf = (kind: string) => records('place').filter(place => place.kind === kind && !place.retired && (me.value?.role !== 'officer' || place.township === me.value.township))
export const postAt = (place: string) => records('post').find(post => post.place === place && post.open)

/** A post as if it were a shift that runs now: its risk and what it asks for follow from that. */
export const asNow = (one: Post) => ({ ...one, startsAt: minute.value, endsAt: minute.value + 1 })
