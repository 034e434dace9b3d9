import * as v from 'valibot'
import { known } from '../core/arguments.ts'
import { command } from '../core/command.ts'
import { NewId, schemas } from '../records.ts'

const { of, word, means } = schemas.listWord.entries

/** Remembers what words of a list mean, for every later list of the county. Confirmed anew, a word means the new thing. */
export const rememberWords = command({
  args: v.strictObject({ words: v.pipe(v.array(v.strictObject({ id: NewId, of, word, means })), v.minLength(1), v.maxLength(100)) }),
  roles: ['coordinator', 'inspector', 'officer', 'unit', 'admin'],
  tells: { listWord: [] },
  run(draft, { words }, { actor, now, facts }) {
    const lists = { kind: facts.placeKinds, township: facts.townships, skills: facts.skills, item: facts.supplies, where: new Set([...facts.townships, ...facts.units]) }
    for (const one of words) {
      known(lists[one.of], one.means)
      if (draft.get('listWord', one.id)?.means !== one.means) draft.put('listWord', { ...one, by: actor.id, at: now })
    }
  },
})
