import type { Figures } from '../records.ts'

/** Ranks units by shares, never by counts. A unit with so few issues that its shares mean nothing is not ranked. */

export interface Ranked {
  readonly unit: string
  /** 1 is the best. Units with equal scores share a place. */
  readonly place: number
  readonly found: number
  /** The median share of the allowed time that closed issues used, in per cent. */
  readonly pace: number
  /** The share of closings that were followed by a relapse, in per cent. */
  readonly relapse: number
  /** The share of issues that are overdue or were fixed late, in per cent. Uses the same times as `pace`. */
  readonly late: number
}
interface Unranked { readonly unit: string, readonly found: number, readonly closed: number }

const percent = (of: number, all: number) => all ? Math.round(of / all * 1000) / 10 : 0
const measures = ['pace', 'relapse', 'late'] as const

/**
 * Orders units by the sum of their places in three rankings: pace, relapses and lateness. A unit with fewer closed issues than
 * `from` is not ranked, because its median means nothing.
 */
export function ranking(byUnit: Figures['byUnit'], from: number): { readonly ranked: readonly Ranked[], readonly unranked: readonly Unranked[] } {
  const units = Object.entries(byUnit).filter(([unit]) => unit !== 'none')
  const fair = units.filter(([, { closed, pace }]) => closed >= from && pace !== null)
  const rows = fair.map(([unit, { found, closed, overdue, late, relapses, pace }]) =>
    ({ unit, found, pace: pace ?? 0, relapse: percent(relapses, closed + relapses), late: percent(late ?? overdue, found) }))
  const placeIn = (measure: (typeof measures)[number], value: number) => 1 + rows.filter(row => row[measure] < value).length
  const scored = rows.map(row => ({ ...row, score: measures.reduce((sum, measure) => sum + placeIn(measure, row[measure]), 0) }))
  const ranked = scored
    .map(({ score, ...row }) => ({ ...row, place: 1 + scored.filter(one => one.score < score).length }))
    .sort((a, b) => a.place - b.place || b.found - a.found || (a.unit < b.unit ? -1 : 1))
  const unranked = units.filter(one => !fair.includes(one)).map(([unit, { found, closed }]) => ({ unit, found, closed })).sort((a, b) => b.found - a.found)
  return { ranked, unranked }
}
