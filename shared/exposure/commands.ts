import type { Draft } from '../core/board.ts'
import type { Exposure } from '../records.ts'
import * as v from 'valibot'
import { edit, known, MaybeId } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { impersonal } from '../core/impersonal.ts'
import { merge } from '../core/merge.ts'
import { reject } from '../core/rejection.ts'
import { Id, NewId, schemas } from '../records.ts'
import { Windows } from './records.ts'
import { isReleased, itemsOf, openItems } from './standing.ts'

const headquarters = ['coordinator', 'admin'] as const
/** Those who close and disinfect a place: its township and its department. */
const closers = ['coordinator', 'officer', 'unit', 'admin'] as const
const { reason, name, township, lng, lat, released } = schemas.exposure.entries

/** Rejects with `ends_before_start` for a window that ends before it begins, and with `in_future` for one that is not over. */
function past(windows: Exposure['windows'], now: number): void {
  if (windows.some(({ from, to }) => to <= from)) reject('ends_before_start')
  if (windows.some(({ to }) => to > now)) reject('in_future')
}

/** The exposure, while it is closed: `over` once it was released. */
function closed(draft: Draft, id: string): Exposure {
  const exposure = draft.need('exposure', id)
  if (isReleased(exposure)) reject('over')
  return exposure
}

/** True if the place is marked already and not released. */
const marked = (draft: Draft, place: string) => [...draft.by('exposure', 'place', place)].some(one => !isReleased(one))

/**
 * Marks a place of the register as exposed, or a point on the map, which needs a name, a township and a position. Rejects with `exists` if the place is
 * marked already, with `retired`, with `ends_before_start`, with `in_future`, and with `personal_data` for a text with a phone or identity number.
 */
export const markExposure = command({
  args: v.strictObject({
    exposure: NewId,
    place: MaybeId,
    name: v.optional(name),
    township: v.optional(township),
    lng: v.optional(lng),
    lat: v.optional(lat),
    windows: Windows,
    origin: Id,
    reason,
  }),
  roles: headquarters,
  tells: { exposure: ['reason'] },
  run(draft, { exposure: id, place, windows, origin, reason, ...point }, { actor, now, facts }) {
    if (draft.get('exposure', id)) reject('exists')
    const spot = place === null ? null : draft.need('place', place)
    if (spot?.retired) reject('retired')
    if (place !== null && marked(draft, place)) reject('exists')
    const { name, township, lng, lat } = spot ?? point
    if (name === undefined || township === undefined || lng === undefined || lat === undefined) return reject('invalid', 'a point needs a name, a township and a position')
    known(facts.townships, township)
    if (!facts.exposure.origins.some(one => one.id === origin)) reject('invalid', `origin ${origin}`)
    past(windows, now)
    impersonal(spot ? undefined : name, reason)
    draft.put('exposure', { id, place, name, township, unit: spot?.unit ?? null, lng, lat, windows, origin, reason, checks: {}, zone: null, line: null, by: actor.id, at: now, releasedBy: null, releasedAt: null, released: '' })
  },
})

/** Changes when and why a place was exposed. Rejects with `over` once it was released, and as `markExposure` does. */
export const editExposure = command({
  args: v.strictObject({ exposure: Id, ...edit({ windows: Windows, origin: Id, reason }) }),
  roles: headquarters,
  tells: { exposure: ['set', 'base'] },
  run(draft, { exposure: id, set, base }, { now, facts }) {
    const next = merge(closed(draft, id), set, base)
    if (!facts.exposure.origins.some(one => one.id === next.origin)) reject('invalid', `origin ${next.origin}`)
    past(next.windows, now)
    impersonal(next.reason)
    draft.put('exposure', next)
  },
})

/** Ticks a condition of closing or disinfection, or takes the tick back. Of two ticks the first stays. */
export const tickExposure = command({
  args: v.strictObject({ exposure: Id, item: Id, met: v.boolean() }),
  roles: closers,
  tells: { exposure: ['item', 'met'] },
  run(draft, { exposure: id, item, met }, { actor, now, facts }) {
    const exposure = closed(draft, id)
    if (!itemsOf(facts.exposure).some(one => one.id === item)) reject('invalid', `item ${item}`)
    if (met === Object.hasOwn(exposure.checks, item)) return
    const { [item]: _, ...others } = exposure.checks
    draft.put('exposure', { ...exposure, checks: met ? { ...others, [item]: { by: actor.id, at: now } } : others })
  },
})

/** Says which zone was drawn for it, or none. */
export const linkExposure = command({
  args: v.strictObject({ exposure: Id, zone: MaybeId }),
  roles: headquarters,
  tells: { exposure: [] },
  run(draft, { exposure: id, zone }) {
    const exposure = closed(draft, id)
    if (zone !== null) draft.need('zone', zone)
    draft.put('exposure', { ...exposure, zone })
  },
})

/** Releases a line to the public, or replaces it. The text is all that the public reads. */
export const releaseLine = command({
  args: v.strictObject({ exposure: Id, text: reason }),
  roles: headquarters,
  tells: { exposure: ['text'] },
  run(draft, { exposure: id, text }, { actor, now }) {
    impersonal(text)
    draft.put('exposure', { ...closed(draft, id), line: { text, by: actor.id, at: now } })
  },
})

export const withdrawLine = command({
  args: v.strictObject({ exposure: Id }),
  roles: headquarters,
  tells: { exposure: [] },
  run(draft, { exposure: id }) {
    const exposure = draft.need('exposure', id)
    if (!exposure.line) reject('not_found')
    draft.put('exposure', { ...exposure, line: null })
  },
})

/** The place may open again. Rejects with `steps_open` while a condition is not ticked. Its public line is withdrawn with it. */
export const releaseExposure = command({
  args: v.strictObject({ exposure: Id, note: released }),
  roles: headquarters,
  tells: { exposure: ['note'] },
  run(draft, { exposure: id, note }, { actor, now, facts }) {
    const exposure = closed(draft, id)
    if (openItems(exposure, facts.exposure).length) reject('steps_open')
    impersonal(note)
    draft.put('exposure', { ...exposure, line: null, releasedBy: actor.id, releasedAt: now, released: note })
  },
})

/** Takes a release back: the place is closed again. Its public line stays withdrawn. Rejects with `exists` if the place was marked anew. */
export const closeExposureAgain = command({
  args: v.strictObject({ exposure: Id }),
  roles: headquarters,
  tells: { exposure: [] },
  run(draft, { exposure: id }) {
    const exposure = draft.need('exposure', id)
    if (!isReleased(exposure) || (exposure.place !== null && marked(draft, exposure.place))) reject('exists')
    draft.put('exposure', { ...exposure, releasedBy: null, releasedAt: null, released: '' })
  },
})
