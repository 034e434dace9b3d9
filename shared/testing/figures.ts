import type { Draft, Reader } from '../core/board.ts'
import type { TestingNorms } from '../core/testing-norms.ts'
import type { Round, Sampling } from '../records.ts'
import { joinedId } from '../core/joined-id.ts'
import { reject } from '../core/rejection.ts'

const hour = 3_600_000

export const samplingId = (round: string, place: string): string => joinedId('_', round, place)

/** The figures that count: the newest by their time. Undefined if the site has entered none. */
export const latestOf = ({ entries }: Sampling): Sampling['entries'][number] | undefined => entries.at(-1)

export const paces = ['missed', 'behind', 'silent', 'waiting', 'steady', 'done'] as const
export type Pace = (typeof paces)[number]

/**
 * How a site is doing now (epoch ms). `behind`: at its rate so far it will not reach its target by the end, which is said while there is still
 * time. `silent`: nothing was entered for too long to know. `waiting`: too early to tell. `missed`: the round is over and people are missing.
 */
export function paceOf(site: Sampling, round: Round, now: number, norms: Pick<TestingNorms, 'first' | 'silent'>): Pace {
  const last = latestOf(site)
  if (last && last.sampled >= site.target) return 'done'
  if (round.closedAt !== null || now >= round.endsAt) return 'missed'
  if (now < round.startsAt + norms.first * hour) return 'waiting'
  if (now - (last?.at ?? round.startsAt) > norms.silent * hour) return 'silent'
  // The rate is that of the time that the figures are about, so that it does not fall from one entry to the next.
  if (!last) return 'waiting'
  return projectedOf(site, round, norms) < site.target ? 'behind' : 'steady'
}

/** How many people the site will have sampled at the end of the round, at the rate so far. */
export function projectedOf(site: Sampling, { startsAt, endsAt }: Round, { first }: Pick<TestingNorms, 'first'>): number {
  const last = latestOf(site)
  if (!last) return 0
  const since = Math.max(last.at - startsAt, first * hour)
  return Math.floor(last.sampled / since * Math.max(endsAt - startsAt, since))
}

export const lagging = (pace: Pace): boolean => pace === 'behind' || pace === 'silent' || pace === 'missed'

export interface Sum { readonly target: number, readonly sampled: number, readonly reported: number, readonly tubes: number, readonly sites: number }

/** The figures of several sites together. `target` replaces the sum of their targets, where a township was given one. */
export function sumOf(sites: readonly Sampling[], target?: number): Sum {
  const sum = { target: 0, sampled: 0, reported: 0, tubes: 0, sites: sites.length }
  for (const site of sites) {
    const last = latestOf(site)
    sum.target += site.target
    sum.sampled += last?.sampled ?? 0
    sum.reported += last?.reported ?? 0
    sum.tubes += last?.tubes ?? 0
  }
  return { ...sum, target: target ?? sum.target }
}

export const isOpen = ({ closedAt }: Round): boolean => closedAt === null

/** The round, if it is open. Rejects with `round_closed`. */
export function openRoundOf(draft: Draft, id: string): Round {
  const round = draft.need('round', id)
  if (!isOpen(round)) reject('round_closed')
  return round
}

/** The sites of a round. */
export const sitesOf = (board: Reader, round: string): readonly Sampling[] => [...board.by('sampling', 'round', round)]
