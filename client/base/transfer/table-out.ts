import type { ListColumn, ListOut } from './write-list.ts'
import type { Cell } from './write-sheet.ts'
import { listOut } from './write-list.ts'

/** Reads a table from the page, with its titles, rows and sum. Only for tables of figures, which exist nowhere else. */
export function tableOut(title: string, table: HTMLTableElement): ListOut {
  const texts = (row: Element) => [...row.querySelectorAll<HTMLTableCellElement>('th, td')].flatMap(cell => [shown(cell), ...Array.from({ length: (cell.colSpan || 1) - 1 }, () => '')])
  const heads = [...table.querySelectorAll('thead tr')].map(texts)
  const rows = [...table.querySelectorAll('tbody tr, tfoot tr')].map(texts)
  const wide = Math.max(0, ...rows.map(row => row.length))
  const fields: ListColumn<readonly string[]>[] = Array.from({ length: wide }, (_, i) => ({ title: heads.at(-1)?.[i] ?? '', i }))
    .filter(({ title, i }) => title !== '' || rows.some(row => row[i]))
    .map(({ title, i }) => ({ title, holds: 'text', of: row => figure(row[i] ?? '') }))
  return listOut(title, rows, fields)
}

/** The visible content of a cell: the value of its field, else its text without buttons. */
function shown(cell: HTMLTableCellElement): string {
  const field = cell.querySelector<HTMLInputElement | HTMLSelectElement>('input, select')
  if (field) return field instanceof HTMLSelectElement ? field.selectedOptions[0]?.textContent?.trim() ?? '' : field.value
  const copy = cell.cloneNode(true) as HTMLElement
  copy.querySelectorAll('button, svg').forEach(one => one.remove())
  for (const small of copy.querySelectorAll('small, br')) small.before(' ')
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/** Turns figures into numbers. Ten or more digits, or a leading zero, mean a phone number or an id, which must stay text. */
function figure(text: string): Cell {
  const plain = text.replaceAll(',', '').replace('−', '-')
  if (/^[+-]?(?:0|[1-9]\d{0,8})(?:\.\d+)?$/.test(plain)) return Number(plain)
  return text === '—' ? null : text
}
