import * as v from 'valibot'

/** One field of a kind of record. `known` caches plain values that its schema accepts unchanged, because most fields repeat a few values. */
export interface RecordField { readonly name: string, readonly schema: v.GenericSchema, readonly known: Set<unknown>, /** It may be missing, and then stays so. */ readonly optional: boolean }

/** Bounds of that cache: this many values a field, and only texts up to this length. */
const mostKnown = 64
const longestKnown = 64
const emptyList = Symbol('[]')

const mayBeMissing = (schema: v.GenericSchema) => schema.type === 'optional' && (schema as unknown as { readonly default: unknown }).default === undefined

export const fieldsOf = (entries: v.ObjectEntries): readonly RecordField[] =>
  Object.entries(entries).map(([name, schema]) => ({ name, schema: schema as v.GenericSchema, known: new Set(), optional: mayBeMissing(schema as v.GenericSchema) }))

/** Reads a value by the field's schema; null if the value is known to be accepted unchanged. */
export function readField({ schema, known }: RecordField, value: unknown): v.SafeParseResult<v.GenericSchema> | null {
  const plain = plainOf(value)
  if (known.has(plain)) return null
  const read = v.safeParse(schema, value, { abortEarly: true })
  if (plain !== undefined && known.size < mostKnown && read.success && plainOf(read.output) === plain) known.add(plain)
  return read
}

/** The value as a key of the cache; undefined if it is not cached. */
function plainOf(value: unknown): unknown {
  if (typeof value === 'string') return value.length <= longestKnown ? value : undefined
  if (Array.isArray(value)) return value.length ? undefined : emptyList
  return typeof value === 'object' && value !== null ? undefined : value
}

/**
 * Reads a stored record field by field, which is faster than its whole schema. Null if a field is missing, unknown or refused:
 * then the schema must be asked. If nothing changes, the answer is the same object, to save memory.
 */
export function readRecord(fields: readonly RecordField[], written: unknown): object | null {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return null
  const record = written as Readonly<Record<string, unknown>>
  let left = 0
  for (const _ in record) left++
  let changed: Record<string, unknown> | null = null
  for (const field of fields) {
    if (!Object.hasOwn(record, field.name)) {
      if (field.optional) continue
      return null
    }
    left--
    const value = record[field.name]
    const read = readField(field, value)
    if (!read || (read.success && same(read.output, value))) continue
    if (!read.success) return null
    changed ??= { ...record }
    changed[field.name] = read.output
  }
  if (left !== 0) return null
  return changed ?? record
}

const same = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other))
