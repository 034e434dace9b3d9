import { words } from '../../core/language.ts'

interface Words {
  store: string
  paper: string
  paperHint: string
  from: string
  fromHint: string
  to: string
  toHint: string
  add: string
  addHint: string
  unknown: (lines: string) => string
  noLines: string
  books: string
  after: string
  quantity: string
  drop: string
  reason: string
  spoiled: string
  spoiledWhy: string
  most: (n: number) => string
  target: string
  driver: string
  dueAt: string
  lacks: string
  takeLacks: string
  counted: string
  difference: string
  equal: string
  why: string
  whys: readonly string[]
  moved: (n: number) => string
  asNow: string
  lastCount: (when: string) => string
  never: string
  startCount: string
  summary: (counted: number, different: number) => string
}

const zh: Words = {
  store: '仓库或场所',
  paper: '单号',
  paperHint: '纸质单据上的编号（可不填）',
  from: '来自',
  fromHint: '供货或下拨单位',
  to: '领用单位',
  toHint: '单位或岗位，不写姓名',
  add: '添加物资',
  addHint: '手套 200，或扫码；可粘贴多行',
  unknown: lines => `没有认出：${lines}。目录里没有这个名称，请改写后再加。`,
  noLines: '还没有物资。输入名称和数量后按回车，逐项添加。',
  books: '账面',
  after: '之后',
  quantity: '数量',
  drop: '去掉这一项',
  reason: '说明（可不填）',
  spoiled: '报损（破损、过期、失效）',
  spoiledWhy: '报损原因',
  most: n => `最多 ${n}`,
  target: '送到',
  driver: '车牌或司机岗位',
  dueAt: '预计到达',
  lacks: '该点还缺',
  takeLacks: '全部加入',
  counted: '实盘',
  difference: '差异',
  equal: '相符',
  why: '差异原因',
  whys: ['漏记出库', '漏记入库', '破损', '过期', '清点有误'],
  moved: n => `账面已变为 ${n}`,
  asNow: '按新账面核对',
  lastCount: when => `上次盘点 ${when}`,
  never: '未盘点过',
  startCount: '清点一项填一项；没填的不记。',
  summary: (counted, different) => different ? `已盘 ${counted} 项，${different} 项有差异` : `已盘 ${counted} 项，全部相符`,
}

const en: Words = {
  store: 'Store or place',
  paper: 'Number',
  paperHint: 'On the paper note (optional)',
  from: 'From',
  fromHint: 'Supplier or sender',
  to: 'Handed to',
  toHint: 'Organisation or post, no names',
  add: 'Add an item',
  addHint: 'gloves 200, or scan; paste several lines',
  unknown: lines => `Not recognised: ${lines}. The catalogue has no such name; change it and add it again.`,
  noLines: 'No items yet. Type a name and a quantity and press Enter for each.',
  books: 'Books',
  after: 'After',
  quantity: 'Quantity',
  drop: 'Remove this item',
  reason: 'Note (optional)',
  spoiled: 'Spoiled, broken or expired',
  spoiledWhy: 'Why it is spoiled',
  most: n => `${n} at most`,
  target: 'To',
  driver: 'Number plate or driver’s post',
  dueAt: 'Expected to arrive',
  lacks: 'Still lacking there',
  takeLacks: 'Add all',
  counted: 'Counted',
  difference: 'Difference',
  equal: 'equal',
  why: 'Reason of the difference',
  whys: ['Issue not entered', 'Receipt not entered', 'Broken', 'Expired', 'Miscounted'],
  moved: n => `the books now show ${n}`,
  asNow: 'Compare with these',
  lastCount: when => `counted ${when}`,
  never: 'never counted',
  startCount: 'Fill in what you counted; empty items are left out.',
  summary: (counted, different) => different ? `${counted} counted, ${different} differ` : `${counted} counted, all equal`,
}

export const noteWords = words({ zh, en })
