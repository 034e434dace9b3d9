import type { ListOut } from './write-list.ts'
import { transfer } from './words.ts'
import { textsOut } from './write-list.ts'

interface Refused { readonly cells: readonly string[], readonly why: string }

/**
 * Refused rows as a list that can be corrected and imported again unchanged: it keeps the titles and columns of its file. The reasons are
 * in a last column, which the import ignores. They replace the reasons of an earlier round.
 */
export function refusedRows(head: readonly string[], rows: readonly Refused[]): ListOut {
  const { why, badFile } = transfer.value
  const kept = head.flatMap((title, i) => title === why ? [] : [i])
  return textsOut(badFile, [...kept.map(i => head[i] ?? ''), why], rows.map(row => [...kept.map(i => row.cells[i] ?? ''), row.why]))
}
