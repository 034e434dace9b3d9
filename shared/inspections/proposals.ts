import type { Reader } from '../core/board.ts'
import type { RouteWeights } from '../core/rules.ts'
import type { Issue, Place } from '../records.ts'
import { metres } from '../core/distance.ts'
import { followed, overdue } from '../issues/steps.ts'

/** Proposes each team's route for a day by weights that the meeting sees and can change. People may change the routes freely. */

const day = 86_400_000

export interface Reasons { readonly unseen: number, readonly open: number, readonly late: number, readonly relapsed: number }
export interface Stop { readonly place: string, readonly reasons: Reasons, /** Without the distance. */ readonly score: number }

/** Why a place is worth a visit at `now` (epoch ms). Days without inspection count up to fourteen. */
export function reasonsFor(place: Place, issues: readonly Issue[], now: number): Reasons {
  return {
    unseen: Math.min(14, place.inspectedAt === null ? 14 : Math.floor((now - place.inspectedAt) / day)),
    open: issues.filter(followed).length,
    late: issues.filter(issue => overdue(issue, now)).length,
    relapsed: issues.filter(issue => issue.relapses > 0 && followed(issue)).length,
  }
}

export const scoreOf = (reasons: Reasons, weights: RouteWeights): number =>
  reasons.unseen * weights.unseen + reasons.open * weights.open + reasons.late * weights.late + reasons.relapsed * weights.relapsed

interface Asked { readonly now: number, readonly weights: RouteWeights, /** Places that are on a route already. */ readonly taken: ReadonlySet<string>, /** Place kinds that are left out, because they are swept. */ readonly without?: readonly string[] }

/**
 * A route for each team, by the team's id: only in its own townships, with `weights.stops` stops and no place twice. The place
 * with the highest score in each township is always included; then come the places with the best score less distance.
 */
export function proposeRoutes(board: Reader, { now, weights, taken, without = [] }: Asked): ReadonlyMap<string, readonly Stop[]> {
  return new Map([...board.all('team')].sort((a, b) => a.no - b.no).map((team) => {
    const rated = [...new Set(team.townships)].flatMap(township => [...board.by('place', 'township', township)]).filter(place => !place.retired && !taken.has(place.id) && !without.includes(place.kind)).map((place) => {
      const reasons = reasonsFor(place, [...board.by('issue', 'place', place.id)], now)
      return { place, reasons, score: scoreOf(reasons, weights) }
    }).sort((a, b) => b.score - a.score || (a.place.id < b.place.id ? -1 : 1))
    return [team.id, route(rated, team.townships, weights).map(({ place, reasons, score }) => ({ place: place.id, reasons, score }))] as const
  }))
}

interface Rated { readonly place: Place, readonly reasons: Reasons, readonly score: number }

/** One team's route. `rated` must be sorted by score, highest first. */
function route(rated: readonly Rated[], townships: readonly string[], { stops, kilometre }: RouteWeights): readonly Rated[] {
  const first = new Set(townships.flatMap(township => rated.find(one => one.place.township === township) ?? []).slice(0, stops))
  const must = rated.filter(one => first.has(one))
  const chosen = new Set<Rated>()
  let from: Place | null = null
  while (chosen.size < Math.min(stops, rated.length)) {
    const next = worthiest(chosen.size < must.length ? must : rated, chosen, from, kilometre)
    if (!next) break
    chosen.add(next)
    from = next.place
  }
  return [...chosen]
}

/** The place that is not chosen yet and has the best score less distance; of equals, the one with the smaller id. */
function worthiest(rated: readonly Rated[], chosen: ReadonlySet<Rated>, from: Place | null, kilometre: number): Rated | null {
  let best: { readonly one: Rated, readonly worth: number } | null = null
  for (const one of rated) {
    // Distance only lowers the worth, so no later place can be better than the best so far.
    if (best && kilometre >= 0 && one.score < best.worth) break
    if (chosen.has(one)) continue
    const worth = one.score - (from ? metres(from, one.place) / 1000 * kilometre : 0)
    if (!best || worth > best.worth || (worth === best.worth && one.place.id < best.one.place.id)) best = { one, worth }
  }
  return best?.one ?? null
}

/** The issue titles found more than once since a moment (epoch ms), most frequent first: a focus for tomorrow. */
export function frequent(issues: Iterable<Issue>, since: number, most = 3): { readonly title: string, readonly times: number }[] {
  const times = new Map<string, number>()
  for (const { title, foundAt } of issues) {
    if (foundAt >= since) times.set(title, (times.get(title) ?? 0) + 1)
  }
  return [...times].filter(([, n]) => n > 1).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most).map(([title, n]) => ({ title, times: n }))
}
