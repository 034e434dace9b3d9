import type { County } from '../core/county.ts'
import type { Place } from '../records.ts'
import type { Mapping } from './columns.ts'
import type { Answers } from './county-words.ts'
import type { Row } from './sheet.ts'
import { plainWord, questions, wordsOf } from './county-words.ts'
import { decimalOf, numberIn } from './numbers.ts'
import { hash } from './plain-name.ts'

export type StockMeaning = 'place' | 'item' | 'quantity'
export type StockFault = 'no_place' | 'no_item' | 'bad_quantity' | 'lost_digits' | 'left_out' | 'twice'

/** Begins the id of a ledger line that comes from a list. */
export const importMark = 'im-'

interface StockRow { readonly line: number, readonly move: string, readonly place: string, readonly supply: string, readonly quantity: number }

interface Options {
  readonly county: County
  readonly places: Iterable<Place>
  readonly mapping: Mapping<StockMeaning>
  /** Whether the ledger already has a line with this id. */
  readonly known: (move: string) => boolean
  /** Whether the line with this id was taken back, so that its row can be entered again under another id. */
  readonly withdrawn: (move: string) => boolean
  /** The name of the list. It distinguishes two lists with the same rows. */
  readonly list: string
  /** The id of the place or item that a word means, or an empty text to leave its rows out. */
  readonly answers: { readonly place: Answers, readonly item: Answers }
}

/** Sorts the rows of a stock list. An ambiguous place is a question, never a guess. The id of a ledger line is made of the list and the row, so that the same file twice adds nothing. */
export function sortStock(rows: readonly Row[], { county, places, mapping, known, withdrawn, list, answers }: Options) {
  const homes = new Map<string, string[]>()
  for (const { name, id, retired } of places) {
    if (!retired) homes.set(plainWord(name), [...homes.get(plainWord(name)) ?? [], id])
  }
  const items = wordsOf(county.supplies)
  const good: StockRow[] = []
  const bad: (Row & { readonly fault: StockFault })[] = []
  const asked = { place: questions(), item: questions() }
  const seen = new Set<string>()
  let [there, waiting] = [0, 0]
  const column = mapping.quantity
  const decimal = column === undefined ? '.' : decimalOf(rows.map(({ cells }) => cells[column] ?? ''))
  for (const row of rows) {
    const cell = (meaning: StockMeaning) => mapping[meaning] === undefined ? '' : row.cells[mapping[meaning]] ?? ''
    const [named, wanted] = [cell('place'), cell('item')]
    const could = homes.get(plainWord(named)) ?? []
    const place = could.length === 1 ? could[0] : answers.place.get(plainWord(named))
    const supply = items.get(plainWord(wanted)) ?? answers.item.get(plainWord(wanted))
    const quantity = numberIn(cell('quantity'), decimal)
    const fault: StockFault | null = !named ? 'no_place' : !wanted ? 'no_item' : quantity === 'lost' ? 'lost_digits' : !countable(quantity) ? 'bad_quantity' : place === '' || supply === '' ? 'left_out' : null
    if (fault || typeof quantity !== 'number') {
      bad.push({ ...row, fault: fault ?? 'bad_quantity' })
      continue
    }
    if (!place) asked.place.ask(named, row.line)
    if (!supply) asked.item.ask(wanted, row.line)
    if (!place || !supply) {
      waiting++
      continue
    }
    const text = `${list}|${place}|${supply}`
    if (seen.has(text)) {
      bad.push({ ...row, fault: 'twice' })
      continue
    }
    seen.add(text)
    const first = `${importMark}${hash(`${text}|${quantity}`, 3)}${hash(`${text}|${quantity}`, 4)}`
    let move = first
    for (let again = 2; withdrawn(move); again++) move = `${first}-${again}`
    if (known(move)) there++
    else good.push({ line: row.line, move, place, supply, quantity })
  }
  const candidates = (word: string): readonly string[] => homes.get(plainWord(word)) ?? []
  return { good, bad, known: there, asked: { place: asked.place.all(), item: asked.item.all() }, waiting, candidates }
}

const countable = (quantity: ReturnType<typeof numberIn>): boolean => typeof quantity === 'number' && Number.isInteger(quantity) && quantity >= 1 && quantity <= 1_000_000
