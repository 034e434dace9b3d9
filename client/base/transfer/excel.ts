import { writeSheet } from './write-sheet.ts'

/** An Excel file in which every cell is text. */
export const toExcel = (head: readonly string[], rows: readonly (readonly string[])[], name: string): Promise<Blob> =>
  writeSheet({ name, columns: head.map(title => ({ title, holds: 'text' })) }, rows)
