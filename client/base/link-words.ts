import { words } from '../core/language.ts'

/** The state of the connection, in the header. */
export const linkWords = words({
  zh: {
    live: '实时',
    slow: '慢速连接',
    slowHint: '本网络不支持实时连接，改为定时取数：内容照常收发，略有延迟。网络恢复后自动切回。',
    catching: '追赶中',
    offline: '离线',
    signedOut: '已退出登录',
    waiting: (n: number) => `${n} 条待发`,
  },
  en: {
    live: 'Live',
    slow: 'Slow connection',
    slowHint: 'This network blocks live connections, so the board is fetched at intervals. Everything is still sent and received, a little later. It switches back by itself.',
    catching: 'Catching up',
    offline: 'Offline',
    signedOut: 'Signed out',
    waiting: (n: number) => `${n} unsent`,
  },
})
