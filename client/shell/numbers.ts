import type { DutyRules } from '../../shared/core/rules.ts'
import type { Issue, Kind, Records, Shift, Shortage } from '../../shared/records.ts'
import type { Measure } from '../core/layers.ts'
import { isGap } from '../../shared/duty/duty.ts'
import { unseen } from '../../shared/inspections/coverage.ts'
import { dueAt, followed, overdue } from '../../shared/issues/steps.ts'
import { isUrgent } from '../../shared/supplies/radar.ts'

const day = 24 * 3_600_000

/** The strip's figures, counted from the records alone. Found must equal closed + followed. Times are epoch ms. */
export interface Numbers {
  readonly found: number
  readonly closed: number
  readonly followed: number
  readonly overdue: number
  /** How long the oldest overdue issue has been overdue, in ms. */
  readonly longest: number
  readonly foundToday: number
  readonly closedToday: number
  readonly shortages: number
  /** Shortages that run out within a day and are not fully allocated. */
  readonly shortagesSoon: number
  /** Shifts that lack people and are running or start within the county's `gapAhead` hours. `missing` counts the people. */
  readonly gaps: number
  readonly missing: number
}

type Ahead = Pick<DutyRules, 'gapAhead'>

/** `issues` are those on the board; `settled` is the number that have left it. */
export function count(issues: readonly Issue[], settled: number, shifts: readonly Shift[], shortages: readonly Shortage[], now: number, today: number, ahead: Ahead): Numbers {
  let [closed, late, longest, foundToday, closedToday] = [0, 0, 0, 0, 0]
  for (const issue of issues) {
    if (issue.foundAt >= today) foundToday++
    if (!followed(issue)) {
      closed++
      if (issue.since >= today) closedToday++
    } else if (overdue(issue, now)) {
      late++
      longest = Math.max(longest, now - dueAt(issue))
    }
  }
  const short = shortages.filter(one => one.state === 'open')
  const gaps = shifts.filter(shift => isGap(shift, now, ahead))
  return {
    found: issues.length + settled,
    closed: closed + settled,
    followed: issues.length - closed,
    overdue: late,
    longest,
    foundToday,
    closedToday,
    shortages: short.length,
    shortagesSoon: short.filter(one => isUrgent(one, now)).length,
    gaps: gaps.length,
    missing: gaps.reduce((sum, shift) => sum + shift.needed - shift.claimedBy.length, 0),
  }
}

/** Issues found per day, oldest first. The last is the day that starts at `today` (epoch ms). */
export function foundByDay(issues: readonly Issue[], today: number, days: number): number[] {
  const bars = Array.from<number>({ length: days }).fill(0)
  for (const issue of issues) {
    const back = Math.ceil((today - issue.foundAt) / day)
    const index = days - 1 - Math.max(0, back)
    if (index >= 0) bars[index] = (bars[index] ?? 0) + 1
  }
  return bars
}

/** The counts at which the four shades begin. Unvisited places need higher ones, because there are many more places than issues. */
export const shadesOf = (measure: Measure): readonly [number, number, number, number] => measure === 'unseen' ? [1, 10, 30, 60] : [1, 2, 4, 6]

/** The input of the colours. A place last visited before `unseenSince` (epoch ms) counts as unvisited. */
interface Counted extends Ahead { readonly all: <K extends Kind>(kind: K) => readonly Records[K][], readonly now: number, readonly unseenSince: number }

/** The number that colours each township. */
export function byTownship(measure: Measure, { all, now, unseenSince, gapAhead }: Counted): Map<string, number> {
  const counted = {
    open: () => all('issue').filter(followed),
    overdue: () => all('issue').filter(issue => overdue(issue, now)),
    shortages: () => all('shortage').filter(one => one.state === 'open'),
    gaps: () => all('shift').filter(shift => isGap(shift, now, { gapAhead })),
    unseen: () => all('place').filter(place => unseen(place, unseenSince)),
  }[measure]()
  const totals = new Map<string, number>()
  for (const { township } of counted) totals.set(township, (totals.get(township) ?? 0) + 1)
  return totals
}
