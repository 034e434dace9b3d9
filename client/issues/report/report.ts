import type { CheckItem, County } from '../../../shared/core/county.ts'
import type { Issue, Severity } from '../../../shared/records.ts'
import { metres } from '../../../shared/core/distance.ts'
import { severities } from '../../../shared/records.ts'

/** The county data that fills in a report, and the records it is compared with. */

/** The unit responsible by the county's division of work; null when there is none. */
export function unitFor(county: County, kind: string | undefined, aspect: string, township: string): string | null {
  const route = county.routes.find(one => (one.kind === undefined || one.kind === kind) && (one.aspect === undefined || one.aspect === aspect))
  if (!route) return null
  return route.unit === 'township' ? county.units.find(unit => unit.township === township)?.id ?? null : route.unit
}

/** For several problems: the shortest deadline, and the aspect of the first. */
export function fromChecklist(items: readonly CheckItem[]): { severity: Severity, aspect: string } | null {
  const [first] = items
  if (!first) return null
  const urgency = Math.min(...items.map(item => severities.indexOf(item.severity)))
  return { severity: severities[urgency] ?? first.severity, aspect: first.aspect }
}

const week = 7 * 86_400_000

/** Reports that may be the same problem: one title contains the other, found in the last week, at the same place or within 50 metres. */
export function similar(issues: readonly Issue[], title: string, where: { place: string | null, lng: number | null, lat: number | null }, now: number): Issue[] {
  const wanted = title.trim()
  if (!wanted) return []
  const spot = where.lng !== null && where.lat !== null ? { lng: where.lng, lat: where.lat } : null
  return issues.filter(issue => issue.foundAt > now - week
    && (issue.title.includes(wanted) || wanted.includes(issue.title))
    && ((where.place !== null && issue.place === where.place) || (spot !== null && metres(issue, spot) <= 50)))
}
