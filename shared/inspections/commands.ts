import type { Inspection } from '../records.ts'
import * as v from 'valibot'
import { listed, MaybeId, MaybeInstant } from '../core/arguments.ts'
import { dayOf } from '../core/calendar.ts'
import { command } from '../core/command.ts'
import { lineOf } from '../core/fields.ts'
import { reject } from '../core/rejection.ts'
import { Id, NewId, Note, Title } from '../records.ts'
import { listing } from './checklists.ts'
import { activePlace, arrival, arrive, Measured, notBegun, recordVisit, somethingFound, teamOf, working } from './inspecting.ts'
import { answers, inspectionModes } from './records.ts'

const inspectors = ['coordinator', 'inspector', 'admin'] as const

/** Starts an unplanned inspection with its check-in, in any of the modes. */
export const startInspection = command({
  args: v.strictObject({
    inspection: NewId,
    mode: v.optional(v.picklist(inspectionModes), 'visit'),
    title: v.optional(Title),
    place: MaybeId,
    /** Required only without a place. */
    township: v.optional(Id),
    checklist: MaybeId,
    unannounced: v.optional(v.boolean(), true),
    team: MaybeId,
    ...arrival,
  }),
  roles: inspectors,
  tells: { inspection: ['reason', 'deviceAt'], place: [] },
  run(draft, { inspection: id, mode, unannounced, checklist, ...args }, context) {
    const { actor, now, facts } = context
    if (draft.get('inspection', id)) reject('exists')
    listed(facts, args)
    const place = args.place ? activePlace(draft, args.place) : null
    if (args.team) draft.need('team', args.team)
    if (checklist && !listing(draft, facts.checklists, checklist)) reject('not_found', `checklist/${checklist}`)
    const at = place ?? (args.spot && { ...args.spot, source: 'gps' as const }) ?? reject('no_position')
    const { spot, code, remote, reason, deviceAt } = args
    const checkIn = arrive(draft, { spot, code, remote, reason, deviceAt }, place, context)
    if (place) recordVisit(draft, place, now)
    draft.put('inspection', {
      ...notBegun,
      id,
      day: dayOf(now, facts.timeZone),
      team: args.team ?? teamOf(draft, actor),
      mode,
      title: args.title ?? place?.name ?? reject('invalid', 'title'),
      place: place?.id ?? null,
      township: place?.township ?? args.township ?? reject('invalid', 'township'),
      lng: at.lng,
      lat: at.lat,
      accuracy: at.accuracy,
      source: at.source,
      unannounced,
      order: 0,
      state: 'onSite',
      plannedBy: actor.id,
      plannedAt: now,
      inspector: actor.id,
      checkIn,
      checklist,
    })
  },
})

/** Checks in at a planned inspection. The inspected see the inspection from this moment on. */
export const checkIn = command({
  args: v.strictObject({ inspection: Id, checklist: MaybeId, ...arrival }),
  roles: inspectors,
  tells: { inspection: ['reason', 'deviceAt'], place: [] },
  run(draft, { inspection: id, checklist, ...args }, context) {
    const inspection = draft.need('inspection', id)
    if (inspection.state === 'cancelled') reject('illegal_step')
    if (inspection.checkIn) reject('exists')
    if (checklist && !listing(draft, context.facts.checklists, checklist)) reject('not_found', `checklist/${checklist}`)
    const place = inspection.place ? activePlace(draft, inspection.place) : null
    const checkIn = arrive(draft, args, place, context)
    if (place) recordVisit(draft, place, context.now)
    draft.put('inspection', { ...inspection, state: 'onSite', inspector: context.actor.id, checkIn, checklist: checklist ?? inspection.checklist })
  },
})

/** Answers one item of the inspection's checklist. A later answer replaces an earlier one. */
export const answerItem = command({
  args: v.strictObject({ inspection: Id, item: Id, answer: v.picklist(answers), note: v.optional(lineOf(200), ''), issue: MaybeId }),
  roles: inspectors,
  tells: { inspection: [] },
  gathers: 'inspection',
  run(draft, { inspection: id, item, answer, note, issue }, { facts }) {
    const inspection = working(draft, id)
    const list = listing(draft, facts.checklists, inspection.checklist)
    if (!list?.items.some(one => one.id === item)) reject('not_found', `item ${item}`)
    if (issue) draft.need('issue', issue)
    draft.put('inspection', { ...inspection, results: { ...inspection.results, [item]: { answer, note, issue } } })
  },
})

/** Answers every remaining item of the inspection's checklist with `pass`. */
export const passRest = command({
  args: v.strictObject({ inspection: Id }),
  roles: inspectors,
  tells: { inspection: [] },
  gathers: 'inspection',
  run(draft, { inspection: id }, { facts }) {
    const inspection = working(draft, id)
    const items = listing(draft, facts.checklists, inspection.checklist)?.items ?? []
    const rest = items.filter(item => !inspection.results[item.id]).map(item => [item.id, { answer: 'pass' as const, note: '', issue: null }])
    draft.put('inspection', { ...inspection, results: { ...inspection.results, ...Object.fromEntries(rest) } })
  },
})

/** Records one shop of a sweep as fine or not. A later answer replaces an earlier one. */
export const sweepPlace = command({
  args: v.strictObject({ inspection: Id, place: Id, ok: v.boolean() }),
  roles: inspectors,
  tells: { inspection: [], place: [] },
  gathers: 'inspection',
  run(draft, { inspection: id, place: placeId, ok }, { now }) {
    const inspection = working(draft, id)
    if (inspection.mode !== 'sweep') reject('illegal_step')
    const place = activePlace(draft, placeId)
    if (inspection.swept.length >= 500) reject('too_large')
    recordVisit(draft, place, now)
    draft.put('inspection', { ...inspection, swept: [...inspection.swept.filter(one => one.place !== place.id), { place: place.id, ok }] })
  },
})

/** Records an observation with up to nine photos. Its text is only in the log; the board has the number of observations, their positions and photos. Rejects with `too_large` beyond 200 photos. */
export const observe = command({
  args: v.strictObject({ inspection: Id, text: v.pipe(Note, v.minLength(1)), spot: Measured, photos: v.optional(v.pipe(v.array(Id), v.maxLength(9)), []), deviceAt: MaybeInstant }),
  roles: inspectors,
  tells: { inspection: ['text', 'photos', 'deviceAt'] },
  run(draft, { inspection: id, spot, photos }) {
    const inspection = working(draft, id)
    const trail: Inspection['trail'] = spot ? [...inspection.trail, [spot.lng, spot.lat] as [number, number]].slice(-200) : inspection.trail
    const all = [...new Set([...inspection.photos, ...photos])]
    if (all.length > 200) reject('too_large')
    draft.put('inspection', { ...inspection, observations: inspection.observations + 1, trail, photos: all })
  },
})

/** Ends and signs the inspection. `clean` states that nothing was found: rejects with `not_clean` if something was found. */
export const finishInspection = command({
  args: v.strictObject({ inspection: Id, clean: v.boolean(), note: v.optional(Note, ''), deviceAt: MaybeInstant }),
  roles: inspectors,
  tells: { inspection: ['deviceAt'] },
  run(draft, { inspection: id, clean, note }, { actor, now }) {
    const inspection = working(draft, id)
    if (clean && somethingFound(draft, inspection)) reject('not_clean')
    draft.put('inspection', { ...inspection, state: 'done', clean, note, finishedAt: now, signedBy: actor.id })
  },
})
