import type { Kind } from '../../shared/records.ts'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { kinds } from '../../shared/kinds.ts'
import { schemas, upgrade } from '../../shared/records.ts'
import { make } from '../support/given.ts'

const schemaOf = (kind: Kind) => schemas[kind] as v.GenericSchema<unknown, object>

/** The same record with another value, or none, in one place at a time, at any depth; and with a key that nobody named. */
function* altered(value: unknown, others: readonly unknown[]): Generator<unknown> {
  yield* others
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      for (const other of altered(item, others)) yield value.with(i, other)
    }
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, nobody: 1 }
    for (const [key, item] of Object.entries(value)) {
      yield Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
      for (const other of altered(item, others)) yield { ...value, [key]: other }
    }
  }
}

const others = [null, undefined, '', ' a ', 'a\vb', '\u202Eabc', 'x'.repeat(70), 'x'.repeat(5000), '__proto__', 0, -1, 1.5, 9e15, Number.NaN, true, false, [], [null], {}, { a: 1 }]

function outcome(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    return error instanceof v.ValiError ? error.message : error
  }
}

it.each(kinds)('[ST14] a %s is read back as its schema reads it, or refused as it refuses, however often', (kind) => {
  const whole = JSON.parse(JSON.stringify(v.parse(schemaOf(kind), make(kind, {})))) as object
  for (const _ of [1, 2]) {
    expect(upgrade(kind, whole)).toBe(whole)
    for (const written of altered(whole, others)) {
      const before = JSON.stringify(written)
      expect(outcome(() => upgrade(kind, written))).toEqual(outcome(() => v.parse(schemaOf(kind), written)))
      expect(JSON.stringify(written)).toBe(before)
    }
  }
})

it('[ST14] what a field has taken is no leave for another field, nor for more of it', () => {
  const place = v.parse(schemas.place, make('place', { id: 'p1', note: '' }))
  for (let i = 0; i < 200; i++) expect(upgrade('place', { ...place, address: `a${i}` })).toMatchObject({ address: `a${i}` })
  expect(() => upgrade('place', { ...place, id: '' })).toThrow()
  expect(() => upgrade('place', { ...place, id: 'a 1' })).toThrow()
  expect(upgrade('place', { ...place, address: ' a1 ' })).toMatchObject({ address: 'a1' })
})
