import { words } from '../../core/language.ts'

interface Words {
  title: string
  late: string
  lateNone: string
  count: (n: number) => string
  worst: (span: string) => string
  write: string
  which: string
  dueAt: string
  issued: string
  issuedNone: string
  until: (when: string) => string
  sentAt: (when: string) => string
  open: (open: number, all: number) => string
  word: string
  see: string
}

const zh: Words = {
  title: '督办函',
  late: '有逾期问题的单位',
  lateNone: '没有逾期问题，不需要发函。',
  count: n => `逾期 ${n} 件`,
  worst: span => `最长已逾期 ${span}`,
  write: '起草督办函',
  which: '写入函中的问题',
  dueAt: '要求完成时间',
  issued: '已发督办函',
  issuedNone: '还没有发出督办函。',
  until: when => `${when} 前完成`,
  sentAt: when => `${when} 发出`,
  open: (open, all) => open ? `${all} 件中 ${open} 件未销号` : `${all} 件已全部销号`,
  word: '下载 Word',
  see: '查看问题',
}

const en: Words = {
  title: 'Escalation letters',
  late: 'Units with overdue issues',
  lateNone: 'Nothing is overdue: no letter is needed.',
  count: n => `${n} overdue`,
  worst: span => `the longest by ${span}`,
  write: 'Write a letter',
  which: 'Issues in the letter',
  dueAt: 'To be done by',
  issued: 'Letters sent',
  issuedNone: 'No letter has been sent yet.',
  until: when => `to be done by ${when}`,
  sentAt: when => `sent ${when}`,
  open: (open, all) => open ? `${open} of ${all} not closed` : `all ${all} closed`,
  word: 'Download Word',
  see: 'See the issue',
}

export const letterWords = words({ zh, en })
