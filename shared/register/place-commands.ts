import type { Place } from '../records.ts'
import * as v from 'valibot'
import { edit, listed, where } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { merge } from '../core/merge.ts'
import { reject } from '../core/rejection.ts'
import { Id, NewId, Note, schemas, Title } from '../records.ts'

const keepers = ['coordinator', 'inspector', 'officer', 'admin'] as const
const { address, note, lanes, unit, keeper, keeperPost } = schemas.place.entries
const described = { name: Title, kind: Id, address, note, lanes, unit, keeper, keeperPost }

export const addPlace = command({
  args: v.strictObject({ place: NewId, ...described, ...where }),
  roles: keepers,
  tells: { place: [] },
  run(draft, { place: id, ...args }, { facts }) {
    if (draft.get('place', id)) reject('exists')
    listed(facts, args)
    draft.put('place', { id, ...args, retired: false, coded: false, inspectedAt: null })
  },
})

/**
 * Adds up to 100 places from a file. The id of an imported row is made from its content, and a row whose id is already on
 * the board is skipped, so importing the same file twice is harmless.
 */
export const importPlaces = command({
  args: v.strictObject({
    places: v.pipe(v.array(v.strictObject({ place: NewId, ...described, ...where })), v.minLength(1), v.maxLength(100)),
  }),
  roles: keepers,
  tells: { place: [] },
  imports: true,
  run(draft, { places }, { facts }) {
    for (const { place: id, ...args } of places) {
      listed(facts, args)
      if (!draft.get('place', id)) draft.put('place', { id, ...args, retired: false, coded: false, inspectedAt: null })
    }
  },
})

export const editPlace = command({
  args: v.strictObject({ place: Id, ...edit({ name: Title, kind: Id, address, note: Note, lanes, unit, keeper, keeperPost }) }),
  roles: keepers,
  tells: { place: ['set', 'base'] },
  run(draft, args, { facts }) {
    const place = draft.need('place', args.place)
    listed(facts, args.set)
    if (place.retired) reject('retired')
    draft.put('place', merge(place, args.set, args.base))
  },
})

export const movePlace = command({
  args: v.strictObject({ place: Id, ...edit(where) }),
  roles: keepers,
  tells: { place: ['set', 'base'] },
  run(draft, args, { facts }) {
    const place = draft.need('place', args.place)
    listed(facts, args.set)
    if (place.retired) reject('retired')
    draft.put('place', merge(place, args.set, args.base))
  },
})

export const retirePlace = command({
  args: v.strictObject({ place: Id, reason: v.optional(Note, '') }),
  roles: keepers,
  tells: { place: ['reason'] },
  run(draft, args) {
    const place = draft.need('place', args.place)
    if (place.retired) reject('retired')
    draft.put('place', { ...place, retired: true })
  },
})

/** In use again, and not inspected since. */
const broughtBack = (place: Place): Place => ({ ...place, retired: false, inspectedAt: null })

export const restorePlace = command({
  args: v.strictObject({ place: Id }),
  roles: keepers,
  tells: { place: [] },
  run(draft, args) {
    const place = draft.need('place', args.place)
    if (!place.retired) reject('exists')
    draft.put('place', broughtBack(place))
  },
})

const several = v.strictObject({ places: v.pipe(v.array(Id), v.minLength(1), v.maxLength(100)) })

/** Takes an import back: its places are retired. Those that were inspected or have an issue since stay, as they are in use. */
export const withdrawPlaces = command({
  args: several,
  roles: keepers,
  tells: { place: [] },
  run(draft, { places }) {
    for (const id of new Set(places)) {
      const place = draft.need('place', id)
      const used = place.inspectedAt !== null || [...draft.by('issue', 'place', id)].length > 0
      if (!place.retired && !used) draft.put('place', { ...place, retired: true })
    }
  },
})

/** Brings back retired places that a list names again. */
export const restorePlaces = command({
  args: several,
  roles: keepers,
  tells: { place: [] },
  run(draft, { places }) {
    for (const id of new Set(places)) {
      const place = draft.need('place', id)
      if (place.retired) draft.put('place', broughtBack(place))
    }
  },
})
