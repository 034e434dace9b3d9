import type { StockFault } from '../../shared/transfer/stock-rows.ts'
import { words } from '../core/language.ts'

interface Words {
  fileHint: string
  columns: Record<'place' | 'item' | 'quantity', string>
  good: (n: number) => string
  bad: (n: number) => string
  known: (n: number) => string
  unchecked: string
  faults: Record<StockFault, string>
  enter: (n: number) => string
  entered: (n: number) => string
  waits: (n: number) => string
  undone: string
}

const zh: Words = {
  fileHint: 'Excel 或 CSV，表头含 场所、物资、数量；不超过 10 MB',
  columns: { place: '场所', item: '物资', quantity: '数量' },
  good: n => `${n} 行可以入库`,
  bad: n => `${n} 行有问题`,
  known: n => `${n} 行之前已入库，不会重复`,
  unchecked: '没有连上服务器，未能核对较早的入库；已入过的行，服务器不会重复计入',
  faults: { no_place: '没写场所', no_item: '没写物资', bad_quantity: '数量不对', lost_digits: '数量成了科学计数法，位数已丢失', left_out: '按您的选择不导入', twice: '与前面一行重复' },
  enter: n => `入库 ${n} 行`,
  entered: n => `已入库 ${n} 行`,
  waits: n => `已保存在这台设备上，还有 ${n} 行没有送到服务器；连上后自动发送`,
  undone: '这次导入已撤销；已出库或已调拨的留在账上',
}

const en: Words = {
  fileHint: 'Excel or CSV with the heads place, item, quantity; 10 MB at most',
  columns: { place: 'Place', item: 'Item', quantity: 'Quantity' },
  good: n => `${n} rows can be entered`,
  bad: n => `${n} rows have a problem`,
  known: n => `${n} rows were entered before and are not repeated`,
  unchecked: 'Earlier entries could not be checked without the server; it does not enter a row twice',
  faults: { no_place: 'no place', no_item: 'no item', bad_quantity: 'not a quantity', lost_digits: 'shortened to the scientific form: digits are lost', left_out: 'left out, as you chose', twice: 'same as a row before' },
  enter: n => `Enter ${n} rows`,
  entered: n => `${n} rows entered`,
  waits: n => `Kept on this device; ${n} have not reached the server yet and are sent by themselves`,
  undone: 'The import is undone; goods used or allocated since stay in the books',
}

export const importWords = words({ zh, en })
