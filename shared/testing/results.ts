import type { Reader } from '../core/board.ts'
import type { Place, Round, Sampling, Tube } from '../records.ts'
import { latestOf, samplingId, sitesOf } from './figures.ts'

/** What closing the round now would make of it: positive once a tube was confirmed, incomplete while results or answers are missing. */
export function resultOf(sites: readonly Sampling[], tubes: readonly Tube[]): NonNullable<Round['result']> {
  if (tubes.some(({ state }) => state === 'confirmed')) return 'positive'
  const missing = sites.some((site) => {
    const last = latestOf(site)
    return !last || last.reported < last.sampled
  })
  return missing || !sites.length || tubes.some(({ state }) => state === 'open') ? 'incomplete' : 'negative'
}

export const tubesOf = (board: Reader, round: string): readonly Tube[] => [...board.by('tube', 'round', round)]

/** The last closed round in which people at these places were tested, and what it found for them. The rule is that of `lastNegativeRound`. */
export function lastRound(board: Reader, places: readonly Pick<Place, 'id' | 'township'>[]): { readonly round: Round, readonly result: NonNullable<Round['result']> } | null {
  const closed = [...board.by('round', 'state', 'closed')].sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0))
  for (const round of closed) {
    const sites = sitesFor(board, round.id, places)
    const at = new Set(sites.map(site => site.place))
    if (sites.length) return { round, result: resultOf(sites, tubesOf(board, round.id).filter(tube => at.has(tube.place))) }
  }
  return null
}

/**
 * The last closed round that was negative for the people at these places, or null. A condition for lifting a zone: give the places inside. Those
 * that were sites of the round count; where none was, the sites of the townships in which the places lie, because people went there. Each of
 * these sites must have every result, and no tube of theirs may be confirmed or still open. Of a newer closed round that was not negative there, no
 * older one makes up for it: then the answer is null.
 */
export function lastNegativeRound(board: Reader, places: readonly Pick<Place, 'id' | 'township'>[]): Round | null {
  const last = lastRound(board, places)
  return last?.result === 'negative' ? last.round : null
}

function sitesFor(board: Reader, round: string, places: readonly Pick<Place, 'id' | 'township'>[]): readonly Sampling[] {
  const inside = places.map(place => board.get('sampling', samplingId(round, place.id))).filter(site => site !== undefined)
  if (inside.length) return inside
  const townships = new Set(places.map(place => place.township))
  return sitesOf(board, round).filter(site => townships.has(site.township))
}
