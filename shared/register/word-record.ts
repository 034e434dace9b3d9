import * as v from 'valibot'
import { Id, Instant, Title } from '../core/fields.ts'

/** What a word of departments' lists means in this county, as a person confirmed it once: 敬老院 is a careHome. */
export const listWord = v.object({
  /** Made of `of` and `word`, so that a word has one meaning. */
  id: Id,
  of: v.picklist(['kind', 'township', 'skills', 'item', 'where']),
  /** As words are compared: simplified, half-width, without spaces. */
  word: Title,
  /** Id of the place kind, township, skill or item; with `where`, of the township or unit that a person works for. */
  means: Id,
  by: Id,
  at: Instant,
})
