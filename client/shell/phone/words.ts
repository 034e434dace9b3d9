import { words } from '../../core/language.ts'

interface Words {
  pages: Record<'inbox' | 'near' | 'mine' | 'route' | 'recheck' | 'selfReport' | 'place' | 'needs' | 'help' | 'list' | 'map' | 'me', string>
  report: string
  offlineFor: (span: string) => string
  offlineHint: (n: number) => string
  look: string
  queue: (n: number) => string
  queueEmpty: string
}

const zh: Words = {
  pages: { inbox: '待办', near: '可报名', mine: '我的班次', route: '今日路线', recheck: '复查', selfReport: '今日自查', place: '本场所', needs: '今日需求', help: '群众求助', list: '列表', map: '地图', me: '我的' },
  report: '上报',
  offlineFor: span => `离线 ${span}，可照常操作`,
  offlineHint: n => n ? `${n} 条已存在手机，联网后自动发送` : '操作会存在手机，联网后自动发送',
  look: '查看',
  queue: n => `${n} 条待发送`,
  queueEmpty: '全部已发送',
}

const en: Words = {
  pages: { inbox: 'Inbox', near: 'Sign up', mine: 'My shifts', route: 'Today’s route', recheck: 'Re-checks', selfReport: 'Report', place: 'My place', needs: 'Needs', help: 'Requests', list: 'Lists', map: 'Map', me: 'Me' },
  report: 'Report',
  offlineFor: span => `Offline for ${span}; go on working`,
  offlineHint: n => n ? `${n} saved on this phone, sent once you are online` : 'Your work is saved and sent once you are online',
  look: 'Show',
  queue: n => `${n} to be sent`,
  queueEmpty: 'Everything is sent',
}

export const phone = words({ zh, en })
