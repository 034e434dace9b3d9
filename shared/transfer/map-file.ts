import type { OnRows } from './allowance.ts'
import type { Row } from './sheet.ts'
import { allowance } from './allowance.ts'
import { Problem } from './problem.ts'
import { longestCell, mostRows } from './sheet.ts'
import { walk } from './xml.ts'

/** Reads the points of a KML or GPX file as the rows of a list, so that they pass the same preview as every other list. */

/** True for the text of such a file. */
export const isMapFile = (text: string): boolean => /^\uFEFF?\s*</.test(text) && /<(?:\w+:)?(?:kml|gpx)[\s>]/i.test(text)

/** Elements within elements, and fields of one file. */
const most = { depth: 64, fields: 64 } as const
/** The heads of what every file has. The import of places knows them. */
const [name, note, lng, lat, id] = ['名称', '备注', '经度', '纬度', '编号'] as const
/** What an element is called in our rows. */
const plain: Readonly<Record<string, string>> = { name, description: note, desc: note, address: '地址' }

/** The rows under their heads, without lines; a field of `ExtendedData` or `extensions` is a column. Throws the problems `damaged`, `bomb`, `too_many_rows` and `not_a_list`. */
export function readMapFile(xml: string, onRows: OnRows = () => {}): Row[] {
  // A document type can declare entities, which no map needs.
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw new Problem('damaged')
  const count = allowance(onRows)
  const heads = new Map<string, number>([name, note, lng, lat, id].map((head, i) => [head, i]))
  const found: string[][] = []
  const path: string[] = []
  let row: Map<string, string> | null = null
  /** A way between places is none itself. */
  let way = false
  let field = ''
  let text = ''

  function put(head: string, value: string): void {
    if (!row || !head || !value.trim()) return
    if (!heads.has(head)) {
      if (heads.size >= most.fields) return
      heads.set(head, heads.size)
    }
    // A field of our own lists comes under its own head, and stays as it is.
    if (!row.has(head)) row.set(head, value.trim().slice(0, longestCell + 1))
  }
  function finish(): void {
    if (!row || (way && !row.has(lng))) return void (row = null)
    const cells: string[] = []
    for (const [head, value] of row) cells[heads.get(head) ?? 0] = value
    const whole = Array.from({ length: heads.size }, (_, i) => cells[i] ?? '')
    count.row(whole)
    if (found.push(whole) > mostRows) throw new Problem('too_many_rows')
    row = null
  }

  walk(xml, {
    open(tag, attributes) {
      if (path.push(tag) > most.depth) throw new Problem('bomb')
      text = ''
      if (tag === 'Placemark' || tag === 'wpt') {
        [row, way] = [new Map(), false]
        const own = attributes()
        put(id, own.id ?? '')
        put(lng, own.lon ?? '')
        put(lat, own.lat ?? '')
      }
      if (tag === 'LineString') way = true
      if (row && (tag === 'Data' || tag === 'SimpleData' || tag === 'field')) field = attributes().name ?? ''
    },
    text(part) {
      if (row && text.length <= longestCell) text += part
    },
    close(tag) {
      path.pop()
      if (tag === 'Placemark' || tag === 'wpt') return finish()
      if (tag === 'coordinates' && path.at(-1) === 'Point') {
        const [east = '', north = ''] = text.trim().split(/[\s,]+/)
        put(lng, east)
        put(lat, north)
      }
      if (tag === 'id' && path.at(-1) === 'extensions') put(id, text)
      if (tag === 'value' || tag === 'SimpleData' || tag === 'field') put(field, text)
      else if (path.at(-1) === 'Placemark' || path.at(-1) === 'wpt') put(plain[tag] ?? '', text)
      text = ''
    },
  })
  if (path.length) throw new Problem('damaged')
  if (!found.length) throw new Problem('not_a_list')
  return [{ line: 1, cells: [...heads.keys()] }, ...found.map((cells, i) => ({ line: i + 2, cells: Array.from({ length: heads.size }, (_, k) => cells[k] ?? '') }))]
}
