import type { Draft } from '../core/board.ts'
import type { Round } from '../records.ts'
import * as v from 'valibot'
import { command } from '../core/command.ts'
import { Count, Id, Instant, lineOf, NewId, Note } from '../core/fields.ts'
import { reject } from '../core/rejection.ts'
import { isOpen, openRoundOf, samplingId, sitesOf } from './figures.ts'
import { resultOf, tubesOf } from './results.ts'

const leaders = ['coordinator', 'admin'] as const
const planners = ['coordinator', 'officer', 'admin'] as const
const Site = v.strictObject({ place: Id, target: Count })

function addSite(draft: Draft, round: Round, place: string, target: number): void {
  const { id, township, unit, retired } = draft.need('place', place)
  if (retired) reject('retired')
  if (!Object.hasOwn(round.targets, township)) reject('not_in_round')
  const known = draft.get('sampling', samplingId(round.id, id))
  draft.put('sampling', known ? { ...known, target } : { id: samplingId(round.id, id), round: round.id, place: id, township, unit, target, entries: [], closedAt: null })
}

/** Rejects with `round_open` if a township takes part in an open round: its figures would be counted twice. */
function apart(draft: Draft, targets: Round['targets']): void {
  for (const other of draft.by('round', 'state', 'open')) {
    if (Object.keys(targets).some(township => Object.hasOwn(other.targets, township))) reject('round_open')
  }
}

/**
 * Opens a round for these townships and sites; the numbers of people are targets. Rejects with `ends_before_start`, with `round_open` if a
 * township takes part in another open round, with `not_in_round` for a site of another township, and with `retired`.
 */
export const openRound = command({
  args: v.strictObject({
    round: NewId,
    name: v.optional(lineOf(40), ''),
    startsAt: Instant,
    endsAt: Instant,
    targets: v.pipe(v.record(Id, Count), v.check(targets => Object.keys(targets).length > 0, 'no township')),
    sites: v.optional(v.pipe(v.array(Site), v.maxLength(1000)), []),
  }),
  roles: leaders,
  tells: { round: [] },
  run(draft, { round: id, sites, ...args }, { actor, now, facts }) {
    if (draft.get('round', id)) reject('exists')
    if (args.endsAt <= args.startsAt) reject('ends_before_start')
    for (const township of Object.keys(args.targets)) {
      if (!facts.townships.has(township)) reject('invalid', `township ${township}`)
    }
    apart(draft, args.targets)
    // A device does not see the counter, so its number is provisional until the server answers.
    const no = (draft.get('counter', 'round')?.value ?? 0) + 1
    draft.put('counter', { id: 'round', value: no })
    const round = { id, no, ...args, openedBy: actor.id, openedAt: now, closedBy: null, closedAt: null, result: null, reason: '' }
    draft.put('round', round)
    for (const { place, target } of sites) addSite(draft, round, place, target)
  },
})

/** Adds a site to an open round, or changes how many people it must sample. Rejects with `round_closed`, `not_in_round` and `retired`. */
export const setSite = command({
  args: v.strictObject({ round: Id, place: Id, target: Count }),
  roles: planners,
  tells: { sampling: [] },
  run(draft, { round, place, target }) {
    addSite(draft, openRoundOf(draft, round), place, target)
  },
})

/** Takes a site out of an open round. Rejects with `has_figures` once it has entered any. */
export const dropSite = command({
  args: v.strictObject({ round: Id, place: Id }),
  roles: planners,
  run(draft, { round, place }) {
    openRoundOf(draft, round)
    const site = draft.need('sampling', samplingId(round, place))
    if (site.entries.length) reject('has_figures')
    draft.apply([{ kind: 'sampling', id: site.id, value: null }])
  },
})

/** Closes a round; what its figures and tubes say is its result. Rejects with `needs_reason` while results are missing or a positive tube is unanswered. */
export const closeRound = command({
  args: v.strictObject({ round: Id, reason: v.optional(Note, '') }),
  roles: leaders,
  tells: { round: ['reason'] },
  run(draft, { round: id, reason }, { actor, now }) {
    const round = openRoundOf(draft, id)
    const sites = sitesOf(draft, id)
    const result = resultOf(sites, tubesOf(draft, id))
    if (result === 'incomplete' && !reason) reject('needs_reason')
    draft.put('round', { ...round, closedBy: actor.id, closedAt: now, result, reason })
    for (const site of sites) draft.put('sampling', { ...site, closedAt: now })
  },
})

/** Opens a closed round again, so that figures which came late can be entered. Rejects with `round_open`. */
export const reopenRound = command({
  args: v.strictObject({ round: Id }),
  roles: leaders,
  tells: { round: [] },
  run(draft, { round: id }) {
    const round = draft.need('round', id)
    if (isOpen(round)) reject('round_open')
    apart(draft, round.targets)
    draft.put('round', { ...round, closedBy: null, closedAt: null, result: null, reason: '' })
    for (const site of sitesOf(draft, id)) draft.put('sampling', { ...site, closedAt: null })
  },
})
