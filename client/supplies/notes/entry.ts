import type { SupplyItem } from '../../../shared/core/county.ts'
import type { Readings } from '../../base/readings.ts'
import { fit } from '../../base/search.ts'

/** What a clerk types, pastes or scans as one line of a note: an item by its name, pinyin, initials or code, with or without a quantity. */
export interface Entry {
  readonly supply: string
  /** Null if none was given. */
  readonly quantity: number | null
  /** True for a code that was scanned: each scan adds one pack to the line. */
  readonly scanned: boolean
}

/** The items that a text can mean, the best first. */
export function itemsFor(text: string, catalogue: readonly SupplyItem[], readings: Readings): readonly SupplyItem[] {
  return catalogue
    .map(item => ({ item, score: Math.max(fit(item.zh, text, readings), fit(item.en, text, readings)) }))
    .filter(one => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .map(one => one.item)
}

const most = 1_000_000
/** A number with its measure at the end of a line. */
const quantityAtEnd = /\d[\d,]{0,8}\s?\p{L}{0,4}$/u

/** Splits a line into the words for an item and a quantity. A number that is part of a name (N95) is no quantity. */
export function splitLine(line: string, catalogue: readonly SupplyItem[], readings: Readings): { readonly words: string, readonly quantity: number | null } {
  const text = line.normalize('NFKC').trim()
  const tail = itemsFor(text, catalogue, readings).length ? null : quantityAtEnd.exec(text)
  const quantity = Number.parseInt(tail?.[0].replaceAll(',', '') ?? '')
  const words = text.slice(0, tail?.index).trimEnd().replace(/[,:x×*]$/, '').trim()
  return words && quantity > 0 && quantity <= most ? { words, quantity } : { words: text, quantity: null }
}

/** Reads one line, or null if no item of the catalogue fits. */
export function readLine(line: string, catalogue: readonly SupplyItem[], readings: Readings): Entry | null {
  const code = line.normalize('NFKC').trim()
  for (const { id, codes } of catalogue) {
    const pack = code === id ? 1 : codes && Object.hasOwn(codes, code) ? codes[code] : undefined
    if (pack) return { supply: id, quantity: pack, scanned: true }
  }
  const { words, quantity } = splitLine(line, catalogue, readings)
  const item = itemsFor(words, catalogue, readings)[0]
  return item ? { supply: item.id, quantity, scanned: false } : null
}

export interface NoteLine { readonly supply: string, readonly quantity: number | null }

/** The lines with an entry added: a scan adds to the line of its item, a typed quantity replaces it. */
export function withEntry(lines: readonly NoteLine[], { supply, quantity, scanned }: Entry): readonly NoteLine[] {
  const line = lines.find(one => one.supply === supply)
  if (!line) return [...lines, { supply, quantity }]
  const after = scanned ? (line.quantity ?? 0) + (quantity ?? 0) : quantity ?? line.quantity
  return lines.map(one => one === line ? { supply, quantity: after } : one)
}
