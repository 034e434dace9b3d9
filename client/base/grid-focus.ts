import type { Directive } from 'vue'

/** The cells of a table that can be used, row by row. A row may have fewer of them than the one above. */
const rowsOf = (table: HTMLTableElement) => [...table.rows].map(row => [...row.cells].map(cell => [...cell.querySelectorAll<HTMLElement>('a[href]')])).filter(row => row.some(cell => cell.length))

type Rows = ReturnType<typeof rowsOf>
interface Spot { readonly row: number, readonly cell: number, readonly link: number }

function spotOf(rows: Rows, el: Element): Spot | undefined {
  for (const [row, cells] of rows.entries()) {
    for (const [cell, links] of cells.entries()) {
      const link = links.indexOf(el as HTMLElement)
      if (link >= 0) return { row, cell, link }
    }
  }
  return undefined
}

/** Left and right go through a row, link by link. Up and down stay in the column and pass over empty cells. Home and End go to the ends of the row, with Ctrl of the table. */
function next(rows: Rows, { row, cell, link }: Spot, { key, ctrlKey }: KeyboardEvent): HTMLElement | undefined {
  const [line, here] = [rows[row]!.flat(), rows[row]![cell]![link]!]
  const upright = (to: 1 | -1) => {
    for (let at = row + to; rows[at]; at += to) {
      const links = rows[at]![cell] ?? []
      if (links.length) return links[Math.min(link, links.length - 1)]
    }
    return undefined
  }
  switch (key) {
    case 'ArrowRight': return line[line.indexOf(here) + 1]
    case 'ArrowLeft': return line[line.indexOf(here) - 1]
    case 'ArrowDown': return upright(1)
    case 'ArrowUp': return upright(-1)
    case 'Home': return (ctrlKey ? rows[0]!.flat() : line)[0]
    case 'End': return (ctrlKey ? rows.at(-1)!.flat() : line).at(-1)
    default: return undefined
  }
}

const keys = new Set(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End'])

function move(event: KeyboardEvent): void {
  if (!keys.has(event.key) || event.altKey || event.metaKey) return
  const rows = rowsOf(event.currentTarget as HTMLTableElement)
  const spot = spotOf(rows, event.target as Element)
  if (!spot) return
  // Also at an edge: the page must not scroll away from under the focus.
  event.preventDefault()
  next(rows, spot, event)?.focus()
}

/** Makes one link the stop of the Tab key: the named one, or the one that is it already, or the first. */
function stopAt(table: HTMLTableElement, chosen?: EventTarget | null): void {
  const links = [...table.querySelectorAll<HTMLElement>('a[href]')]
  const stop = links.find(one => one === chosen) ?? links.find(one => one.getAttribute('tabindex') === '0') ?? links[0]
  for (const one of links) one.tabIndex = one === stop ? 0 : -1
}

/** A table of links that is one stop of the Tab key. Arrow keys move within it, and Tab comes back to where it was left. */
export const vOneStop: Directive<HTMLTableElement> = {
  mounted(table) {
    stopAt(table)
    table.addEventListener('focusin', ({ target }) => stopAt(table, target))
    table.addEventListener('keydown', move)
  },
  updated: table => stopAt(table),
}
