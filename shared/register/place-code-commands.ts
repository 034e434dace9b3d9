import * as v from 'valibot'
import { planners } from '../core/actor.ts'
import { command } from '../core/command.ts'
import { reject } from '../core/rejection.ts'
import { Id, schemas } from '../records.ts'

/** Stores the keys that posters are made from. Only the server makes keys, when a poster is first asked for. A place that has a key keeps it. */
export const cutPlaceKeys = command({
  args: v.strictObject({ keys: v.pipe(v.array(v.strictObject({ place: Id, key: schemas.placeKey.entries.key })), v.minLength(1), v.maxLength(200)) }),
  roles: ['system'],
  run(draft, { keys }) {
    for (const { place: id, key } of keys) {
      const place = draft.need('place', id)
      if (place.coded) continue
      draft.put('placeKey', { id, key })
      draft.put('place', { ...place, coded: true })
    }
  },
})

/** Makes a place's posters invalid, because one was copied or lost. The next poster is made with a new key. */
export const voidPlaceCode = command({
  args: v.strictObject({ place: Id }),
  roles: planners,
  tells: { place: [] },
  run(draft, { place: id }) {
    const place = draft.need('place', id)
    if (!place.coded) reject('exists')
    draft.put('place', { ...place, coded: false })
  },
})
