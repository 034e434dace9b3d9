import { words } from '../../core/language.ts'

interface Words {
  back: string
  past: (when: string) => string
  notNow: string
  play: string
  pause: string
  again: string
  speed: string
  seconds: (n: number) => string
  moment: string
  dayBefore: string
  dayAfter: string
  loading: (done: number, all: number) => string
  failed: string
  retry: string
  empty: string
  compare: string
  stopCompare: string
  then: string
  now: string
  change: string
  inForce: string
  figures: { found: string, closed: string, followed: string, overdue: string, shortages: string, gaps: string, zones: string, seen: string }
  closedBetween: (n: number) => string
  foundBetween: (n: number) => string
  zonesBetween: (n: number) => string
  today: (found: number, closed: number) => string
}

const zh: Words = {
  back: '返回实时',
  past: when => `这是 ${when} 的情况`,
  notNow: '不是现在，不能操作',
  play: '播放',
  pause: '暂停',
  again: '从头播放',
  speed: '全程用时',
  seconds: n => `${n} 秒`,
  moment: '时刻',
  dayBefore: '前一天',
  dayAfter: '后一天',
  loading: (done, all) => `正在取得记录 ${done} / ${all}`,
  failed: '记录没有取全：没有连上服务器。已取得的部分没有丢失，请重试。',
  retry: '重试',
  empty: '还没有可以回放的记录。',
  compare: '与此刻对比',
  stopCompare: '结束对比',
  then: '对比时刻',
  now: '当前时刻',
  change: '变化',
  inForce: '在管区域',
  figures: { found: '发现', closed: '完成', followed: '跟进', overdue: '逾期', shortages: '缺口', gaps: '空班', zones: '区域', seen: '已查场所' },
  closedBetween: n => `其间完成 ${n} 件`,
  foundBetween: n => `其间发现 ${n} 件`,
  zonesBetween: n => `区域有变化 ${n} 处`,
  today: (found, closed) => `当日发现 ${found}，完成 ${closed}`,
}

const en: Words = {
  back: 'Back to live',
  past: when => `As it stood on ${when}`,
  notNow: 'Not now: nothing can be done here',
  play: 'Play',
  pause: 'Pause',
  again: 'From the start',
  speed: 'All of it in',
  seconds: n => `${n} s`,
  moment: 'Moment',
  dayBefore: 'Day before',
  dayAfter: 'Day after',
  loading: (done, all) => `Fetching the log ${done} / ${all}`,
  failed: 'The log is incomplete: the server was not reached. Loaded parts are kept; try again.',
  retry: 'Try again',
  empty: 'There is nothing to replay yet.',
  compare: 'Compare with this',
  stopCompare: 'Stop comparing',
  then: 'Then',
  now: 'Shown now',
  change: 'Change',
  inForce: 'Zones in force',
  figures: { found: 'Found', closed: 'Closed', followed: 'Followed', overdue: 'Overdue', shortages: 'Short', gaps: 'Empty shifts', zones: 'Zones', seen: 'Places seen' },
  closedBetween: n => `${n} closed in between`,
  foundBetween: n => `${n} found in between`,
  zonesBetween: n => `${n} zones changed`,
  today: (found, closed) => `that day ${found} found, ${closed} closed`,
}

export const replayWords = words({ zh, en })
