import type { Facts } from './county.ts'
import * as v from 'valibot'
import { Id, Instant, position } from './fields.ts'
import { reject } from './rejection.ts'

/** Arguments that several commands share. */

export const where = { township: Id, ...position }
export const MaybeId = v.optional(v.nullable(Id), null)
export const MaybeInstant = v.optional(v.nullable(Instant), null)

/** The arguments of an edit: `set`, the fields that the person changed, and `base`, the values of these fields that the person saw. */
export function edit<E extends v.ObjectEntries>(entries: E) {
  const fields = v.partial(v.strictObject(entries))
  return { set: v.pipe(fields, v.check(set => Object.keys(set).length > 0, 'nothing to change')), base: fields }
}

/** Rejects with `invalid` if the county folder does not list the township, place kind, aspect or unit. */
export function listed(facts: Facts, names: { township?: string, kind?: string, aspect?: string, unit?: string | null }): void {
  if (names.township !== undefined && !facts.townships.has(names.township)) reject('invalid', `township ${names.township}`)
  if (names.kind !== undefined && !facts.placeKinds.has(names.kind)) reject('invalid', `kind ${names.kind}`)
  if (names.aspect !== undefined && !facts.aspects.has(names.aspect)) reject('invalid', `aspect ${names.aspect}`)
  if (names.unit != null && !facts.units.has(names.unit)) reject('invalid', `unit ${names.unit}`)
}

/** Rejects with `invalid` if a list of the county lacks this id. */
export function known(list: { has: (id: string) => boolean }, id: string): void {
  if (!list.has(id)) reject('invalid', id)
}
