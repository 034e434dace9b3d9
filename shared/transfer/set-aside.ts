import type { Merge, Row } from './sheet.ts'
import { narrow } from './cell.ts'

/** Why a row is not part of the list: it is above the head, a total or subtotal, blank but for its number, a repeated head, a note, or a heading. */
export const asides = ['above', 'total', 'blank', 'head', 'note', 'heading'] as const
export type Aside = (typeof asides)[number]

const total = /^.{0,16}(?:小计|合计|总计|共计|累计|小計|合計|總計|共計|累計)[:：]?\d*(?:\.\d+)?[家个处所间户人名]?$|^共\d+[家个处所间户人名]$|^(?:sub|grand)?-?totals?:?\d*$/i
const note = /^(?:注|附注|备注|備註|说明|說明|填表|填报|填報|制表|审核|審核|审批|负责人|联系人|日期|notes?|remarks?)[^:：]{0,8}[:：]|^第\d+页|^续表/i
const serial = /序号|编号|序號|編號|^no\.?$|^#$/i

interface Context {
  readonly titles: readonly string[]
  /** The rows of the head. */
  readonly heads: readonly Row[]
  readonly merges: readonly Merge[]
  /** Cells that got the text of a merged cell above, as `line/column`. */
  readonly filled: ReadonlySet<string>
}

/** Why the row is set aside; null if it is part of the list. */
export function asideOf({ line, cells }: Row, { titles, heads, merges, filled }: Context): Aside | null {
  const own = cells.map((cell, column) => filled.has(`${line}/${column}`) ? '' : narrow(cell))
  const full = own.flatMap((cell, column) => cell ? [{ cell, column }] : [])
  if (full.every(({ cell, column }) => serial.test(narrow(titles[column] ?? '')) && /^\d+$/.test(cell))) return 'blank'
  // A subtotal says so in one of its first three cells, whatever the other cells contain.
  if (full.slice(0, 3).some(({ cell }) => total.test(cell))) return 'total'
  if (full.length > 1 && (heads.some(head => same(full, head.cells)) || same(full, titles))) return 'head'
  const [first] = full
  if (full.length <= 2 && first && note.test(first.cell)) return 'note'
  const across = merges.some(one => one.top === line && one.bottom === line && one.left === first?.column && one.right - one.left > titles.length / 2)
  return full.length === 1 && across && titles.length > 3 ? 'heading' : null
}

const same = (full: readonly { readonly cell: string, readonly column: number }[], head: readonly string[]) =>
  full.every(({ cell, column }) => {
    const title = narrow(head[column] ?? '')
    return title === cell || (title !== '' && cell.length > 1 && title.endsWith(cell))
  })
