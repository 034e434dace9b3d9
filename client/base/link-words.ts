import { words } from '../core/language.ts'

/** How the line stands, in the header. */
export const linkWords = words({
  zh: {
    live: '实时',
    slow: '慢速线路',
    slowHint: '本网络不支持实时连接，改为定时取数：内容照常收发，略有延迟。网络恢复后自动切回。',
    catching: '追赶中',
    offline: '离线',
    signedOut: '已退出登录',
    waiting: (n: number) => `${n} 条待发`,
  },
  en: {
    live: 'Live',
    slow: 'Slow line',
    slowHint: 'This network does not let the live connection through, so the board is fetched instead. Everything is sent and received, a little later. It switches back by itself.',
    catching: 'Catching up',
    offline: 'Offline',
    signedOut: 'Signed out',
    waiting: (n: number) => `${n} unsent`,
  },
})
