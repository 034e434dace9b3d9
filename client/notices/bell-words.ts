import { words } from '../core/language.ts'

/** Apart from those of the list, which come when the bell is pressed. */
export const bellWords = words({
  zh: { unread: (n: number) => n ? `提醒，${n} 条未读` : '提醒，没有未读' },
  en: { unread: n => n ? `Notices, ${n} unread` : 'Notices, none unread' },
})
