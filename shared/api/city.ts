import type { Role } from '../core/actor.ts'
import type { Overview } from './overview.ts'

/** A city's view over counties, each on a server of its own: what the city's page shows. */

/** Who sees the counties of a city: people of the level above, with an account on the city's server. */
export const cityReaders = ['overseer'] as const satisfies readonly Role[]

/** What is wrong with the newest reading of a county: no answer in time, no right to read, or an answer that is none of ours. */
export type CountyTrouble = 'no_answer' | 'refused' | 'garbled'

/** One county, with the last good answer and when it came (epoch ms); both null until there was one. */
export interface CountyView { readonly name: string, readonly url: string, readonly overviews: readonly Overview[] | null, readonly readAt: number | null, readonly trouble: CountyTrouble | null }

/** One county lacks what another can spare. */
export interface Cover { readonly zh: string, readonly en: string, readonly measure: { readonly zh: string, readonly en: string }, readonly lacks: number, readonly in: string, readonly spares: number, readonly from: string }

/** The most lines of late issues, and of supplies, on the page. */
export const cityBounds = { late: 200, covers: 200 } as const

/** What happens now: practice is no part of it beside a real incident. */
const counted = ({ overviews }: CountyView): readonly Overview[] => {
  const real = overviews?.filter(({ incident }) => !incident.drill) ?? []
  return real.length ? real : overviews ?? []
}

type Items = Overview['lacks']
/**
 * Two counties mean the same supply if both catalogues have it under the same id and in the same measure: the names may differ, a count of packs
 * and one of pieces are never compared.
 */
const sameSupply = (one: Items[number], other: Items[number]) => one.id === other.id && one.measure.zh === other.measure.zh

/** Shortages beside what other counties can spare, the largest shortages first. A drill covers nothing of a real incident. */
export function coversOf(counties: readonly CountyView[]): Cover[] {
  const all = counties.flatMap(county => counted(county).map(overview => ({ county, overview })))
  return all.flatMap(({ county, overview }) => overview.lacks.flatMap(lack => all
    .filter(other => other.county !== county && other.overview.incident.drill === overview.incident.drill)
    .flatMap((other) => {
      const spare = other.overview.spares.find(one => sameSupply(one, lack))
      return spare ? [{ zh: lack.zh, en: lack.en, measure: lack.measure, lacks: lack.quantity, in: county.name, spares: spare.quantity, from: other.county.name }] : []
    }))).sort((a, b) => b.lacks - a.lacks).slice(0, cityBounds.covers)
}

/** The late issues of all counties, the longest first. */
export function lateIn(counties: readonly CountyView[]): (Overview['late'][number] & { readonly county: CountyView, readonly incident: string })[] {
  return counties.flatMap(county => counted(county).flatMap(({ incident, late }) => late.map(one => ({ ...one, county, incident: incident.id }))))
    .sort((a, b) => a.dueAt - b.dueAt)
    .slice(0, cityBounds.late)
}
