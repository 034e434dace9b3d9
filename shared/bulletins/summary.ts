import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import type { DaySpan } from '../core/cut-off.ts'
import type { Figures, Issue } from '../records.ts'
import type { IssueFilter } from './rows-behind.ts'
import { sinceDay } from '../core/by-day.ts'
import { gapsAhead } from '../duty/duty.ts'
import { silentTeams } from '../inspections/planning.ts'
import { followed, overdue, wasLate } from '../issues/steps.ts'
import { issuesOnBoard, paceOf, totalOnBoard } from '../issues/totals.ts'
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
  const issues = issuesOnBoard(board)
  const left = totalOnBoard(board)
  const count = (some: readonly Issue[], settled: number) => tally(some, settled, from, at)
  const parts = (group: Exclude<Split, 'byUnit'>) => split(issues, group, left?.[group], (some, settled = 0) => count(some, settled))
  const gaps = gapsAhead(board, at, facts.rules.duty)
  return {
    ...count(issues, left?.closed ?? 0),
    relapsedToday: issues.filter(issue => (issue.relapsedAt ?? 0) > from).length,
    byAspect: parts('byAspect'),
    byTownship: parts('byTownship'),
    bySeverity: parts('bySeverity'),
    byUnit: split(issues, 'byUnit', left?.byUnit, (some, settled) => ({
      ...count(some, settled?.closed ?? 0),
      relapses: some.reduce((sum, { relapses }) => sum + relapses, settled?.relapses ?? 0),
      pace: pace(some, settled?.pace ?? {}),
      late: some.filter(issue => wasLate(issue, at)).length + (settled?.late ?? 0),
    })),
    inspections: [...sinceDay(board, 'inspection', 'begun', from)].filter(one => begunSince(one, from)).length,
    placesSeen: [...board.all('place')].filter(one => seenSince(one, from)).length,
    silentTeams: silentTeams(board, day, at, facts).map(team => team.id),
    shortages: [...board.by('shortage', 'state', 'open')].length,
    gaps: gaps.length,
    missing: gaps.reduce((sum, shift) => sum + shift.needed - shift.claimedBy.length, 0),
    zones: [...board.all('zone')].filter(one => inForce(one, at)).length,
  }
}

/** What has left the board was settled before the span began: it counts as found and as closed, and in nothing else. */
function tally(issues: readonly Issue[], settled: number, from: number, at: number): Counts {
  const open = issues.filter(followed)
  return {
    found: issues.length + settled,
    foundToday: issues.filter(issue => issue.foundAt > from).length,
    closed: issues.length - open.length + settled,
    closedToday: issues.filter(issue => !followed(issue) && issue.since > from).length,
    followed: open.length,
    overdue: open.filter(issue => overdue(issue, at)).length,
  }
}

/** The counts under each name of a group, of the issues on the board and of what has left it. */
function split<L, T>(issues: readonly Issue[], group: Split, left: Readonly<Record<string, L>> = {}, count: (some: readonly Issue[], settled: L | undefined) => T): Record<string, T> {
  const lists = new Map<string, Issue[]>(Object.keys(left).map(name => [name, []]))
  for (const issue of issues) {
    const name = issue[fields[group]] ?? 'none'
    const list = lists.get(name)
    if (list) list.push(issue)
    else lists.set(name, [issue])
  }
  return Object.fromEntries([...lists].map(([name, some]) => [name, count(some, left[name])]))
}

/**
 * The median of the share of allowed time that each closed issue used, in whole per cent, so that a unit with urgent issues does not look slower.
 * `settled`: how many of those that left the board used which share.
 */
function pace(issues: readonly Issue[], settled: Readonly<Record<string, number>>): number | null {
  const times = new Map(Object.entries(settled).map(([share, many]) => [Number(share), many]))
  for (const issue of issues) {
    if (issue.state === 'closed') times.set(paceOf(issue), (times.get(paceOf(issue)) ?? 0) + 1)
  }
  const inOrder = [...times].sort(([a], [b]) => a - b)
  const all = inOrder.reduce((sum, [, many]) => sum + many, 0)
  const [low, high] = [Math.floor((all - 1) / 2), Math.floor(all / 2)].map((rank) => {
    let before = 0
    return inOrder.find(([, many]) => (before += many) > rank)?.[0]
  })
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2)
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
