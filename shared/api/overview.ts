import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import * as v from 'valibot'
import { summary } from '../bulletins/summary.ts'
import { spanAt } from '../core/cut-off.ts'
import { Id, Instant, lineOf, Tally, Title } from '../core/fields.ts'
import { phases } from '../incident/records.ts'
import { dueAt, followed, overdue } from '../issues/steps.ts'
import { sources } from '../supplies/radar.ts'
import { inForce } from '../zones/in-force.ts'
import { zoneLevels } from '../zones/levels.ts'

/** What the level above reads of a county: numbers, late issues, what it lacks and what it can spare. It names nobody. */

/** The most late issues and supplies that an overview lists. */
export const overviewBounds = { late: 50, supplies: 200 } as const

const named = { zh: lineOf(60), en: lineOf(60) }
/** An item of the county's catalogue, and how many of it. */
const some = v.object({ id: Id, ...named, measure: v.object(named), quantity: Tally })
const supplies = v.pipe(v.array(some), v.maxLength(overviewBounds.supplies))

export const OverviewFields = v.object({
  county: v.object({ code: lineOf(40), name: lineOf(60), nameEn: lineOf(60) }),
  incident: v.object({ id: Id, name: Title, phase: v.picklist(phases), drill: v.boolean() }),
  found: Tally,
  foundToday: Tally,
  followed: Tally,
  overdue: Tally,
  closed: Tally,
  zones: v.object(Object.fromEntries(zoneLevels.map(level => [level, Tally])) as Record<(typeof zoneLevels)[number], typeof Tally>),
  /** People that shifts lack which run now or start soon, by the county's rule. */
  missing: Tally,
  /** The issues whose time is over, the longest first. */
  late: v.pipe(v.array(v.object({ id: Id, no: Tally, title: Title, township: lineOf(60), dueAt: Instant })), v.maxLength(overviewBounds.late)),
  /** What open shortages still lack; and what places can spare beyond what they use and the county itself lacks. */
  lacks: supplies,
  spares: supplies,
})
export type Overview = v.InferOutput<typeof OverviewFields>

/** The overview of a board that its reader sees whole, at a moment (epoch ms) of the county's clock; null before an incident was opened. */
export function overviewOf(board: Reader, id: string, facts: Facts, at: number): Omit<Overview, 'county'> | null {
  const incident = board.get('incident', 'incident')
  if (!incident) return null
  const figures = summary(board, spanAt(at, facts), at, facts)
  const late = [...board.all('issue')].filter(issue => followed(issue) && overdue(issue, at)).sort((a, b) => dueAt(a) - dueAt(b))
  const zones = [...board.all('zone')].filter(zone => inForce(zone, at))
  const lacking = new Map<string, number>()
  for (const { supply, quantity, allocated, covered } of board.by('shortage', 'state', 'open')) {
    if (supply) lacking.set(supply, (lacking.get(supply) ?? 0) + Math.max(0, quantity - Math.max(allocated, covered)))
  }
  const items = [...facts.supplies.values()].slice(0, overviewBounds.supplies)
  const spare = (supply: string) => sources(board, facts, supply, { lng: 0, lat: 0 }, 0, at).reduce((sum, one) => sum + one.spare, 0) - (lacking.get(supply) ?? 0)
  const listed = (amount: (supply: string) => number) => items.flatMap(({ id, zh, en, measure }) => {
    const quantity = amount(id)
    return quantity > 0 ? [{ id, zh, en, measure: { zh: measure.zh, en: measure.en }, quantity }] : []
  })
  return {
    incident: { id, name: incident.name, phase: incident.phase, drill: incident.drill },
    found: figures.found,
    foundToday: figures.foundToday,
    followed: figures.followed,
    overdue: figures.overdue,
    closed: figures.closed,
    zones: Object.fromEntries(zoneLevels.map(level => [level, zones.filter(zone => zone.level === level).length])) as Overview['zones'],
    missing: figures.missing,
    late: late.slice(0, overviewBounds.late).map(issue => ({ id: issue.id, no: issue.no, title: issue.title, township: issue.township, dueAt: dueAt(issue) })),
    lacks: listed(supply => lacking.get(supply) ?? 0),
    spares: listed(spare),
  }
}
