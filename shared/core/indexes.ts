import type { Kind, Records } from '../records.ts'
import { dayKey } from './calendar.ts'

/**
 * The indexes of the board: each gives the keys of a record. A command's rule must ask by id or by index, never scan a kind that
 * grows. Only work that concerns all records reads them all: a day's figures of issues and places and its spot checks, and the
 * notices due each minute.
 */

type Keys<K extends Kind> = (record: Records[K]) => readonly string[]
const one = (key: string | null): readonly string[] => key === null ? [] : [key]

/** Where shifts follow each other: at their post, or at their place if they have none. */
export const turnsAt = ({ post, place }: Pick<Records['shift'], 'post' | 'place'>): readonly string[] => one(post ? `post/${post}` : place && `place/${place}`)

export const indexes = {
  shift: {
    holder: shift => shift.claimedBy,
    waiting: shift => shift.waitlist,
    /** `open` while somebody has been asked from the waitlist. */
    offers: shift => shift.offers.length ? ['open'] : [],
    post: shift => one(shift.post),
    place: shift => one(shift.place),
    /** The day on which it ends. */
    ends: shift => [dayKey(shift.endsAt)],
    /** People who may have an own part of it, besides its holders and the leader of its post. */
    concerns: ({ presence, overrides, swaps, handover }) => [...new Set([...Object.keys(presence), ...Object.keys(overrides), ...swaps.flatMap(({ by, to }) => [by, to]), ...handover ? [handover.by] : []])],
    /** Where it hands over: shifts that follow there read it. */
    handover: shift => shift.handover ? turnsAt(shift) : [],
  },
  place: { township: place => [place.township] },
  crew: { member: crew => crew.members.map(({ person }) => person) },
  issue: { place: issue => one(issue.place), inspection: issue => one(issue.inspection) },
  inspection: { place: inspection => one(inspection.place), route: ({ day, team }) => [`${day} ${team}`], planned: ({ state, team }) => one(state === 'planned' ? team : null), /** The day of its check-in. */ begun: ({ checkIn }) => one(checkIn && dayKey(checkIn.at)) },
  shortage: { state: ({ state }) => [state] },
  notice: { person: ({ to }) => one(to.person) },
  delivery: { from: delivery => [delivery.from], to: delivery => [delivery.to] },
  stock: { supply: stock => [stock.supply] },
  checklist: { kind: checklist => [checklist.kind] },
  workPlan: { plan: plan => [plan.plan] },
  baseline: { list: baseline => [baseline.list] },
  round: { state: ({ closedAt }) => [closedAt === null ? 'open' : 'closed'] },
  sampling: { round: site => [site.round] },
  /** By site while somebody of it is there. */
  batch: { site: ({ leftAt, place }) => leftAt === null ? [place] : [] },
  transfer: { vehicle: ({ state, vehicle }) => state === 'cancelled' ? [] : [vehicle], state: ({ state }) => state === 'planned' || state === 'underWay' ? ['open'] : [] },
  exposure: { place: ({ place }) => one(place), public: ({ line }) => line ? ['yes'] : [], /** The day on which it was marked, or released. */ told: ({ at, releasedAt }) => [dayKey(releasedAt ?? at)] },
  tube: { round: tube => [tube.round], state: ({ state }) => [state] },
} satisfies { readonly [K in Kind]?: Readonly<Record<string, Keys<K>>> }

export type Indexed = keyof typeof indexes
export type IndexOf<K extends Indexed> = keyof (typeof indexes)[K] & string

/** When a record begins (epoch ms), for the kinds that rules also ask for by time. */
export const begins = {
  shift: shift => shift.startsAt,
} satisfies { readonly [K in Indexed]?: (record: Records[K]) => number }

export type Timed = keyof typeof begins

/** The keys of a record under one index of its kind. */
export const keysOf = <K extends Indexed>(kind: K, index: IndexOf<K>, record: Records[K]): readonly string[] =>
  (indexes[kind] as unknown as Readonly<Record<string, Keys<K>>>)[index]?.(record) ?? []
