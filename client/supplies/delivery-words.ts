import { words } from '../core/language.ts'

interface Words {
  states: Record<'allocated' | 'onTheWay' | 'received' | 'cancelled', string>
  pledgeStates: Record<'offered' | 'received' | 'withdrawn', string>
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
  deliveries: string
  pledges: string
  donor: string
  donorHint: string
  noDeliveries: string
  way: Record<'allocated' | 'dispatched' | 'expected' | 'late' | 'received' | 'explained' | 'cancelled', string>
  signAll: (n: number) => string
}

const zh: Words = {
  states: { allocated: '待发车', onTheWay: '在途', received: '已签收', cancelled: '已取消' },
  pledgeStates: { offered: '待到货', received: '已到货', withdrawn: '已取消' },
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
  deliveries: '调拨',
  pledges: '认捐',
  donor: '捐赠单位',
  donorHint: '单位名称，个人写“爱心市民”',
  noDeliveries: '没有进行中的调拨。在缺口里点“安排调拨”。',
  way: { allocated: '安排', dispatched: '发车', expected: '预计到达', late: '已过预计时间', received: '签收', explained: '差异说明', cancelled: '取消' },
  signAll: n => `同车 ${n} 项一起签收`,
}

const en: Words = {
  states: { allocated: 'to be loaded', onTheWay: 'on its way', received: 'received', cancelled: 'cancelled' },
  pledgeStates: { offered: 'to come', received: 'received', withdrawn: 'cancelled' },
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
  deliveries: 'Deliveries',
  pledges: 'Pledges',
  donor: 'Donor',
  donorHint: 'An organisation; write “a citizen” for a person',
  noDeliveries: 'No deliveries under way. Allocate from a shortage.',
  way: { allocated: 'Allocated', dispatched: 'Left', expected: 'Expected', late: 'Overdue', received: 'Signed for', explained: 'Difference explained', cancelled: 'Cancelled' },
  signAll: n => `Sign for all ${n} of this vehicle`,
}

export const deliveryWords = words({ zh, en })
