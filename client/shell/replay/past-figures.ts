import type { Reader } from '../../../shared/core/board.ts'
import type { DutyRules } from '../../../shared/core/rules.ts'
import { gapsAhead } from '../../../shared/duty/duty.ts'
import { followed, overdue } from '../../../shared/issues/steps.ts'
import { inForce } from '../../../shared/zones/in-force.ts'

/** The figures of a moment (epoch ms), from the records as they were then. Found must equal closed + followed. */
export interface PastFigures {
  readonly found: number
  readonly closed: number
  readonly followed: number
  readonly overdue: number
  readonly shortages: number
  readonly gaps: number
  /** Zones in force. */
  readonly zones: number
  /** Places where a team had checked in. */
  readonly seen: number
}

export function figuresOf(board: Reader, at: number, rules: DutyRules): PastFigures {
  const issues = [...board.all('issue')]
  const open = issues.filter(followed)
  const many = <T>(all: Iterable<T>, test: (one: T) => boolean) => [...all].filter(test).length
  return {
    found: issues.length,
    closed: issues.length - open.length,
    followed: open.length,
    overdue: many(open, issue => overdue(issue, at)),
    shortages: [...board.by('shortage', 'state', 'open')].length,
    gaps: gapsAhead(board, at, rules).length,
    zones: many(board.all('zone'), zone => inForce(zone, at)),
    seen: many(board.all('place'), place => place.inspectedAt !== null),
  }
}

/** The ids that differ between two moments; closed means closed by the later one. */
interface Between {
  readonly found: readonly string[]
  readonly closed: readonly string[]
  readonly zones: readonly string[]
}

export interface Marked { readonly at: number, readonly figures: PastFigures, readonly closed: ReadonlySet<string>, readonly found: ReadonlySet<string>, readonly zones: ReadonlyMap<string, string> }

/** The data kept of a moment, to compare another moment with it. */
export function mark(board: Reader, at: number, rules: DutyRules): Marked {
  const issues = [...board.all('issue')]
  return {
    at,
    figures: figuresOf(board, at, rules),
    found: new Set(issues.map(issue => issue.id)),
    closed: new Set(issues.filter(issue => !followed(issue)).map(issue => issue.id)),
    zones: new Map([...board.all('zone')].map(zone => [zone.id, JSON.stringify([zone.level, zone.ring, zone.validTo, zone.liftedAt])])),
  }
}

/** The differences from the earlier of two moments to the later. */
export function between(a: Marked, b: Marked): Between {
  const [old, young] = a.at <= b.at ? [a, b] : [b, a]
  return {
    found: [...young.found].filter(id => !old.found.has(id)),
    closed: [...young.closed].filter(id => !old.closed.has(id)),
    zones: [...young.zones].filter(([id, shape]) => old.zones.get(id) !== shape).map(([id]) => id),
  }
}
