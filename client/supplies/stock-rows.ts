import type { County } from '../../shared/core/county.ts'
import type { Place } from '../../shared/records.ts'
import { hash, plainName } from '../base/transfer/plain-name.ts'

const stockMeanings = ['place', 'item', 'quantity'] as const
type StockMeaning = (typeof stockMeanings)[number]
type StockFault = 'unknown_place' | 'unknown_item' | 'bad_quantity' | 'twice'

interface StockRow { readonly move: string, readonly place: string, readonly supply: string, readonly quantity: number }
interface BadStock { readonly line: number, readonly cells: readonly string[], readonly fault: StockFault }

const hints: Readonly<Record<StockMeaning, RegExp>> = { place: /场所|仓库|地点|点位|place|store|site/i, item: /物资|品名|名称|item|supply/i, quantity: /数量|库存|quantity|amount|stock/i }

/** Which column (from 0) has which meaning, by its head. */
export function guessStock(head: readonly string[]): Readonly<Partial<Record<StockMeaning, number>>> {
  const found = stockMeanings.map(meaning => [meaning, head.findIndex(title => hints[meaning].test(title.trim()))] as const)
  return Object.fromEntries(found.filter(([, column]) => column >= 0))
}

interface Options {
  readonly county: County
  readonly places: Iterable<Place>
  readonly mapping: Readonly<Partial<Record<StockMeaning, number>>>
  /** Lines that are in the ledger already. */
  readonly known: (move: string) => boolean
  /** What tells this list from another with the same rows: its name. */
  readonly list: string
}

/** Sorts the rows of a stock list. The line's id is made of the list and the row, so the same file twice adds nothing. A bad row stops no good one. */
export function sortStock(rows: readonly (readonly string[])[], { county, places, mapping, known, list }: Options) {
  const homes = new Map([...places].filter(place => !place.retired).map(place => [plainName(place.name), place.id] as const))
  const items = new Map(county.supplies.flatMap(one => [one.id, one.zh, one.en].map(name => [plainName(name), one.id] as const)))
  const good: StockRow[] = []
  const bad: BadStock[] = []
  const seen = new Set<string>()
  let there = 0
  rows.forEach((cells, i) => {
    const cell = (meaning: StockMeaning) => (mapping[meaning] === undefined ? '' : cells[mapping[meaning]] ?? '').trim()
    const wrong = (fault: StockFault) => void bad.push({ line: i + 2, cells, fault })
    const place = homes.get(plainName(cell('place')))
    if (!place) return wrong('unknown_place')
    const supply = items.get(plainName(cell('item')))
    if (!supply) return wrong('unknown_item')
    const quantity = Number(cell('quantity').replace(/[,，\s]/g, '') || Number.NaN)
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > 1_000_000) return wrong('bad_quantity')
    const text = `${list}|${place}|${supply}`
    if (seen.has(text)) return wrong('twice')
    seen.add(text)
    const move = `im-${hash(`${text}|${quantity}`, 3)}${hash(`${text}|${quantity}`, 4)}`
    if (known(move)) return void there++
    good.push({ move, place, supply, quantity })
  })
  return { good, bad, known: there }
}
