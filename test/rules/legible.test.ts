import type { CommandName } from '../../shared/commands.ts'
import type { Kind } from '../../shared/records.ts'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { commands } from '../../shared/commands.ts'
import { decide } from '../../shared/core/decide.ts'
import { Rejection } from '../../shared/core/rejection.ts'
import { schemas } from '../../shared/records.ts'
import { calls, givenFor, may } from '../support/calls.ts'
import { board, facts, hour, make, noon, outcome, when, who } from '../support/given.ts'

/** The same arguments with another text, or another number, in one place at a time. */
function* altered(value: unknown, texts: readonly string[], numbers: readonly number[]): Generator<unknown> {
  if (typeof value === 'string') yield* texts
  if (typeof value === 'number') yield* numbers
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      for (const other of altered(item, texts, numbers)) yield value.with(i, other)
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      for (const other of altered(item, texts, numbers)) yield { ...value, [key]: other }
    }
  }
}

const texts = ['😷'.repeat(40), '😷'.repeat(1000), 'x'.repeat(2000), 'x'.repeat(5000), 'a\vb', '\uD83D', '\u202Eabc', '__proto__', '\u200B']
const numbers = [0, -1, 1, 1e6, 1e6 + 1, 9e15, 1.5]

it.each(Object.keys(commands) as CommandName[])('[C13] records written by %s can be read again, unchanged', (name) => {
  const given = givenFor(name)
  for (const args of altered(calls[name], texts, numbers)) {
    let changes
    try {
      changes = decide(given, { id: 'c', name, args }, { actor: who[may[name][0]!], now: noon, facts, real: noon })
    } catch (error) {
      expect(error).toBeInstanceOf(Rejection)
      continue
    }
    for (const { kind, value } of changes) expect(value && v.parse(schemas[kind], JSON.parse(JSON.stringify(value)))).toEqual(value)
  }
})

it('[C13] a value that a rule makes and no schema takes is refused with its field, and older values do not hinder', () => {
  const stock = (quantity: number) => board({ place: [{ id: 'p1' }], stock: [{ quantity }] })
  const count = { move: 'm9', place: 'p1', supply: 'glove', counted: 0, seen: 3_000_000, reason: 'x' }
  expect(outcome(stock(3_000_000), who.admin, 'countStock', count)).toMatchObject({ code: 'invalid', detail: expect.stringContaining('move.change') as string })
  const long = make('place', { id: 'p1', keeper: 'x'.repeat(500) })
  const given = board()
  given.set({ kind: 'place', id: 'p1', value: long })
  expect(decide(given, { id: 'c', name: 'retirePlace', args: { place: 'p1' } }, { actor: who.admin, now: noon, facts, real: noon })).toMatchObject([{ value: { retired: true } }])
})

it('[K1] a shelf holds a million at most', () => {
  const given = board({ place: [{ id: 'p1' }], stock: [{ quantity: 999_999 }] })
  const receive = (quantity: number) => when(given, who.admin, 'receiveStock', { move: 'm9', place: 'p1', supply: 'glove', quantity, reason: '' })
  expect(receive(1)).toBeInstanceOf(Array)
  expect(receive(2)).toBe('invalid')
})

const edits: [Kind, CommandName, string, number][] = [
  ['place', 'editPlace', 'address', 200],
  ['place', 'editPlace', 'keeper', 80],
  ['place', 'editPlace', 'keeperPost', 40],
  ['issue', 'editIssue', 'keeper', 80],
  ['issue', 'editIssue', 'keeperPost', 40],
]

it.each(edits)('[C13] an edit of a %s by %s takes a %s as long as its record does, and no longer', (kind, name, field, most) => {
  const id = kind === 'place' ? 'p1' : 'i1'
  const edit = (text: string) => when(board({ [kind]: [{ id }] }), who.admin, name, { [kind]: id, set: { [field]: text }, base: { [field]: '' } } as never)
  expect(edit('x'.repeat(most))).toBeInstanceOf(Array)
  expect(edit('x'.repeat(most + 1))).toBe('invalid')
})

it('[C13] [TX3] titles that rules put together are cut within their limit, emoji too', () => {
  const given = board({ post: [{ id: 'g1', title: '😷'.repeat(40), pattern: [{ id: 'a', title: '😷'.repeat(10), start: '08:00', hours: 8, needed: 1 }] }] })
  expect(when(given, who.admin, 'planShifts', { posts: ['g1'], from: '2030-05-07', days: 1 })).toBeInstanceOf(Array)
  const delivery = { delivery: 'd9', shortage: null, supply: 'glove', quantity: 1, store: 'p1', target: 'p2', note: `${'😷'.repeat(300)}\nx` }
  const stores = board({ place: [{ id: 'p1' }, { id: 'p2' }], stock: [{ quantity: 100 }] })
  expect(when(stores, who.admin, 'allocateSupplies', delivery)).toBeInstanceOf(Array)
  const full = board({ shift: [{ id: 's1', title: '😷'.repeat(40), startsAt: noon + hour }] })
  expect(when(full, who.admin, 'assignShift', { shift: 's1', person: 'zoe', reason: '😷'.repeat(1000) })).toBeInstanceOf(Array)
})
