import { words } from '../core/language.ts'

/** The state of the connection, in the header. */
export const linkWords = words({
  zh: {
    live: '实时',
    slow: '慢速连接',
    slowHint: '本网络不支持实时连接，改为定时取数：内容照常收发，略有延迟。网络恢复后自动切回。',
    catching: '追赶中',
    away: '等待保存',
    asOf: (at: string) => `服务器暂时不能保存，看到的是${at} 的数据`,
    kept: '可照常操作，内容会存在本机，恢复后自动保存，不用做什么。',
    offline: '离线',
    signedOut: '已退出登录',
    waiting: (n: number) => `${n} 条待发`,
  },
  en: {
    live: 'Live',
    slow: 'Slow connection',
    slowHint: 'This network blocks live connections, so the board is fetched at intervals. Everything is still sent and received, a little later. It switches back by itself.',
    catching: 'Catching up',
    away: 'Waiting to save',
    asOf: at => `The server cannot save now; what you see is as of ${at}`,
    kept: 'Go on working: it is kept on this device and saved by itself later. You need not do anything.',
    offline: 'Offline',
    signedOut: 'Signed out',
    waiting: (n: number) => `${n} unsent`,
  },
})
