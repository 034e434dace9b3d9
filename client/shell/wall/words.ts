import type { WallView } from '../../../shared/incident/screens.ts'
import { words } from '../../core/language.ts'

interface Words {
  views: Record<WallView, string>
  data: string
  ago: (age: string) => string
  fresh: string
  stale: (age: string) => string
  staleBody: string
  off: string
  next: (seconds: number, view: string) => string
  only: string
  paused: string
  open: string
  byTownship: string
  byDay: (days: number, n: number) => string
  shortages: (n: number) => string
  tonight: (n: number) => string
  missing: (n: number) => string
  zones: (n: number) => string
  late: (n: number) => string
  dueToday: (n: number) => string
  more: (n: number) => string
  none: { open: string, dues: string, shifts: string, shortages: string, feed: string, zones: string }
  full: string
  pair: string
  how: string
  newCode: (left: string) => string
  noServer: string
  revoked: string
  taken: (name: string) => string
  signOut: string
}

const zh: Words = {
  views: { map: '全县态势', numbers: '今日数字', dues: '三区与应检', shifts: '今夜班次', shortages: '物资缺口', feed: '实时动态' },
  data: '数据',
  ago: age => `${age}前`,
  fresh: '刚刚',
  stale: age => `数据已停 ${age}`,
  staleBody: '画面不是现在的情况。正在重新连接，连上后自动更新。',
  off: '正在重连',
  next: (seconds, view) => `${seconds} 秒后：${view}`,
  only: '只显示这一屏',
  paused: '已暂停 · 按空格继续',
  open: '未销号',
  byTownship: '按镇街',
  byDay: (days, n) => `${days} 天 ${n} 个`,
  shortages: n => `物资缺口 ${n}`,
  tonight: n => `空班 ${n}`,
  missing: n => `缺 ${n} 人`,
  zones: n => `在管区域 ${n}`,
  late: n => `超时 ${n}`,
  dueToday: n => `今日应办 ${n}`,
  more: n => `另有 ${n} 项`,
  none: { open: '没有未销号的问题', dues: '今日没有应办事项', shifts: '今夜没有班次', shortages: '没有物资缺口', feed: '还没有动态', zones: '没有划定区域' },
  full: '已满',
  pair: '配对大屏',
  how: '在指挥部的电脑上打开“管理 → 大屏”，输入这个配对码。',
  newCode: left => `${left}后换新码`,
  noServer: '连不上服务器，正在重试。',
  revoked: '指挥部已停用本屏。要再使用，请重新配对。',
  taken: name => `本浏览器已由 ${name} 登录。大屏要有自己的浏览器：先退出登录，或换一个浏览器打开本页。`,
  signOut: '退出登录',
}

const en: Words = {
  views: { map: 'The county', numbers: 'Numbers of the day', dues: 'Zones and due tests', shifts: 'Tonight’s shifts', shortages: 'Shortages', feed: 'Live' },
  data: 'Data',
  ago: age => `${age} old`,
  fresh: 'just now',
  stale: age => `Data stopped ${age} ago`,
  staleBody: 'This is not the present situation. The screen is connecting again and will update by itself.',
  off: 'Connecting again',
  next: (seconds, view) => `${view} in ${seconds} s`,
  only: 'This view only',
  paused: 'Paused · space goes on',
  open: 'Open issues',
  byTownship: 'by township',
  byDay: (days, n) => `${n} in ${days} days`,
  shortages: n => `Shortages ${n}`,
  tonight: n => `Short shifts ${n}`,
  missing: n => `${n} people missing`,
  zones: n => `Zones in force ${n}`,
  late: n => `Overdue ${n}`,
  dueToday: n => `Due today ${n}`,
  more: n => `${n} more`,
  none: { open: 'No open issues', dues: 'Nothing is due today', shifts: 'No shifts tonight', shortages: 'No shortages', feed: 'Nothing has happened yet', zones: 'No zones' },
  full: 'full',
  pair: 'Pair this screen',
  how: 'On a computer of headquarters open Manage → Wall screens and enter this code.',
  newCode: left => `new code in ${left}`,
  noServer: 'The server cannot be reached. Trying again.',
  revoked: 'Headquarters has revoked this screen. To use it again, pair it again.',
  taken: name => `${name} is signed in on this browser. A wall screen needs a browser of its own: sign out first, or open this page in another browser.`,
  signOut: 'Sign out',
}

export const wallWords = words({ zh, en })
