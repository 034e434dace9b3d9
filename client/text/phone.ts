import { words } from './lang.ts'

interface Words {
  pages: Record<'inbox' | 'near' | 'mine' | 'route' | 'list' | 'map' | 'me', string>
  near: string
  shifts: (n: number) => string
  next: string
  myShifts: string
  noMine: string
  missing: (n: number) => string
  distance: (km: string) => string
  report: string
  filters: string
  offlineFor: (span: string) => string
  offlineHint: (n: number) => string
  look: string
  queue: (n: number) => string
  queueEmpty: string
  more: string
  claim: string
  release: string
}

const zh: Words = {
  pages: { inbox: '待办', near: '可报名', mine: '我的班次', route: '今日路线', list: '列表', map: '地图', me: '我的' },
  near: '可报名的班次',
  shifts: n => `${n} 个班次`,
  next: '我的下一班',
  myShifts: '我的班次',
  noMine: '还没有报名。到“可报名”里选一班。',
  missing: n => `还差 ${n} 人`,
  distance: km => `${km} 公里`,
  report: '上报',
  filters: '筛选',
  offlineFor: span => `离线 ${span}，可照常操作`,
  offlineHint: n => n ? `${n} 条已存在手机，联网后自动发送` : '操作会存在手机，联网后自动发送',
  look: '查看',
  queue: n => `${n} 条待发送`,
  queueEmpty: '全部已发送',
  more: '显示更多',
  claim: '报名',
  release: '退出这一班',
}

const en: Words = {
  pages: { inbox: 'Inbox', near: 'Sign up', mine: 'My shifts', route: 'Today’s route', list: 'Lists', map: 'Map', me: 'Me' },
  near: 'Shifts you can take',
  shifts: n => `${n} shifts`,
  next: 'My next shift',
  myShifts: 'My shifts',
  noMine: 'Nothing yet. Choose one under “Sign up”.',
  missing: n => `${n} more needed`,
  distance: km => `${km} km`,
  report: 'Report',
  filters: 'Filters',
  offlineFor: span => `Offline for ${span}; go on working`,
  offlineHint: n => n ? `${n} saved on this phone, sent when the line is back` : 'What you do is saved and sent when the line is back',
  look: 'Show',
  queue: n => `${n} to be sent`,
  queueEmpty: 'Everything is sent',
  more: 'Show more',
  claim: 'Sign up',
  release: 'Give up this shift',
}

export const phone = words({ zh, en })
