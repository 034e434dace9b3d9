import { words } from '../core/language.ts'

interface Words {
  title: string
  views: Record<'radar' | 'stock' | 'deliveries' | 'market' | 'import', string>
  levels: Record<'red' | 'yellow' | 'fine', string>
  moves: Record<'received' | 'used' | 'spoiled' | 'counted' | 'sent' | 'arrived' | 'withdrawn', string>
  stocks: Record<'ample' | 'low' | 'out', string>
  asked: (n: number, measure: string) => string
  promised: (n: number) => string
  come: (n: number) => string
  left: string
  moreItems: (n: number) => string
  arranged: string
  perDay: (n: string, measure: string) => string
  radarEmpty: string
  nothingShort: string
  radarHint: string
  site: string
  item: string
  stock: string
  lasts: string
  level: string
  post: string
  searchStock: string
  scopes: Record<'stores' | 'sites', string>
  total: string
  noMatch: string
  pick: string
  here: (n: number) => string
  coming: (n: number, when: string) => string
  comingSomeTime: string
  withComing: (time: string) => string
  showAll: (n: number) => string
  hideFine: string
  note: string
  party: string
  ledger: string
  shelves: string
  noShelves: string
  heads: string
  headsHint: string
  saveHeads: string
  enough: string
  fromFinding: string
}

const zh: Words = {
  title: '物资',
  views: { radar: '预警', stock: '库存', deliveries: '调拨', market: '市场', import: '导入库存' },
  levels: { red: '不足 1 天', yellow: '不足 2 天', fine: '充足' },
  moves: { received: '入库', used: '出库', spoiled: '报损', counted: '盘点', sent: '调出', arrived: '调入', withdrawn: '撤销导入' },
  stocks: { ample: '充足', low: '偏紧', out: '断货' },
  asked: (n, measure) => `需要 ${n} ${measure}`,
  promised: n => `已安排 ${n}`,
  come: n => `已到 ${n}`,
  left: '还能用',
  moreItems: n => `另 ${n} 项`,
  arranged: '已安排',
  perDay: (n, measure) => `每天用 ${n} ${measure}`,
  nothingShort: '目前没有快用完的物资。',
  radarEmpty: '还没有可以推算的点。登记隔离点、养老院的人数和库存后，这里会提前显示哪里快用完。',
  radarHint: '还能用多久 = 库存 ÷（在岗或在点人数 × 每人每天用量）。只算已登记库存的点。',
  site: '场所',
  item: '物资',
  stock: '库存',
  lasts: '还能用',
  level: '预警',
  post: '报缺口',
  searchStock: '查物资或仓库',
  scopes: { stores: '仓库', sites: '场所' },
  total: '合计',
  noMatch: '没有符合的物资或场所。',
  pick: '点一个数字看它的台账，点场所名称看该处全部物资。',
  here: n => `${n} 在库`,
  coming: (n, when) => `${n} ${when}到`,
  comingSomeTime: '待发，未定何时',
  withComing: time => `含在途可用 ${time}`,
  showAll: n => `另有 ${n} 项充足`,
  hideFine: '只看不足',
  note: '单号',
  party: '往来单位',
  ledger: '台账',
  shelves: '库存',
  noShelves: '还没有库存记录。',
  heads: '在点人数',
  headsHint: '只登记人数，不登记姓名',
  saveHeads: '保存人数',
  enough: '货源',
  fromFinding: '转为物资缺口',
}

const en: Words = {
  title: 'Supplies',
  views: { radar: 'Radar', stock: 'Stock', deliveries: 'Deliveries', market: 'Markets', import: 'Import stock' },
  levels: { red: 'under 1 day', yellow: 'under 2 days', fine: 'enough' },
  moves: { received: 'in', used: 'used', spoiled: 'spoiled', counted: 'counted', sent: 'sent', arrived: 'arrived', withdrawn: 'import undone' },
  stocks: { ample: 'enough', low: 'low', out: 'sold out' },
  asked: (n, measure) => `${n} ${measure} needed`,
  promised: n => `${n} allocated`,
  come: n => `${n} here`,
  left: 'lasts',
  moreItems: n => `${n} more`,
  arranged: 'on its way',
  perDay: (n, measure) => `${n} ${measure} a day`,
  nothingShort: 'Nothing is about to run out.',
  radarEmpty: 'Nothing can be foreseen yet. Enter head counts and stock of quarantine sites and care homes, and this shows early where something runs out.',
  radarHint: 'Time left = stock ÷ (people on duty or on site × what each uses a day). Only sites whose stock is entered.',
  site: 'Place',
  item: 'Item',
  stock: 'Stock',
  lasts: 'Lasts',
  level: 'Level',
  post: 'Post shortage',
  searchStock: 'Find an item or a store',
  scopes: { stores: 'Stores', sites: 'Places' },
  total: 'Total',
  noMatch: 'No item or place fits.',
  pick: 'Press a figure for its ledger, a name for everything there.',
  here: n => `${n} in stock`,
  coming: (n, when) => `${n} come ${when}`,
  comingSomeTime: 'at no known time',
  withComing: time => `${time} with what comes`,
  showAll: n => `${n} more are enough`,
  hideFine: 'Only what runs out',
  note: 'Note',
  party: 'From or to',
  ledger: 'Ledger',
  shelves: 'Stock',
  noShelves: 'No stock entered yet.',
  heads: 'People on site',
  headsHint: 'Numbers only, never names',
  saveHeads: 'Save numbers',
  enough: 'Supply',
  fromFinding: 'Make it a shortage',
}

export const supplies = words({ zh, en })
