import { words } from '../core/language.ts'

/** The line over every page on a phone. */
export const lineWords = words({
  zh: {
    label: '连接情况',
    offlineFor: (span: string) => `离线，内容是 ${span}前的`,
    never: '离线，还没有内容',
    waits: (n: number) => `${n} 条待发送`,
    refused: (n: number) => `${n} 条被退回`,
  },
  en: {
    label: 'Connection',
    offlineFor: span => `Offline; as of ${span} ago`,
    never: 'Offline; nothing here yet',
    waits: n => `${n} to be sent`,
    refused: n => `${n} refused`,
  },
})
