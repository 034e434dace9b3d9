import * as v from 'valibot'
import { edit, listed, MaybeId } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { merge } from '../core/merge.ts'
import { reject } from '../core/rejection.ts'
import { Day, Id, NewId, Note, schemas, Title } from '../records.ts'
import { listing } from './checklists.ts'
import { activePlace } from './inspecting.ts'
import { forTeam, lastOf, notPast, onceADay, plan, planned, routeOf, tellTeam } from './planning.ts'
import { inspectionModes } from './records.ts'

const planners = ['coordinator', 'inspector', 'admin'] as const
const { lng, lat } = schemas.place.entries
const unannounced = v.optional(v.boolean(), true)

/** Plans a stop of a team on a day. An unannounced stop is hidden from the inspected. */
export const planInspection = command({
  args: v.strictObject({
    inspection: NewId,
    day: Day,
    team: Id,
    mode: v.optional(v.picklist(inspectionModes), 'visit'),
    title: v.optional(Title),
    place: MaybeId,
    /** Required only without a place. */
    township: v.optional(Id),
    at: v.optional(v.nullable(v.strictObject({ lng, lat })), null),
    checklist: MaybeId,
    unannounced,
  }),
  roles: planners,
  tells: { inspection: [] },
  run(draft, { inspection: id, at, ...args }, context) {
    const { actor, now, facts } = context
    if (draft.get('inspection', id)) reject('exists')
    forTeam(draft, actor, args.team)
    notPast(args.day, now, facts)
    listed(facts, args)
    if (args.checklist && !listing(draft, facts.checklists, args.checklist)) reject('not_found', `checklist/${args.checklist}`)
    const place = args.place ? activePlace(draft, args.place) : null
    onceADay(draft, { id, day: args.day, place: args.place })
    const spot = place ?? (at && { ...at, accuracy: null, source: 'map' as const }) ?? reject('no_position')
    plan(draft, {
      ...args,
      id,
      title: args.title ?? place?.name ?? reject('invalid', 'title'),
      township: place?.township ?? args.township ?? reject('invalid', 'township'),
      lng: spot.lng,
      lat: spot.lat,
      accuracy: spot.accuracy,
      source: spot.source,
      plannedBy: actor.id,
      plannedAt: now,
    })
    tellTeam(draft, draft.need('inspection', id), context)
  },
})

/** Changes a planned stop. Rejects with `already_told` if an announced visit is made unannounced again. */
export const editPlan = command({
  args: v.strictObject({ inspection: Id, ...edit({ day: Day, team: Id, title: Title, unannounced: v.boolean(), note: Note }) }),
  roles: planners,
  tells: { inspection: ['set', 'base'] },
  run(draft, args, context) {
    const { actor, now, facts } = context
    const before = planned(draft, args.inspection)
    const after = merge(before, args.set, args.base)
    forTeam(draft, actor, before.team)
    forTeam(draft, actor, after.team)
    if (after.day !== before.day) notPast(after.day, now, facts)
    if (after.unannounced && !before.unannounced) reject('already_told')
    onceADay(draft, after)
    const elsewhere = after.day !== before.day || after.team !== before.team
    draft.put('inspection', elsewhere ? { ...after, order: lastOf(draft, after.day, after.team) } : after)
    if (!elsewhere) return
    tellTeam(draft, after, context)
    tellTeam(draft, before, context)
  },
})

/** Sets the order of a team's route. Stops that have begun stay before it, and those that others have added in the meantime come last. `base` is the order that the person saw: rejects with `conflict`, carrying both orders, if those stops are in a third one by now. */
export const reorderRoute = command({
  args: v.strictObject({ day: Day, team: Id, stops: v.pipe(v.array(v.strictObject({ inspection: Id })), v.minLength(1), v.maxLength(60)), base: v.optional(v.pipe(v.array(Id), v.maxLength(60))) }),
  roles: planners,
  tells: { inspection: [] },
  run(draft, { day, team, stops, base }, context) {
    forTeam(draft, context.actor, team)
    const wanted = stops.map(stop => draft.need('inspection', stop.inspection))
    if (wanted.some(one => one.day !== day || one.team !== team)) reject('illegal_step')
    const route = routeOf(draft, day, team)
    const now = route.map(one => one.id)
    const mine = stops.map(one => one.inspection).filter(id => now.includes(id))
    if (base && moved(base, now) && moved(mine, now)) reject('conflict', 'route', [{ field: 'route', mine, theirs: now.filter(id => mine.includes(id)) }])
    const ids = new Set(wanted.map(one => one.id))
    const rest = route.filter(one => !ids.has(one.id))
    const begun = rest.filter(one => one.state !== 'planned')
    const order = [...begun, ...wanted.filter(one => one.state !== 'cancelled'), ...rest.filter(one => one.state === 'planned')]
    order.forEach((one, turn) => one.order !== turn && draft.put('inspection', { ...one, order: turn }))
    const first = order.find((one, turn) => one.order !== turn)
    if (first) tellTeam(draft, first, context)
  },
})

/** Whether the stops that are in both lists are in another order. */
function moved(before: readonly string[], now: readonly string[]): boolean {
  const left = before.filter(id => now.includes(id))
  return now.filter(id => left.includes(id)).some((id, i) => left[i] !== id)
}

export const cancelInspection = command({
  args: v.strictObject({ inspection: Id, reason: v.optional(Note, '') }),
  roles: planners,
  tells: { inspection: ['reason'] },
  run(draft, { inspection: id }, context) {
    const inspection = planned(draft, id)
    forTeam(draft, context.actor, inspection.team)
    draft.put('inspection', { ...inspection, state: 'cancelled' })
    tellTeam(draft, inspection, context)
  },
})

/** Undoes a cancellation: the stop is planned again, at the end of its team's route. */
export const restoreInspection = command({
  args: v.strictObject({ inspection: Id }),
  roles: planners,
  tells: { inspection: [] },
  run(draft, { inspection: id }, context) {
    const inspection = draft.need('inspection', id)
    if (inspection.state !== 'cancelled') reject('illegal_step')
    forTeam(draft, context.actor, inspection.team)
    onceADay(draft, inspection)
    draft.put('inspection', { ...inspection, state: 'planned', order: lastOf(draft, inspection.day, inspection.team) })
    tellTeam(draft, inspection, context)
  },
})
