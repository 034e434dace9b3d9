import type { Cell, Column, SheetHead } from './write-sheet.ts'
import { nowExactly } from '../../core/clock.ts'
import { exact } from '../../core/time.ts'
import { making } from './making.ts'
import { save } from './save.ts'
import { writeFile } from './write-file.ts'

/** A list to be saved as an Excel file. `rows` must be repeatable: it is called when the file is made, and again after a failure. */
export interface ListOut extends SheetHead {
  /** Without the file extension. */
  readonly fileName: string
  readonly all: number
  readonly rows: () => Iterable<readonly Cell[]>
}
/** A column, and the function that gives its cell for one item. */
export interface ListColumn<T> extends Column { readonly of: (item: T) => Cell }

let wanted: ListOut | null = null
let stop = new AbortController()

/** A list of items. The file is named after the title and the county's time; the sheet's `name` defaults to the title. */
export function listOut<T>(title: string, items: readonly T[], fields: readonly ListColumn<T>[], name = title): ListOut {
  function* rows() {
    for (const item of items) yield fields.map(field => field.of(item))
  }
  return { name, columns: fields, all: items.length, rows, fileName: `${title.replace(/[/\\:*?"<>|]/g, ' ')}-${exact(nowExactly()).slice(0, 16).replace(/\D/g, '')}` }
}

/** Like `listOut`, for rows that are text already. */
export const textsOut = (title: string, head: readonly string[], rows: readonly (readonly string[])[], name = title): ListOut =>
  listOut(title, rows, head.map((words, i) => ({ title: words, holds: 'text', of: row => row[i] ?? '' })), name)

/** Makes and downloads the file. False if it was stopped, it failed (the page says so), or another is still being made. */
export async function saveList(list: ListOut): Promise<boolean> {
  if (making.value && !making.value.failed) return false
  wanted = list
  stop = new AbortController()
  const begun = { name: `${list.fileName}.xlsx`, made: 0, all: list.all }
  making.value = begun
  const { name, columns } = list
  const bare = { name, columns: columns.map(({ title, holds }) => ({ title, holds })) }
  const done = await writeFile(bare, list.rows(), { signal: stop.signal, onRows: made => making.value = { ...begun, made } })
  if ('failed' in done) {
    making.value = done.failed === 'stopped' ? null : { ...begun, failed: done.failed }
    return false
  }
  save(done.file, begun.name)
  making.value = null
  return true
}

export const stopMaking = (): void => stop.abort()
export const makeAgain = (): void => void (wanted && saveList(wanted))
export function forgetMaking(): void {
  making.value = null
  wanted = null
}
