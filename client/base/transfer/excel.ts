import { cell } from '../../../shared/core/text.ts'

/** Every cell is of type text, so that no content becomes a formula. */
export async function toExcel(head: readonly string[], rows: readonly (readonly string[])[], sheet: string): Promise<Blob> {
  const { default: write } = await import('write-excel-file/browser')
  const text = (value: string) => ({ value: cell(value), type: String })
  const file = await write([head.map(title => ({ ...text(title), fontWeight: 'bold' as const })), ...rows.map(row => row.map(text))], { sheet: sheet.slice(0, 31) })
  return file.toBlob()
}
