import type { Delivery, Move } from '../../shared/records.ts'
import type { ListColumn, ListOut } from '../base/transfer/write-list.ts'
import { fieldWords } from '../base/lists/field-words.ts'
import { listOut } from '../base/transfer/write-list.ts'
import { records } from '../core/board.ts'
import { townshipName } from '../core/county-names.ts'
import { said } from '../core/language.ts'
import { nameOf } from '../core/names.ts'
import { wallClock } from '../core/time.ts'
import { deliveryWords } from './delivery-words.ts'
import { importWords } from './import-words.ts'
import { measureOf, placeName, supplyOf } from './supplies.ts'
import { supplies as words } from './words.ts'

const text = <T>(title: string, of: (one: T) => string): ListColumn<T> => ({ title, holds: 'text', of })
const number = <T>(title: string, of: (one: T) => number | null): ListColumn<T> => ({ title, holds: 'number', of })
const time = <T>(title: string, of: (one: T) => number | null): ListColumn<T> => ({ title, holds: 'time', of: (one) => {
  const at = of(one)
  return at === null ? null : wallClock(at)
} })
const item = (of: string) => said(supplyOf(of))
const goods = () => [text<{ readonly supply: string }>(importWords.value.columns.item, one => item(one.supply))]

/** The whole stock as a list. Its column titles must be those that the stock import recognises. */
export const stockList = (): ListOut => listOut(words.value.stock, records('stock').map(({ place, supply, quantity, township }) => ({ place, supply, quantity, township })), [
  text(importWords.value.columns.place, one => placeName(one.place)),
  ...goods(),
  number(importWords.value.columns.quantity, one => one.quantity),
  text(fieldWords.value.measure, one => measureOf(one.supply)),
  text(fieldWords.value.township, one => townshipName(one.township)),
])

/** The ledger of one item at a place, or of all its items, newest first. */
export const ledgerList = (place: string, supply: string | undefined, lines: readonly Move[]): ListOut => listOut<Move>([words.value.ledger, placeName(place), supply && item(supply)].filter(Boolean).join('-'), lines, [
  time(fieldWords.value.at, one => one.at),
  ...goods(),
  text(fieldWords.value.kind, one => words.value.moves[one.why]),
  number(fieldWords.value.quantity, one => one.change),
  text(fieldWords.value.measure, one => measureOf(one.supply)),
  text(fieldWords.value.by, one => nameOf(one.by)),
  text(words.value.note, one => one.paper),
  text(words.value.party, one => one.party),
  text(fieldWords.value.reason, one => one.reason),
], words.value.ledger)

export const deliveryList = (): ListOut => listOut<Delivery>(words.value.views.deliveries, records('delivery'), [
  ...goods(),
  number(importWords.value.columns.quantity, one => one.quantity),
  text(fieldWords.value.measure, one => measureOf(one.supply)),
  text(fieldWords.value.from, one => placeName(one.from)),
  text(fieldWords.value.to, one => placeName(one.to)),
  text(fieldWords.value.state, one => deliveryWords.value.states[one.state]),
  number(fieldWords.value.received, one => one.received),
  text(fieldWords.value.reason, one => one.explained),
  time(fieldWords.value.allocatedAt, one => one.allocatedAt),
  time(fieldWords.value.dispatchedAt, one => one.dispatchedAt),
  time(fieldWords.value.receivedAt, one => one.receivedAt),
])
