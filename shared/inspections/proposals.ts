import type { Reader } from '../core/board.ts'
import type { RouteWeights } from '../core/county.ts'
import type { Issue, Place, Team } from '../records.ts'
import { metres } from '../core/distance.ts'
import { followed, overdue } from '../issues/steps.ts'

/** Proposes each team's route of a day by visible weights. People change it freely. */

const day = 86_400_000

export interface Reasons { readonly unseen: number, readonly open: number, readonly late: number, readonly relapsed: number }
export interface Stop { readonly place: string, readonly reasons: Reasons, /** Before the way there is counted. */ readonly score: number }

/** Why a place is worth a visit at that moment (epoch ms); days unseen count up to fourteen. */
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

interface Asked { readonly now: number, readonly weights: RouteWeights, /** Places that are on somebody's route already. */ readonly taken: ReadonlySet<string>, /** Kinds that are swept, not visited. */ readonly without?: readonly string[] }

/**
 * A route for each team: equally many stops, only in its own townships, no place twice. First the place of each township
 * with the highest weight, then the best weight for the distance from the stop before.
 */
export function proposeRoutes(board: Reader, { now, weights, taken, without = [] }: Asked): ReadonlyMap<string, readonly Stop[]> {
  const issuesAt = new Map<string, Issue[]>()
  for (const issue of board.all('issue')) {
    if (issue.place) issuesAt.set(issue.place, [...issuesAt.get(issue.place) ?? [], issue])
  }
  const places = [...board.all('place')].filter(place => !place.retired && !taken.has(place.id) && !without.includes(place.kind))
  return new Map([...board.all('team')].sort((a, b) => a.no - b.no).map((team: Team) => {
    const rated = places
      .filter(place => team.townships.includes(place.township))
      .map((place) => {
        const reasons = reasonsFor(place, issuesAt.get(place.id) ?? [], now)
        return { place, reasons, score: scoreOf(reasons, weights) }
      })
      .sort((a, b) => b.score - a.score || (a.place.id < b.place.id ? -1 : 1))
    const first = new Set(team.townships.flatMap(township => rated.find(one => one.place.township === township) ?? []).slice(0, weights.stops))
    const route: typeof rated = []
    while (route.length < Math.min(weights.stops, rated.length)) {
      const from = route.at(-1)?.place
      const left = rated.filter(one => !route.includes(one))
      const must = left.filter(one => first.has(one))
      const worth = (one: (typeof rated)[number]) => one.score - (from ? metres(from, one.place) / 1000 * weights.kilometre : 0)
      const [next] = (must.length ? must : left).sort((a, b) => worth(b) - worth(a) || (a.place.id < b.place.id ? -1 : 1))
      if (!next) break
      route.push(next)
    }
    return [team.id, route.map(({ place, reasons, score }) => ({ place: place.id, reasons, score }))] as const
  }))
}

/** What was found most often since a moment (epoch ms): a focus for tomorrow, the most frequent first. */
export function frequent(issues: Iterable<Issue>, since: number, most = 3): { readonly title: string, readonly times: number }[] {
  const times = new Map<string, number>()
  for (const { title, foundAt } of issues) {
    if (foundAt >= since) times.set(title, (times.get(title) ?? 0) + 1)
  }
  return [...times].filter(([, n]) => n > 1).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most).map(([title, n]) => ({ title, times: n }))
}
