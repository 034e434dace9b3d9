import type { OnRows } from './allowance.ts'
import type { Sheet } from './sheet.ts'
import { clip } from '../core/text.ts'
import { zipLimits } from '../core/zip-check.ts'
import { cleanCell } from './cell.ts'
import { decoded, readCsv } from './csv.ts'
import { kmlOfZip } from './kmz.ts'
import { isMapFile, readMapFile } from './map-file.ts'
import { Problem } from './problem.ts'
import { longestCell } from './sheet.ts'
import { readXlsx } from './xlsx.ts'

const startsWith = (bytes: Uint8Array, ...head: readonly number[]) => head.every((byte, i) => bytes[i] === byte)

/**
 * Reads the sheets of an Excel or CSV file, or the points of a KML, KMZ or GPX file, as clean text. Every imported list must be read by this function. The content of the
 * file decides its format, not its name. Throws a Problem if the file cannot be read.
 */
export function readSheets(name: string, bytes: Uint8Array<ArrayBuffer>, onRows: OnRows = () => {}): Sheet[] {
  if (bytes.length > zipLimits.bytes) throw new Problem('too_large')
  if (!bytes.length) throw new Problem('empty')
  // This is the container of an .xls, and of an .xlsx with a password.
  if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) throw new Problem('old_excel')
  const zip = startsWith(bytes, 0x50, 0x4B)
  if (!zip && /\.xlsx$/i.test(name)) throw new Problem('damaged')
  // A KMZ is a KML with its pictures.
  const packed = zip ? kmlOfZip(bytes) : null
  const map = !zip && bytes[0] !== undefined && bytes.includes(0x3C) && isMapFile(decoded(bytes.subarray(0, 4096)))
  const sheets = zip && packed === null ? readXlsx(bytes, onRows) : [{ name: '', hidden: false, rows: packed !== null || map ? readMapFile(packed ?? decoded(bytes), onRows) : readCsv(bytes, onRows), merges: [] }]
  const clean = sheets.map(cleaned).filter(sheet => sheet.rows.length)
  if (!clean.some(sheet => sheet.rows.length > 1)) throw new Problem('empty')
  return clean
}

function cleaned(sheet: Omit<Sheet, 'cut'>): Sheet {
  let cut = 0
  const rows = sheet.rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((text) => {
      if (text.length > longestCell) cut++
      return cleanCell(clip(text, longestCell))
    }),
  }))
  return { ...sheet, rows: rows.filter(({ cells }) => cells.some(Boolean)), cut }
}
