import * as v from 'valibot'

/** One field of a kind of record, with plain values that its schema has taken and left as they are: most fields of most records hold one of a few. */
export interface Field { readonly name: string, readonly schema: v.GenericSchema, readonly known: Set<unknown> }

/** As many values are kept for a field, and of texts only short ones. */
const mostKnown = 64
const longestKnown = 64
const emptyList = Symbol('[]')

export const fieldsOf = (entries: v.ObjectEntries): readonly Field[] =>
  Object.entries(entries).map(([name, schema]) => ({ name, schema: schema as v.GenericSchema, known: new Set() }))

/** What the schema of the field makes of the value; null when that is the value itself, as is known from before. */
export function readField({ schema, known }: Field, value: unknown): v.SafeParseResult<v.GenericSchema> | null {
  const plain = plainOf(value)
  if (known.has(plain)) return null
  const read = v.safeParse(schema, value, { abortEarly: true })
  if (plain !== undefined && known.size < mostKnown && read.success && plainOf(read.output) === plain) known.add(plain)
  return read
}

/** A value that is known again when it comes again; undefined for all others. */
function plainOf(value: unknown): unknown {
  if (typeof value === 'string') return value.length <= longestKnown ? value : undefined
  if (Array.isArray(value)) return value.length ? undefined : emptyList
  return typeof value === 'object' && value !== null ? undefined : value
}

/**
 * The record as its schema, an object of these fields, reads it; null when a field is missing, unknown or refused, so that
 * the schema itself has to say. Where nothing changes it is the very object that was written, which takes the least memory.
 */
export function readRecord(fields: readonly Field[], written: unknown): object | null {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return null
  const record = written as Readonly<Record<string, unknown>>
  let left = fields.length
  for (const _ in record) left--
  if (left !== 0) return null
  let changed: Record<string, unknown> | null = null
  for (const field of fields) {
    if (!Object.hasOwn(record, field.name)) return null
    const value = record[field.name]
    const read = readField(field, value)
    if (!read || (read.success && same(read.output, value))) continue
    if (!read.success) return null
    changed ??= { ...record }
    changed[field.name] = read.output
  }
  return changed ?? record
}

const same = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other))
