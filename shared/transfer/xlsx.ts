import type { OnRows } from './allowance.ts'
import type { Sheet } from './sheet.ts'
import { unzipSync } from 'fflate'
import { zipFault } from '../core/zip-check.ts'
import { allowance } from './allowance.ts'
import { Problem } from './problem.ts'
import { dateStyles, sharedTexts, sheetNames } from './xlsx-parts.ts'
import { sheetRows } from './xlsx-sheet.ts'

const wanted = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i

/** The sheets of an .xlsx file, hidden ones too. The unpacked size is checked before anything is unpacked, and what the sheets show while they are read. Throws a Problem. */
export function readXlsx(bytes: Uint8Array<ArrayBuffer>, onRows: OnRows): Omit<Sheet, 'cut'>[] {
  const fault = zipFault(bytes)
  if (fault) throw new Problem(fault)
  const parts = unpacked(bytes)
  const part = (name: string) => new TextDecoder().decode(parts.get(name.toLowerCase()) ?? new Uint8Array())
  const { sheets, from1904 } = sheetNames(part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels'))
  // Two tabs with one part would have it read twice, a thousand tabs a thousand times.
  if (!sheets.length || new Set(sheets.map(one => one.part)).size < sheets.length) throw new Problem('damaged')
  const context = { texts: sharedTexts(part('xl/sharedStrings.xml')), dates: dateStyles(part('xl/styles.xml')), from1904, allowance: allowance(onRows) }
  return sheets.map(({ name, hidden, part: path }) => ({ name, hidden, ...sheetRows(part(path), context) }))
}

function unpacked(bytes: Uint8Array<ArrayBuffer>): ReadonlyMap<string, Uint8Array> {
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter: ({ name }) => wanted.test(name) })).map(([name, content]) => [name.toLowerCase(), content]))
  } catch {
    throw new Problem('damaged')
  }
}
