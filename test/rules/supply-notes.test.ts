import type { Args, CommandName } from '../../shared/commands.ts'
import type { Records } from '../../shared/records.ts'
import { describe, expect, it } from 'vitest'
import { board, hour, noon, outcome, when, who } from '../support/given.ts'

const shelf = (supply: string, quantity: number, place = 'p1') => ({ id: `${place}_${supply}`, place, supply, quantity })
const given = (more: Partial<{ [K in keyof Records]: readonly Partial<Records[K]>[] }> = {}) =>
  board({ place: [{ id: 'p1', name: 'depot' }, { id: 'p3', name: 'school' }], stock: [shelf('glove', 100), shelf('formula', 8)], ...more })
/** The board after a command that is expected to work. */
function then<N extends CommandName>(on: ReturnType<typeof given>, name: N, args: Args<N>) {
  const changes = outcome(on, who.unit, name, args)
  if (!Array.isArray(changes)) throw new TypeError(JSON.stringify(changes))
  for (const change of changes) on.set(change)
  return on
}
const held = (on: ReturnType<typeof given>, place = 'p1') => Object.fromEntries([...on.all('stock')].filter(one => one.place === place).map(one => [one.supply, one.quantity]))
const lines = [{ supply: 'glove', quantity: 60 }, { supply: 'formula', quantity: 4 }]

describe('[K8] a note is entered whole or not at all', () => {
  it('goods in: one line of the ledger for each item, with the note, its paper and the supplier', () => {
    const on = then(given(), 'receiveGoods', { note: 'q1', place: 'p1', paper: ' 粤 0117 ', party: 'city store', lines })
    expect(held(on)).toEqual({ glove: 160, formula: 12 })
    expect([...on.all('move')].map(({ id, change, note, paper, party }) => ({ id, change, note, paper, party }))).toEqual([
      { id: 'q1~glove', change: 60, note: 'q1', paper: '粤 0117', party: 'city store' },
      { id: 'q1~formula', change: 4, note: 'q1', paper: '粤 0117', party: 'city store' },
    ])
    expect(when(on, who.unit, 'receiveGoods', { note: 'q1', place: 'p1', lines: lines.slice(1) })).toBe('exists')
    expect(when(given(), who.unit, 'receiveGoods', { note: 'q1', place: 'p1', lines: [...lines, { supply: 'gold', quantity: 1 }] })).toBe('invalid')
  })

  it('goods out: what one item lacks keeps the others in stock, and the refusal names it', () => {
    expect(held(then(given(), 'issueGoods', { note: 'q1', place: 'p1', party: 'school', lines }))).toEqual({ glove: 40, formula: 4 })
    const short = outcome(given(), who.unit, 'issueGoods', { note: 'q1', place: 'p1', lines: [{ supply: 'glove', quantity: 60 }, { supply: 'formula', quantity: 9 }] })
    expect(short).toMatchObject({ code: 'not_in_stock', detail: 'formula' })
    expect(when(given({ delivery: [{ id: 'd0', quantity: 50 }] }), who.unit, 'issueGoods', { note: 'q1', place: 'p1', lines })).toBe('not_in_stock')
    expect(when(given(), who.unit, 'issueGoods', { note: 'q1', place: 'p1', spoiled: true, lines })).toBe('needs_reason')
    expect(when(given({ move: [{ id: 'q1~glove' }] }), who.unit, 'issueGoods', { note: 'q1', place: 'p1', lines })).toBe('exists')
  })

  it('an item stands once in a note, and a note has at most a hundred lines', () => {
    for (const name of ['receiveGoods', 'issueGoods'] as const) {
      expect(when(given(), who.unit, name, { note: 'q1', place: 'p1', lines: [...lines, ...lines] })).toBe('invalid')
      expect(when(given(), who.unit, name, { note: 'q1', place: 'p1', lines: [] })).toBe('invalid')
      expect(when(given(), who.unit, name, { note: 'q1', place: 'p1', lines: Array.from({ length: 101 }, (_, i) => ({ supply: `x${i}`, quantity: 1 })) })).toBe('invalid')
    }
  })

  it('goods sent: each line is on its way at once, for its shortage, and leaves the store', () => {
    const on = given({ shortage: [{ id: 'n1', place: 'p3', quantity: 50, supply: 'glove' }] })
    const send = { note: 'q1', place: 'p1', to: 'p3', driver: 'van 1', dueAt: noon + 3 * hour, lines: [{ supply: 'glove', quantity: 50, shortage: 'n1' }, { supply: 'formula', quantity: 4 }] }
    expect(outcome(on, who.unit, 'sendGoods', { ...send, lines: [{ supply: 'glove', quantity: 51, shortage: 'n1' }, { supply: 'formula', quantity: 9 }] })).toMatchObject({ code: 'not_in_stock' })
    expect(when(on, who.unit, 'sendGoods', { ...send, to: 'p1' })).toBe('invalid')
    const elsewhere = { place: [{ id: 'p1' }, { id: 'p2' }, { id: 'p3' }], shortage: [{ id: 'n1', place: 'p2', quantity: 50, supply: 'glove' }] }
    expect(when(given(elsewhere), who.unit, 'sendGoods', send)).toBe('invalid')
    then(on, 'sendGoods', send)
    expect(held(on)).toEqual({ glove: 50, formula: 4 })
    expect(on.get('shortage', 'n1')).toMatchObject({ allocated: 50, covered: 0, state: 'open' })
    expect([...on.all('delivery')].map(({ id, state, note, dueAt, driver }) => ({ id, state, note, dueAt, driver }))).toEqual(['glove', 'formula'].map(item => ({ id: `q1~${item}`, state: 'onTheWay', note: 'q1', dueAt: noon + 3 * hour, driver: 'van 1' })))
    expect(when(on, who.unit, 'sendGoods', { ...send, lines: [{ supply: 'formula', quantity: 1 }] })).toBe('exists')

    const signed = [{ delivery: 'q1~glove', received: 50 }, { delivery: 'q1~formula', received: 3 }]
    expect(when(on, who.unit, 'receiveDeliveries', { deliveries: [signed[0]!, { delivery: 'q1~formula', received: 5 }], signedBy: 'head' })).toBe('more_than_needed')
    then(on, 'receiveDeliveries', { deliveries: signed, signedBy: 'head' })
    expect(held(on, 'p3')).toEqual({ glove: 50, formula: 3 })
    expect(on.get('shortage', 'n1')).toMatchObject({ covered: 50, state: 'covered' })
    expect(when(on, who.unit, 'receiveDeliveries', { deliveries: signed, signedBy: 'head' })).toBe('illegal_delivery')
    // The same delivery twice in one signature is refused as well.
    expect(when(given({ delivery: [{ id: 'd1', state: 'onTheWay' }] }), who.unit, 'receiveDeliveries', { deliveries: [{ delivery: 'd1', received: 1 }, { delivery: 'd1', received: 1 }], signedBy: 'head' })).toBe('illegal_delivery')
  })
})

it('[K9] a stocktaking of many items: equal ones are marked as counted, others need a reason, moved books are named', () => {
  const count = (glove: object, formula: object) => ({ note: 'q1', place: 'p1', lines: [{ supply: 'glove', counted: 100, seen: 100, ...glove }, { supply: 'formula', counted: 8, seen: 8, ...formula }] })
  const on = then(given(), 'takeStock', count({}, { counted: 6, reason: 'two tins opened' }))
  expect([...on.all('stock')].map(({ quantity, countedAt }) => ({ quantity, countedAt }))).toEqual([{ quantity: 100, countedAt: noon }, { quantity: 6, countedAt: noon }])
  expect([...on.all('move')]).toMatchObject([{ supply: 'formula', change: -2, why: 'counted', note: 'q1', reason: 'two tins opened' }])
  expect(outcome(given(), who.unit, 'takeStock', count({}, { counted: 6 }))).toMatchObject({ code: 'needs_reason', detail: 'formula' })
  expect(outcome(given(), who.unit, 'takeStock', count({ counted: 90, reason: 'wet' }, { seen: 9 }))).toMatchObject({ code: 'stock_moved', detail: 'formula' })
  // A later movement keeps the moment of the count.
  expect(then(on, 'issueGoods', { note: 'q2', place: 'p1', lines: [{ supply: 'glove', quantity: 1 }] }).get('stock', 'p1_glove')).toMatchObject({ quantity: 99, countedAt: noon })
  // An item that was never on the shelf is found there.
  expect(then(given({ stock: [] }), 'takeStock', { note: 'q3', place: 'p1', lines: [{ supply: 'formula', counted: 2, seen: 0, reason: 'found' }] }).get('stock', 'p1_formula')).toMatchObject({ quantity: 2, countedAt: noon })
})
