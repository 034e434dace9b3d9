import type { OnRows } from './allowance.ts'
import type { Row } from './sheet.ts'
import Papa from 'papaparse'
import { allowance } from './allowance.ts'
import { Problem } from './problem.ts'
import { mostRows } from './sheet.ts'

const dividers = [',', '\t', ';', '|']

/** Decodes bytes as UTF-8, UTF-16, GB18030 or Big5 (which Excel writes on Chinese desktops), whichever they are. Throws the problem `not_a_list`. */
export function decoded(bytes: Uint8Array): string {
  const [a, b] = bytes
  if ((a === 0xFF && b === 0xFE) || (a === 0xFE && b === 0xFF)) return new TextDecoder(a === 0xFF ? 'utf-16le' : 'utf-16be').decode(bytes)
  if (bytes.includes(0)) return wideText(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(looksBig5(bytes) ? 'big5' : 'gb18030').decode(bytes)
  }
}

/** Decodes UTF-16 without a byte order mark: its commas, digits and line breaks have a zero byte, nearly always on the same side. */
function wideText(bytes: Uint8Array): string {
  const zeros = bytes.reduce((sum, byte) => sum + Number(byte === 0), 0)
  const even = bytes.reduce((sum, byte, i) => sum + Number(byte === 0 && i % 2 === 0), 0)
  const odd = zeros - even
  if (bytes.length % 2 || Math.min(even, odd) * 20 > Math.max(even, odd)) throw new Problem('not_a_list')
  const text = new TextDecoder(odd > even ? 'utf-16le' : 'utf-16be').decode(bytes)
  if (/(?![\t\n\v\f\r])\p{Cc}|\uFFFD/u.test(text)) throw new Problem('not_a_list')
  return text
}

/** In Big5 about two fifths of the second bytes are below 0x7F; in GB18030 only those of rare characters are. */
function looksBig5(bytes: Uint8Array): boolean {
  let [low, all] = [0, 0]
  for (let i = 0; i + 1 < bytes.length; i++) {
    const [first = 0, second = 0] = [bytes[i], bytes[i + 1]]
    if (first < 0x81) continue
    all++
    if (second >= 0x40 && second <= 0x7E) low++
    i++
  }
  return low * 6 > all
}

/** The divider that gives most of the first lines the same number of cells, more than one. */
function dividerOf(text: string): string {
  const begin = text.slice(0, 20_000)
  const scores = dividers.map((delimiter) => {
    const widths = Papa.parse<string[]>(begin, { delimiter, preview: 60, skipEmptyLines: true }).data.map(row => row.length).filter(width => width > 1)
    const counts = new Map<number, number>()
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
    return Math.max(0, ...counts.values())
  })
  return dividers[scores.indexOf(Math.max(...scores))] ?? ','
}

/** The rows of a CSV file with their line numbers. The first line may name the divider (`sep=;`). Throws the problems `not_a_list`, `too_many_rows` and `bomb`. */
export function readCsv(bytes: Uint8Array, onRows: OnRows): Row[] {
  const whole = decoded(bytes).replace(/^\uFEFF/, '')
  const said = /^"?sep=(.)"?\r?\n/i.exec(whole)
  const text = said ? whole.slice(said[0].length) : whole
  const { data } = Papa.parse<string[]>(text, { delimiter: said?.[1] ?? dividerOf(text), preview: mostRows + 2 })
  const rows = data.map((cells, i) => ({ line: i + (said ? 2 : 1), cells })).filter(({ cells }) => cells.some(one => one.trim() !== ''))
  if (data.length > mostRows + 1) throw new Problem('too_many_rows')
  data.forEach(allowance(onRows).row)
  return rows
}
