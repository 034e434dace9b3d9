import type { StockFault } from '../../shared/transfer/stock-rows.ts'
import { words } from '../core/language.ts'

interface Words {
  title: string
  views: Record<'radar' | 'stock' | 'deliveries' | 'market' | 'import', string>
  levels: Record<'red' | 'yellow' | 'fine', string>
  states: Record<'allocated' | 'onTheWay' | 'received' | 'cancelled', string>
  pledgeStates: Record<'offered' | 'received' | 'withdrawn', string>
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
  radarHint: string
  site: string
  item: string
  stock: string
  lasts: string
  level: string
  post: string
  allocate: string
  chooseItem: string
  sources: string
  noSources: string
  spare: (n: number, measure: string) => string
  away: (km: string) => string
  quantity: string
  driver: string
  driverHint: string
  load: string
  received: string
  signedBy: string
  signedByHint: string
  proof: string
  difference: (n: number, measure: string) => string
  explain: string
  explained: string
  deliveries: string
  pledges: string
  donor: string
  donorHint: string
  noDeliveries: string
  reason: string
  searchStock: string
  scopes: Record<'stores' | 'sites', string>
  total: string
  noMatch: string
  pick: string
  here: (n: number) => string
  coming: (n: number, when: string) => string
  comingSomeTime: string
  withComing: (time: string) => string
  way: Record<'allocated' | 'dispatched' | 'expected' | 'late' | 'received' | 'explained' | 'cancelled', string>
  showAll: (n: number) => string
  hideFine: string
  covered: string
  note: string
  party: string
  signAll: (n: number) => string
  counted: string
  books: (n: number, measure: string) => string
  receive: string
  use: string
  count: string
  spoiled: string
  ledger: string
  shelves: string
  noShelves: string
  choosePlace: string
  heads: string
  headsHint: string
  saveHeads: string
  enough: string
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
  fromFinding: string
}

const zh: Words = {
  title: '物资',
  views: { radar: '预警', stock: '库存', deliveries: '调拨', market: '市场', import: '导入库存' },
  levels: { red: '不足 1 天', yellow: '不足 2 天', fine: '充足' },
  states: { allocated: '待发车', onTheWay: '在途', received: '已签收', cancelled: '已取消' },
  pledgeStates: { offered: '待到货', received: '已到货', withdrawn: '已取消' },
  moves: { received: '入库', used: '出库', spoiled: '报损', counted: '盘点', sent: '调出', arrived: '调入', withdrawn: '撤销导入' },
  stocks: { ample: '充足', low: '偏紧', out: '断货' },
  asked: (n, measure) => `需要 ${n} ${measure}`,
  promised: n => `已安排 ${n}`,
  come: n => `已到 ${n}`,
  left: '还能用',
  moreItems: n => `另 ${n} 项`,
  arranged: '已安排',
  perDay: (n, measure) => `每天用 ${n} ${measure}`,
  radarEmpty: '还没有可以推算的点。登记隔离点、养老院的人数和库存后，这里会提前显示哪里快用完。',
  radarHint: '还能用多久 = 库存 ÷（在岗或在点人数 × 每人每天用量）。只算已登记库存的点。',
  site: '地点',
  item: '物资',
  stock: '库存',
  lasts: '还能用',
  level: '预警',
  post: '报缺口',
  allocate: '安排调拨',
  chooseItem: '选择目录中的物资',
  sources: '从哪里调',
  noSources: '各仓库都没有可调的这种物资。可以登记认捐，或先入库。',
  spare: (n, measure) => `可调 ${n} ${measure}`,
  away: km => `${km} 公里`,
  quantity: '数量',
  driver: '车牌或司机岗位',
  driverHint: '如：粤G 12345，不写姓名',
  load: '装车情况',
  received: '实收数量',
  signedBy: '签收人岗位',
  signedByHint: '如：副校长，不写姓名',
  proof: '签收照片',
  difference: (n, measure) => `差 ${n} ${measure}`,
  explain: '差异去向',
  explained: '差异说明',
  deliveries: '调拨',
  pledges: '认捐',
  donor: '捐赠单位',
  donorHint: '单位名称，个人写“爱心市民”',
  noDeliveries: '没有进行中的调拨。在缺口里点“安排调拨”。',
  reason: '原因',
  searchStock: '查物资或仓库',
  scopes: { stores: '仓库', sites: '点位' },
  total: '合计',
  noMatch: '没有符合的物资或地点。',
  pick: '点一个数字看它的台账，点地点名称看该点全部物资。',
  here: n => `${n} 在库`,
  coming: (n, when) => `${n} ${when}到`,
  comingSomeTime: '待发，未定何时',
  withComing: time => `含在途可用 ${time}`,
  way: { allocated: '安排', dispatched: '发车', expected: '预计到达', late: '已过预计时间', received: '签收', explained: '差异说明', cancelled: '取消' },
  showAll: n => `另有 ${n} 项充足`,
  hideFine: '只看不足',
  covered: '在途可接上',
  note: '单号',
  party: '往来单位',
  signAll: n => `同车 ${n} 项一起签收`,
  counted: '实际清点',
  books: (n, measure) => `账面 ${n} ${measure}`,
  receive: '入库',
  use: '出库',
  count: '盘点',
  spoiled: '报损',
  ledger: '台账',
  shelves: '库存',
  noShelves: '还没有库存记录。',
  choosePlace: '选择仓库或点位',
  heads: '在点人数',
  headsHint: '只登记人数，不登记姓名',
  saveHeads: '保存人数',
  enough: '货源',
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
  fromFinding: '转为物资缺口',
}

const en: Words = {
  title: 'Supplies',
  views: { radar: 'Radar', stock: 'Stock', deliveries: 'Deliveries', market: 'Markets', import: 'Import stock' },
  levels: { red: 'under 1 day', yellow: 'under 2 days', fine: 'enough' },
  states: { allocated: 'to be loaded', onTheWay: 'on its way', received: 'received', cancelled: 'cancelled' },
  pledgeStates: { offered: 'to come', received: 'received', withdrawn: 'cancelled' },
  moves: { received: 'in', used: 'used', spoiled: 'spoiled', counted: 'counted', sent: 'sent', arrived: 'arrived', withdrawn: 'import undone' },
  stocks: { ample: 'enough', low: 'low', out: 'sold out' },
  asked: (n, measure) => `${n} ${measure} needed`,
  promised: n => `${n} allocated`,
  come: n => `${n} here`,
  left: 'lasts',
  moreItems: n => `${n} more`,
  arranged: 'on its way',
  perDay: (n, measure) => `${n} ${measure} a day`,
  radarEmpty: 'Nothing can be foreseen yet. Enter head counts and stock of quarantine sites and care homes, and this shows early where something runs out.',
  radarHint: 'Time left = stock ÷ (people on duty or on site × what each uses a day). Only sites whose stock is entered.',
  site: 'Site',
  item: 'Item',
  stock: 'Stock',
  lasts: 'Lasts',
  level: 'Level',
  post: 'Post shortage',
  allocate: 'Allocate',
  chooseItem: 'Choose from the catalogue',
  sources: 'Where from',
  noSources: 'No store has any of this to spare. Enter a pledge, or take stock in first.',
  spare: (n, measure) => `${n} ${measure} to spare`,
  away: km => `${km} km`,
  quantity: 'Quantity',
  driver: 'Number plate or driver’s post',
  driverHint: 'No names',
  load: 'Load',
  received: 'Received',
  signedBy: 'Signed by (post)',
  signedByHint: 'No names',
  proof: 'Photo of receipt',
  difference: (n, measure) => `${n} ${measure} missing`,
  explain: 'Where the difference went',
  explained: 'Explained',
  deliveries: 'Deliveries',
  pledges: 'Pledges',
  donor: 'Donor',
  donorHint: 'An organisation; write “a citizen” for a person',
  noDeliveries: 'No deliveries under way. Allocate from a shortage.',
  reason: 'Reason',
  searchStock: 'Find an item or a store',
  scopes: { stores: 'Stores', sites: 'Sites' },
  total: 'Total',
  noMatch: 'No item or place fits.',
  pick: 'Press a figure for its ledger, a name for everything there.',
  here: n => `${n} in stock`,
  coming: (n, when) => `${n} come ${when}`,
  comingSomeTime: 'at no known time',
  withComing: time => `${time} with what comes`,
  way: { allocated: 'Allocated', dispatched: 'Left', expected: 'Expected', late: 'Overdue', received: 'Signed for', explained: 'Difference explained', cancelled: 'Cancelled' },
  showAll: n => `${n} more are enough`,
  hideFine: 'Only what runs out',
  covered: 'covered by what comes',
  note: 'Note',
  party: 'From or to',
  signAll: n => `Sign for all ${n} of this vehicle`,
  counted: 'Counted',
  books: (n, measure) => `${n} ${measure} in the books`,
  receive: 'Stock in',
  use: 'Stock out',
  count: 'Stocktaking',
  spoiled: 'Spoiled',
  ledger: 'Ledger',
  shelves: 'Stock',
  noShelves: 'No stock entered yet.',
  choosePlace: 'Choose a store or site',
  heads: 'People on site',
  headsHint: 'Numbers only, never names',
  saveHeads: 'Save numbers',
  enough: 'Supply',
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
  fromFinding: 'Make it a shortage',
}

export const supplies = words({ zh, en })
