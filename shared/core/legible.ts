import type { AnyRecord, Kind } from '../records.ts'
import type { Change, Reader } from './board.ts'
import type { RecordField } from './read-field.ts'
import * as v from 'valibot'
import { readField } from './read-field.ts'
import { reject } from './rejection.ts'

/** The fields of the kinds that a rule book may change. */
export type FieldsOfKinds = Readonly<Partial<Record<Kind, readonly RecordField[]>>>

/**
 * Makes sure that a commit can be read again. Rejects with `invalid`, naming the field, if the schema refuses a value.
 * Unchanged fields are not checked. A kind whose schema is not at hand is refused too.
 */
export function legible(board: Reader, { kind, id, value }: Change, fields: FieldsOfKinds): void {
  if (!value) return
  const before: Readonly<Record<string, unknown>> = board.get(kind, id) ?? {}
  const now = value as AnyRecord & Readonly<Record<string, unknown>>
  for (const field of fields[kind] ?? reject('invalid', kind)) {
    const { name } = field
    if (now[name] !== undefined && now[name] === before[name]) continue
    const read = readField(field, now[name])
    if (read && !read.success) reject('invalid', `${kind}.${v.getDotPath(read.issues[0]) ?? name}: ${read.issues[0].message}`)
  }
}
