import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { DaySpan } from '../core/cut-off.ts'
import type { Figures, Issue } from '../records.ts'
import type { IssueFilter } from './rows-behind.ts'
import { sinceDay } from '../core/by-day.ts'
import { gapsAhead } from '../duty/duty.ts'
import { silentTeams } from '../inspections/planning.ts'
import { followed, overdue, timeUsed, wasLate } from '../issues/steps.ts'
import { inForce } from '../zones/in-force.ts'
import { begunSince, seenSince } from './rows-behind.ts'

/** The day's figures from a board, and the filter for the rows behind each. In every group found = closed + followed. */

export type Counts = Figures['byAspect'][string]
export const splits = ['byAspect', 'byTownship', 'byUnit', 'bySeverity'] as const
export type Split = (typeof splits)[number]
export const counted = ['found', 'foundToday', 'closed', 'closedToday', 'followed', 'overdue'] as const
export type Counted = (typeof counted)[number]

const fields = { byAspect: 'aspect', byTownship: 'township', byUnit: 'unit', bySeverity: 'severity' } as const

/** The figures of a day span, as they are at a moment (epoch ms) within it. */
export function summary(board: Reader, { day, from }: Pick<DaySpan, 'day' | 'from'>, at: number, facts: Facts): Figures {
  const issues = [...board.all('issue')]
  const parts = (group: Split) => split(issues, issue => issue[fields[group]] ?? 'none')
  const count = (some: readonly Issue[]) => tally(some, from, at)
  const gaps = gapsAhead(board, at, facts.rules.duty)
  return {
    ...count(issues),
    relapsedToday: issues.filter(issue => (issue.relapsedAt ?? 0) > from).length,
    byAspect: parts('byAspect')(count),
    byTownship: parts('byTownship')(count),
    bySeverity: parts('bySeverity')(count),
    byUnit: parts('byUnit')(some => ({ ...count(some), relapses: some.reduce((sum, { relapses }) => sum + relapses, 0), pace: pace(some), late: some.filter(issue => wasLate(issue, at)).length })),
    inspections: [...sinceDay(board, 'inspection', 'begun', from)].filter(one => begunSince(one, from)).length,
    placesSeen: [...board.all('place')].filter(one => seenSince(one, from)).length,
    silentTeams: silentTeams(board, day, at, facts).map(team => team.id),
    shortages: [...board.by('shortage', 'state', 'open')].length,
    gaps: gaps.length,
    missing: gaps.reduce((sum, shift) => sum + shift.needed - shift.claimedBy.length, 0),
    zones: [...board.all('zone')].filter(one => inForce(one, at)).length,
  }
}

function tally(issues: readonly Issue[], from: number, at: number): Counts {
  const open = issues.filter(followed)
  return {
    found: issues.length,
    foundToday: issues.filter(issue => issue.foundAt > from).length,
    closed: issues.length - open.length,
    closedToday: issues.filter(issue => !followed(issue) && issue.since > from).length,
    followed: open.length,
    overdue: open.filter(issue => overdue(issue, at)).length,
  }
}

function split(issues: readonly Issue[], key: (issue: Issue) => string) {
  const lists = new Map<string, Issue[]>()
  for (const issue of issues) {
    const name = key(issue)
    const list = lists.get(name)
    if (list) list.push(issue)
    else lists.set(name, [issue])
  }
  return <T>(count: (some: readonly Issue[]) => T): Record<string, T> => Object.fromEntries([...lists].map(([name, some]) => [name, count(some)]))
}

/** The median share of the allowed time that closed issues used, in per cent. A share, so that units with longer deadlines do not look slower. */
function pace(issues: readonly Issue[]): number | null {
  const shares = issues.filter(issue => issue.state === 'closed').map(timeUsed).sort((a, b) => a - b)
  const [low, high] = [shares[Math.floor((shares.length - 1) / 2)], shares[Math.floor(shares.length / 2)]]
  return low === undefined || high === undefined ? null : Math.round((low + high) * 50)
}

export type Figure = Counted | 'relapsedToday' | 'late'

const measures: Readonly<Record<Figure, (from: string) => IssueFilter>> = {
  found: () => ({ state: 'all' }),
  foundToday: from => ({ state: 'all', when: 'found', from }),
  closed: () => ({ state: 'closed' }),
  closedToday: from => ({ state: 'closed', when: 'closed', from }),
  followed: () => ({}),
  overdue: () => ({ late: '1' }),
  late: () => ({ state: 'all', late: 'ever' }),
  relapsedToday: from => ({ state: 'all', when: 'relapsed', from }),
}

/** The filter of the issues behind a figure of a day span that began at `from` (epoch ms), in total or within one group. */
export const issuesBehind = (measure: Figure, from: number, group?: Split, name?: string): IssueFilter =>
  ({ ...measures[measure](String(from)), ...group && { [fields[group]]: name } })
