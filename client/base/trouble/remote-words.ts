import { words } from '../../core/language.ts'

/** An inspection done from afar, with its reason. */
export const remoteWords = words({
  zh: {
    reason: '不在现场的原因',
    reasonHint: '如：道路封闭，视频查看',
    remote: '远程督查',
  },
  en: {
    reason: 'Why you are not on the spot',
    reasonHint: 'e.g. road closed, looked at by video',
    remote: 'Inspect remotely',
  },
})
