import * as v from 'valibot'
import { command } from '../core/command.ts'
import { Id, Instant, NewId, Tally } from '../core/fields.ts'
import { reject } from '../core/rejection.ts'
import { schemas } from '../records.ts'
import { openRoundOf, samplingId } from './figures.ts'
import { mostEntries } from './records.ts'

const enterers = ['coordinator', 'officer', 'unit', 'contact', 'admin'] as const
const { code, people } = schemas.tube.entries
const Figure = v.pipe(Tally, v.maxValue(1_000_000))

/**
 * Enters the figures of a site since the round began. `at` is the device's time (epoch ms): of two the later one counts, whichever arrives first; a
 * time still to come counts as now. Rejects with `lower_figure` if the site had more before, unless `lower` says that this is meant; with
 * `more_than_sampled`, `round_closed`, and `over` for figures older than the county accepts from a phone without network.
 */
export const recordSampling = command({
  args: v.strictObject({ round: Id, place: Id, sampled: Figure, reported: Figure, tubes: Figure, at: Instant, lower: v.optional(v.boolean(), false) }),
  roles: enterers,
  tells: { sampling: [] },
  run(draft, { round, place, at, lower, ...figures }, { actor, now, facts }) {
    openRoundOf(draft, round)
    const site = draft.need('sampling', samplingId(round, place))
    if (at < now - facts.rules.duty.offline * 3_600_000) reject('over')
    if (figures.reported > figures.sampled) reject('more_than_sampled')
    const entry = { at: Math.min(at, now), by: actor.id, ...figures }
    const before = site.entries.filter(one => one.at <= entry.at)
    const last = before.at(-1)
    const newest = before.length === site.entries.length
    if (newest && last && !lower && (figures.sampled < last.sampled || figures.reported < last.reported)) reject('lower_figure', String(last.sampled))
    const entries = [...before, entry, ...site.entries.slice(before.length)].slice(-mostEntries)
    draft.put('sampling', { ...site, entries })
  },
})

/** Reports that a mixed tube of a site was positive: its people must be tested one by one within the hours of the county. Rejects with `round_closed`. */
export const reportTube = command({
  args: v.strictObject({ tube: NewId, round: Id, place: Id, code, people }),
  roles: enterers,
  tells: { tube: [] },
  run(draft, { tube: id, round, place, ...args }, { actor, now, facts }) {
    if (draft.get('tube', id)) reject('exists')
    openRoundOf(draft, round)
    const { township, unit } = draft.need('sampling', samplingId(round, place))
    draft.put('tube', { id, round, place, township, unit, ...args, state: 'open', by: actor.id, at: now, dueAt: now + facts.testing.tubeHours * 3_600_000, settledBy: null, settledAt: null })
  },
})

/** Notes what testing the people of a positive tube one by one has shown. Rejects with `tube_settled`, and with `round_closed` so that a closed result stays true. */
export const settleTube = command({
  args: v.strictObject({ tube: Id, confirmed: v.boolean() }),
  roles: ['coordinator', 'officer', 'unit', 'admin'],
  tells: { tube: [] },
  run(draft, { tube: id, confirmed }, { actor, now }) {
    const tube = draft.need('tube', id)
    if (tube.state !== 'open') reject('tube_settled')
    openRoundOf(draft, tube.round)
    draft.put('tube', { ...tube, state: confirmed ? 'confirmed' : 'cleared', settledBy: actor.id, settledAt: now })
  },
})
