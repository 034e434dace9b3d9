import { words } from '../core/language.ts'

interface Words {
  signedAt: (when: string) => string
  unsigned: string
  signFixes: string
  withdrawHint: string
  withdrawWhy: string
  withdrawnLine: (no: string, when: string, why: string) => string
  readBy: (readers: readonly string[]) => string
  remarks: string
  cases: string
  requirements: string
  remarksNone: string
  signNow: string
}

const zh: Words = {
  signedAt: when => `${when} 签发`,
  unsigned: '未签发',
  signFixes: '签发后取得编号，镇街和责任单位随即可见。数字不再改动；在有镇街或单位读到之前可以撤回，重新签发时用新的编号。之后的更正列入下一期。',
  withdrawHint: '还没有镇街或单位读过。撤回后他们看不到这份通报，原编号作废，重新签发时用新的编号。',
  withdrawWhy: '撤回原因',
  withdrawnLine: (no, when, why) => `${no} 已于 ${when} 撤回：${why}`,
  readBy: readers => readers.length ? `已读 ${readers.length}：${readers.join('、')}` : '还没有镇街或单位读过，可以撤回',
  remarks: '典型案例与工作要求',
  cases: '典型案例',
  requirements: '工作要求',
  remarksNone: '还没有写。签发前可以补上，每段一行。',
  signNow: '确认签发',
}

const en: Words = {
  signedAt: when => `signed ${when}`,
  unsigned: 'Not signed',
  signFixes: 'Signing gives it its number, and townships and units see it at once. Its figures do not change. Until one of them has read it, it can be withdrawn; signed again, it gets a new number. Later corrections stand in the next bulletin.',
  withdrawHint: 'No township or unit has read it yet. Withdrawn, it is hidden from them, its number is void, and a new number follows.',
  withdrawWhy: 'Why it is withdrawn',
  withdrawnLine: (no, when, why) => `${no} was withdrawn on ${when}: ${why}`,
  readBy: readers => readers.length ? `Read by ${readers.length}: ${readers.join(', ')}` : 'No township or unit has read it yet; it can be withdrawn',
  remarks: 'Typical cases and requirements',
  cases: 'Typical cases',
  requirements: 'Requirements',
  remarksNone: 'Nothing written yet. Add it before signing, one line a paragraph.',
  signNow: 'Sign and issue',
}

export const signWords = words({ zh, en })
