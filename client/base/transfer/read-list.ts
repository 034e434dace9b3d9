import Papa from 'papaparse'
import { readSheet } from 'read-excel-file/web-worker'
import { zipFault, zipLimits } from '../../../shared/core/zip-check.ts'
import { Problem } from './problem.ts'

export const mostRows = 50_000
const longestCell = 2000

/** The rows of an Excel or CSV file as plain text; the first is the head. Throws a Problem. Runs in a worker that can be ended. */
export async function readList(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  if (bytes.length > zipLimits.bytes) throw new Problem('too_large')
  if (!bytes.length) throw new Problem('empty')
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4B
  if (!zip && /\.xlsx?$/i.test(name)) throw new Problem('damaged')
  const rows = zip ? await excel(bytes) : csv(bytes)
  const full = rows.map(row => row.map(cell => cell.slice(0, longestCell).trim())).filter(row => row.some(cell => cell !== ''))
  if (full.length < 2) throw new Problem('empty')
  if (full.length > mostRows + 1) throw new Problem('too_many_rows')
  return full
}

async function excel(bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  const fault = zipFault(bytes)
  if (fault) throw new Problem(fault)
  const sheet = await readSheet(new Blob([bytes])).catch(() => {
    throw new Problem('damaged')
  })
  return sheet.map(row => row.map(cell => cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)))
}

/** UTF-8 if it is that without a fault, else GB18030, which is what Excel writes on a Chinese desktop. */
function csv(bytes: Uint8Array): string[][] {
  if (bytes.includes(0)) throw new Problem('not_a_list')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    text = new TextDecoder('gb18030').decode(bytes)
  }
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true, preview: mostRows + 2 })
  // A cell that was neutralised on export gets its first character back.
  return data.map(row => row.map(cell => /^'[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell))
}
