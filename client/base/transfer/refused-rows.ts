import type { ListOut } from './write-list.ts'
import { transfer } from './words.ts'
import { textsOut } from './write-list.ts'

interface Refused { readonly cells: readonly string[], readonly why: string }

/**
 * Refused rows as a list to be mended and imported as it is: the head and columns of the file they came in, and the reason
 * in a column at the end, which the import passes over. The reasons of an earlier round give way to the new ones.
 */
export function refusedRows(head: readonly string[], rows: readonly Refused[]): ListOut {
  const { why, badFile } = transfer.value
  const kept = head.flatMap((title, i) => title === why ? [] : [i])
  return textsOut(badFile, [...kept.map(i => head[i] ?? ''), why], rows.map(row => [...kept.map(i => row.cells[i] ?? ''), row.why]))
}
