import type { AnyRecord } from '../records.ts'
import type { Change, Reader } from './board.ts'
import * as v from 'valibot'
import { fields } from '../records.ts'
import { readField } from './read-field.ts'
import { reject } from './rejection.ts'

/**
 * Makes sure that a commit can be read again. Rejects with `invalid`, naming the field, if the schema refuses a value.
 * Unchanged fields are not checked.
 */
export function legible(board: Reader, { kind, id, value }: Change): void {
  if (!value) return
  const before: Readonly<Record<string, unknown>> = board.get(kind, id) ?? {}
  const now = value as AnyRecord & Readonly<Record<string, unknown>>
  for (const field of fields[kind]) {
    const { name } = field
    if (now[name] !== undefined && now[name] === before[name]) continue
    const read = readField(field, now[name])
    if (read && !read.success) reject('invalid', `${kind}.${v.getDotPath(read.issues[0]) ?? name}: ${read.issues[0].message}`)
  }
}
