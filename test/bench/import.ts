import type { Row } from './row.ts'
import { Buffer } from 'node:buffer'
import process from 'node:process'
import readXlsx from 'read-excel-file/node'
import write from 'write-excel-file/node'
import { county } from '../../shared/county/lianjiang/county.ts'
import { guess, placeHints } from '../../shared/transfer/columns.ts'
import { sortPlaces } from '../../shared/transfer/place-rows.ts'
import { readSheets } from '../../shared/transfer/read-file.ts'
import { likeliest, tableOf } from '../../shared/transfer/table.ts'
import { round } from './row.ts'
import { sized } from './size.ts'

/** With its title and its head the sheet has 50,000 rows, the most that a file may have. */
const rows = sized(49_998, 498)

/** A department's list: a title, its head, and places with numbers and positions. */
async function list(): Promise<Uint8Array> {
  const { townships, placeKinds } = county
  const text = (value: string) => ({ value, type: String })
  const number = (value: number) => ({ value, type: Number })
  const body = Array.from({ length: rows }, (_, i) => {
    const [township, kind] = [townships[i % townships.length], placeKinds[i % placeKinds.length]]
    return [number(i + 1), text(`第${i + 1}号`), text(kind?.zh ?? ''), text(township?.name ?? ''), text(`人民路${i % 300}号`), number((township?.seat[0] ?? 0) + (i % 97) / 100_000), number((township?.seat[1] ?? 0) + (i % 89) / 100_000)]
  })
  const head = ['序号', '名称', '类型', '镇街', '地址', '经度', '纬度'].map(text)
  return await (await write([[text('全县场所名册')], head, ...body], { sheet: '名册' })).toBuffer()
}

/** From a file of 50,000 rows to its sorted places, as the import does it, beside a plain reading of the same file into cells, which finds no head and checks nothing. */
export async function importing(): Promise<Row[]> {
  const file = await list()
  const [began, spent] = [performance.now(), process.cpuUsage()]
  const sheet = likeliest(readSheets('list.xlsx', new Uint8Array(file)), placeHints)
  if (!sheet) throw new Error('no list in the file')
  const table = tableOf(sheet, placeHints)
  const read = performance.now() - began
  const { fresh } = sortPlaces(table.rows, { county, head: table.head, mapping: guess(placeHints, table.head), datum: 'WGS-84', kind: '', township: '', places: [], answers: { kind: new Map(), township: new Map() }, confirmed: new Set() })
  const ours = performance.now() - began
  const { user, system } = process.cpuUsage(spent)
  if (fresh.length !== rows) throw new Error(`${fresh.length} of ${rows} rows are good`)
  const start = performance.now()
  await readXlsx(Buffer.from(file))
  const plain = performance.now() - start
  return [{ row: 'IMPORT', goal: '≤ 10,000 ms for 50,000 rows', figure: round(ours), opponent: round(plain), ratio: round(ours / plain), ok: ours <= 10_000, unit: 'ms', details: `${round((user + system) / 1000)} ms of processor; ${round(read)} ms of them reading, the rest judging each row; opponent: read-excel-file, which judges nothing; ${Math.round(file.length / 1024)} kB` }]
}
