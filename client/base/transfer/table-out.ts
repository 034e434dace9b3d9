import type { Field, ListOut } from './write-list.ts'
import type { Cell } from './write-sheet.ts'
import { listOut } from './write-list.ts'

/** A table as it is shown: its head, its rows, its sum. For tables of figures, whose rows are nowhere but on the page. */
export function tableOut(title: string, table: HTMLTableElement): ListOut {
  const texts = (row: Element) => [...row.querySelectorAll<HTMLTableCellElement>('th, td')].flatMap(cell => [shown(cell), ...Array.from({ length: (cell.colSpan || 1) - 1 }, () => '')])
  const heads = [...table.querySelectorAll('thead tr')].map(texts)
  const rows = [...table.querySelectorAll('tbody tr, tfoot tr')].map(texts)
  const wide = Math.max(0, ...rows.map(row => row.length))
  const fields: Field<readonly string[]>[] = Array.from({ length: wide }, (_, i) => ({ title: heads.at(-1)?.[i] ?? '', i }))
    .filter(({ title, i }) => title !== '' || rows.some(row => row[i]))
    .map(({ title, i }) => ({ title, holds: 'text', of: row => figure(row[i] ?? '') }))
  return listOut(title, rows, fields)
}

/** What a reader sees in a cell: the value of its field, or its text without buttons. */
function shown(cell: HTMLTableCellElement): string {
  const field = cell.querySelector<HTMLInputElement | HTMLSelectElement>('input, select')
  if (field) return field instanceof HTMLSelectElement ? field.selectedOptions[0]?.textContent?.trim() ?? '' : field.value
  const copy = cell.cloneNode(true) as HTMLElement
  copy.querySelectorAll('button, svg').forEach(one => one.remove())
  for (const small of copy.querySelectorAll('small, br')) small.before(' ')
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/** Figures as numbers. Ten digits or more, or a zero in front, are a phone or an id and stay text. */
function figure(text: string): Cell {
  const plain = text.replaceAll(',', '').replace('−', '-')
  if (/^[+-]?(?:0|[1-9]\d{0,8})(?:\.\d+)?$/.test(plain)) return Number(plain)
  return text === '—' ? null : text
}
