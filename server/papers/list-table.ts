import type { Hints } from '../../shared/transfer/columns.ts'
import type { Table } from '../../shared/transfer/table.ts'
import { Buffer } from 'node:buffer'
import { reject } from '../../shared/core/rejection.ts'
import { placeHints, rosterHints, stockHints } from '../../shared/transfer/columns.ts'
import { Problem } from '../../shared/transfer/problem.ts'
import { readSheets } from '../../shared/transfer/read-file.ts'
import { likeliest, tableOf } from '../../shared/transfer/table.ts'

export const lists = { places: placeHints, stock: stockHints, roster: rosterHints } as const
export type ListName = keyof typeof lists
/** The list of a file and the sheet it was found on. */
export interface ListTable extends Table { readonly sheet: string }

/** Larger lists go by the page, which sorts them on the device of their sender. */
const mostRows = 5000

/** The likeliest list of a file, as JSON. Rejects with `unreadable_list` and why, or with `too_large`. */
export function listTable(list: ListName, name: string, file: Uint8Array): Uint8Array {
  const hints: Hints<string> = lists[list]
  try {
    const sheet = likeliest(readSheets(name, new Uint8Array(file)), hints) ?? reject('unreadable_list', 'empty')
    const table: ListTable = { ...tableOf(sheet, hints), sheet: sheet.name }
    if (table.rows.length > mostRows) reject('too_large', 'rows')
    return Buffer.from(JSON.stringify(table))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return reject(error.code === 'too_large' || error.code === 'bomb' ? 'too_large' : 'unreadable_list', error.code)
  }
}
