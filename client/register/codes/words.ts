import { words } from '../../core/language.ts'

interface Words {
  choose: string
  count: (shown: number, all: number) => string
  print: string
  size: string
  sizes: Record<'one' | 'six', string>
  none: string
  scan: string
  number: string
  signIn: string
  unknown: string
  unknownHint: string
  offline: string
  old: string
  again: string
  renew: string
  renewHint: string
}

const zh: Words = {
  choose: '选择要打印的场所',
  count: (shown, all) => shown < all ? `先打印前 ${shown} 张，共 ${all} 处；请按镇街或类别分批` : `${all} 张`,
  print: '打印或存为 PDF',
  size: '版面',
  sizes: { one: 'A4 每页 1 张', six: 'A4 每页 6 张' },
  none: '没有符合条件的场所。请换一个镇街或类别。',
  scan: '督导、值守人员扫码进入本场所',
  number: '场所码',
  signIn: '工作人员请先用自己的登录链接登录，再扫一次码。',
  unknown: '没有这个场所码',
  unknownHint: '场所可能已停用或登记有误。请与张贴单位核对。',
  offline: '没有连上服务器，请稍后再扫。',
  old: '这张海报已作废，不能证明到场，请张贴单位重新打印。',
  again: '再取一次',
  renew: '作废旧码，换新码',
  renewHint: '海报被拍照外传或丢失时使用：已贴出的海报立即失效，须打印并换上新的。',
}

const en: Words = {
  choose: 'Places to print',
  count: (shown, all) => shown < all ? `The first ${shown} of ${all}; choose a township or a kind to print in batches` : all === 1 ? '1 poster' : `${all} posters`,
  print: 'Print or save as PDF',
  size: 'Layout',
  sizes: { one: 'One on an A4', six: 'Six on an A4' },
  none: 'No place fits. Choose another township or kind.',
  scan: 'Teams and people on duty: scan to open this place',
  number: 'Code',
  signIn: 'If you work here, sign in with your own link first and scan again.',
  unknown: 'Unknown place code',
  unknownHint: 'The place may be retired, or the code wrong. Ask the people who put it up.',
  offline: 'The server was not reached. Please scan again in a while.',
  old: 'This poster is void and does not prove presence. A new one must be printed.',
  again: 'Try again',
  renew: 'Make a new code',
  renewHint: 'When a poster was photographed or is missing: the posters that hang stop working at once, and new ones must be printed.',
}

export const posterWords = words({ zh, en })
