import type { Transfer } from '../../shared/records.ts'
import { words } from '../core/language.ts'

type TripState = Transfer['state'] | 'late' | 'done'

interface Words {
  readonly views: Readonly<Record<'sites' | 'transfers', string>>
  readonly batch: (no: number) => string
  readonly heads: (n: number) => string
  readonly arrived: (when: string) => string
  readonly from: (where: string) => string
  readonly left: (n: number) => string
  readonly figures: Readonly<Record<'rooms' | 'taken' | 'free' | 'heads', string>>
  readonly bar: (name: string, taken: number, rooms: number) => string
  readonly only: Readonly<Record<'all' | 'late', string>>
  readonly noLate: string
  readonly none: string
  readonly noneWhy: string
  readonly noneHere: string
  readonly noPlaces: string
  readonly noBatch: string
  readonly withoutRooms: (n: number) => string
  readonly noRule: string
  readonly roomsOf: (text: string) => string
  readonly roomList: string
  readonly roomHint: string
  readonly inRooms: string
  readonly inRoomsHint: string
  readonly leaving: string
  readonly leavingHint: string
  readonly takeFree: string
  readonly sum: (rooms: number, heads: number) => string
  readonly freeRooms: (text: string) => string
  readonly unreadable: (text: string) => string
  readonly arrivedAt: string
  readonly leftAt: string
  readonly headCount: string
  readonly fromTownship: string
  readonly fromText: string
  readonly elsewhere: string
  readonly to: string
  readonly needs: string
  readonly note: string
  readonly noNames: string
  readonly acts: Readonly<Record<'arrive' | 'rooms' | 'leave' | 'move' | 'needs' | 'edit' | 'cancel' | 'receive', string>>
  readonly fromRoom: string
  readonly toRoom: string
  readonly columns: Readonly<Record<'place' | 'township' | 'batch' | 'at' | 'heads' | 'there' | 'rooms' | 'last' | 'due' | 'state', string>>
  readonly trip: (no: number) => string
  readonly states: Readonly<Record<TripState, string>>
  readonly seats: (heads: number, seats: number) => string
  readonly planned: (from: string, to: string) => string
  readonly actual: Readonly<Record<'departed' | 'arrived' | 'disinfected', (when: string, post: string) => string>>
  readonly arrives: (when: string) => string
  /** Said on the map beside a line that follows no road and no vehicle. */
  readonly schematic: string
  readonly lateBy: (span: string) => string
  readonly noTrips: string
  readonly noTripsWhy: string
  readonly vehicle: string
  readonly phone: string
  readonly seatCount: string
  readonly target: string
  readonly departBy: string
  readonly arriveBy: string
  readonly post: Readonly<Record<'from' | 'to', string>>
  readonly reason: string
  readonly tripColumns: Readonly<Record<'no' | 'vehicle' | 'phone' | 'from' | 'to' | 'heads' | 'seats' | 'departBy' | 'arriveBy' | 'departed' | 'arrived' | 'disinfected' | 'state', string>>
}

const zh: Words = {
  views: { sites: '隔离点', transfers: '转运' },
  batch: no => `第 ${no} 批`,
  heads: n => `${n} 人`,
  arrived: when => `${when} 到`,
  from: where => `来自 ${where}`,
  left: n => `已离开 ${n} 人`,
  figures: { rooms: '房间', taken: '已住', free: '空房', heads: '在住人数' },
  bar: (name, taken, rooms) => `${name}：${rooms} 间已住 ${taken} 间`,
  only: { all: '全部', late: '应检超时' },
  noLate: '没有检测超时的批次。',
  none: '还没有隔离点登记房间',
  noneWhy: '先登记隔离点的房间号，再按批次登记入住；检测时限从到达时算起。',
  noneHere: '您的场所不是隔离点，这里没有要登记的内容。',
  noPlaces: '场所名册里还没有隔离点。先把隔离点导入名册，再回到这里登记房间。',
  noBatch: '没有在住的批次。有人入住时点“登记入住”。',
  withoutRooms: n => `还没有登记房间的隔离点 ${n} 个`,
  noRule: '现行要求不检测',
  roomsOf: text => `房间 ${text}`,
  roomList: '房间号',
  roomHint: '用空格或逗号分开，连号写成 301-312。已住人的房间不能去掉。',
  inRooms: '住哪些房间',
  inRoomsHint: '每间一人直接写房间号，几人一间写成 305x2，连号写成 301-304。',
  leaving: '哪些房间离开',
  leavingHint: '已填这一批的全部房间，留下的去掉。',
  takeFree: '按人数取空房',
  sum: (rooms, heads) => `共 ${rooms} 间 ${heads} 人`,
  freeRooms: text => `空房：${text}`,
  unreadable: text => `看不懂“${text}”`,
  arrivedAt: '到达时间',
  leftAt: '离开时间',
  headCount: '人数',
  fromTownship: '来自',
  fromText: '来自（其他）',
  elsewhere: '其他',
  to: '去向（可不填）',
  needs: '有特殊需要的人数',
  note: '备注（可不填）',
  noNames: '只记批次、人数和房间号，不要填姓名、电话和证件号。',
  acts: { arrive: '登记入住', rooms: '房间', leave: '登记离开', move: '换房', needs: '特殊需要', edit: '修改', cancel: '取消', receive: '登记入住' },
  fromRoom: '原房间',
  toRoom: '换到',
  columns: { place: '隔离点', township: '镇街', batch: '批次', at: '到达', heads: '到达人数', there: '在住人数', rooms: '房间', last: '上次全部检测', due: '应检', state: '状态' },
  trip: no => `转运 ${no} 号`,
  states: { planned: '待发车', underWay: '在途', arrived: '已到达', cancelled: '已取消', late: '晚点', done: '已完成' },
  seats: (heads, seats) => `${heads} 人 / ${seats} 座`,
  planned: (from, to) => `计划 ${from} 发车，${to} 到`,
  actual: { departed: (when, post) => `${when} 发车${post ? `，交出：${post}` : ''}`, arrived: (when, post) => `${when} 到达${post ? `，接收：${post}` : ''}`, disinfected: when => `${when} 已消毒` },
  arrives: when => `${when} 到`,
  schematic: '示意',
  lateBy: span => `已晚 ${span}`,
  noTrips: '没有转运',
  noTripsWhy: '安排后，两端按时登记发车、到达和消毒；晚点自动提醒指挥部。',
  vehicle: '车牌',
  phone: '车上值班电话',
  seatCount: '座位数',
  target: '送往',
  departBy: '计划发车',
  arriveBy: '计划到达',
  post: { from: '交出方岗位（可不填）', to: '接收方岗位（可不填）' },
  reason: '取消原因',
  tripColumns: { no: '编号', vehicle: '车牌', phone: '值班电话', from: '出发', to: '送往', heads: '人数', seats: '座位', departBy: '计划发车', arriveBy: '计划到达', departed: '发车', arrived: '到达', disinfected: '消毒', state: '状态' },
}

const en: Words = {
  views: { sites: 'Sites', transfers: 'Transfers' },
  batch: no => `Batch ${no}`,
  heads: n => `${n} ${n === 1 ? 'person' : 'people'}`,
  arrived: when => `arrived ${when}`,
  from: where => `from ${where}`,
  left: n => `${n} left`,
  figures: { rooms: 'Rooms', taken: 'Occupied', free: 'Free', heads: 'People' },
  bar: (name, taken, rooms) => `${name}: ${taken} of ${rooms} rooms occupied`,
  only: { all: 'All', late: 'Test overdue' },
  noLate: 'No batch is overdue for its test.',
  none: 'No site has entered its rooms yet',
  noneWhy: 'Enter the room numbers of a site first, then arrivals by batch. The time for the test runs from the arrival on.',
  noneHere: 'Your place is not a quarantine site, so there is nothing to enter here.',
  noPlaces: 'The register has no quarantine site yet. Import the sites there, then come back and enter their rooms.',
  noBatch: 'No batch is here. When people arrive, press “Enter an arrival”.',
  withoutRooms: n => `${n} ${n === 1 ? 'site has' : 'sites have'} not entered their rooms yet`,
  noRule: 'No test is required now',
  roomsOf: text => `Rooms ${text}`,
  roomList: 'Room numbers',
  roomHint: 'Separate them by spaces or commas; write a range as 301-312. Occupied rooms cannot be left out.',
  inRooms: 'Their rooms',
  inRoomsHint: 'A room number alone is one person; write 305x2 for two in a room, and 301-304 for a range.',
  leaving: 'Rooms that leave',
  leavingHint: 'All rooms of the batch are filled in. Take out those that stay.',
  takeFree: 'Take free rooms',
  sum: (rooms, heads) => `${rooms} ${rooms === 1 ? 'room' : 'rooms'}, ${heads} ${heads === 1 ? 'person' : 'people'}`,
  freeRooms: text => `Free: ${text}`,
  unreadable: text => `“${text}” is not understood`,
  arrivedAt: 'Arrived',
  leftAt: 'Left',
  headCount: 'People',
  fromTownship: 'From',
  fromText: 'From (other)',
  elsewhere: 'Elsewhere',
  to: 'Where to (optional)',
  needs: 'People with special needs',
  note: 'Note (optional)',
  noNames: 'Batches, head counts and room numbers only: no names, phones or identity numbers.',
  acts: { arrive: 'Enter an arrival', rooms: 'Rooms', leave: 'Note a departure', move: 'Change a room', needs: 'Special needs', edit: 'Change', cancel: 'Cancel', receive: 'Enter the arrival' },
  fromRoom: 'From room',
  toRoom: 'To room',
  columns: { place: 'Site', township: 'Township', batch: 'Batch', at: 'Arrived', heads: 'Arrived people', there: 'There now', rooms: 'Rooms', last: 'Last whole test', due: 'Test due', state: 'State' },
  trip: no => `Transfer ${no}`,
  states: { planned: 'Planned', underWay: 'Under way', arrived: 'Arrived', cancelled: 'Cancelled', late: 'Late', done: 'Done' },
  seats: (heads, seats) => `${heads} of ${seats} seats`,
  planned: (from, to) => `planned ${from} to ${to}`,
  actual: { departed: (when, post) => `left ${when}${post ? `, handed over by ${post}` : ''}`, arrived: (when, post) => `arrived ${when}${post ? `, taken over by ${post}` : ''}`, disinfected: when => `disinfected ${when}` },
  arrives: when => `due ${when}`,
  schematic: 'schematic',
  lateBy: span => `${span} late`,
  noTrips: 'No transfers',
  noTripsWhy: 'Once planned, both ends note departure, arrival and disinfection. Headquarters is told when one is late.',
  vehicle: 'Number plate',
  phone: 'Duty phone of the vehicle',
  seatCount: 'Seats',
  target: 'To',
  departBy: 'Planned departure',
  arriveBy: 'Planned arrival',
  post: { from: 'Post that hands over (optional)', to: 'Post that takes over (optional)' },
  reason: 'Reason',
  tripColumns: { no: 'No', vehicle: 'Plate', phone: 'Duty phone', from: 'From', to: 'To', heads: 'People', seats: 'Seats', departBy: 'Planned departure', arriveBy: 'Planned arrival', departed: 'Left', arrived: 'Arrived', disinfected: 'Disinfected', state: 'State' },
}

export const quarantineWords = words<Words>({ zh, en })
