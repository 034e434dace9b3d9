import { words } from '../../core/language.ts'

interface Words {
  hint: string
  after: string
  days: (n: number) => string
  unseenFor: (n: number) => string
  seen: string
  unseen: string
  places: string
  townships: string
  whole: string
  never: string
  onMap: string
  export: string
  empty: string
  matrix: string
  cell: (township: string, kind: string) => string
  share: (seen: number, total: number) => string
}

const zh: Words = {
  hint: '每格为“已督查 / 全部”。点左边的数看已督查的场所，点右边的数看全部；点“未督查”一栏看还没去的。用键盘时，方向键在各格之间移动。',
  after: '多少天没去算未督查',
  days: n => `${n} 天`,
  unseenFor: n => `${n} 天未督查`,
  seen: '已督查',
  unseen: '未督查',
  places: '场所',
  townships: '镇街',
  whole: '全县',
  never: '从未督查',
  onMap: '在地图上看',
  export: '导出 Excel',
  empty: '还没有登记场所。请先导入各部门的底数。',
  matrix: '各镇街、各类场所的督查覆盖',
  cell: (township, kind) => `${township} ${kind}`,
  share: (seen, total) => `已督查 ${seen} 处，共 ${total} 处`,
}

const en: Words = {
  hint: 'Each cell: seen / all. The first number opens the places seen, the second all of them; “Not seen” opens those still to visit. By keyboard, arrows move between cells.',
  after: 'Unseen after',
  days: n => n === 1 ? '1 day' : `${n} days`,
  unseenFor: n => n === 1 ? '1 day unseen' : `${n} days unseen`,
  seen: 'Seen',
  unseen: 'Not seen',
  places: 'Places',
  townships: 'Township',
  whole: 'Whole county',
  never: 'Never seen',
  onMap: 'See on the map',
  export: 'Export to Excel',
  empty: 'No place is registered yet. Import the departments’ lists first.',
  matrix: 'Coverage by township and kind of place',
  cell: (township, kind) => `${township}, ${kind}`,
  share: (seen, total) => `${seen} of ${total} seen`,
}

export const coverageWords = words({ zh, en })
