import { words } from '../core/language.ts'

interface Words {
  readonly today: string
  readonly intro: string
  readonly present: string
  readonly symptoms: string
  readonly measured: string
  readonly disinfected: string
  readonly note: string
  readonly send: string
  readonly again: string
  readonly sentAt: (when: string) => string
  readonly less: (what: string) => string
  readonly more: (what: string) => string
  readonly tooMany: string
  readonly notRunning: string
  readonly latest: string
  readonly none: string
  readonly check: string
  readonly agrees: string
  readonly differs: string
  readonly whatDiffers: string
  readonly checkedAgrees: string
  readonly checkedDiffers: string
  readonly issue: string
}

const zh: Words = {
  today: '今日自查',
  intro: '只报人数，不报姓名。没有网络也能报，联网后自动发送。',
  present: '今日在岗（在校）人数',
  symptoms: '其中有发热等症状',
  measured: '已测体温',
  disinfected: '今日已消杀',
  note: '说明（可不填）',
  send: '报送',
  again: '更正今日报告',
  sentAt: when => `今日已报送 ${when}`,
  less: what => `${what}减一`,
  more: what => `${what}加一`,
  tooMany: '有症状和测温的人数不能超过在岗人数。',
  notRunning: '恢复运行后再报自查。',
  latest: '自查报告',
  none: '还没有自查报告。场所联系人每天报一次，镇街、主管部门也可代报。',
  check: '抽查',
  agrees: '与现场相符',
  differs: '与现场不符',
  whatDiffers: '哪里不符',
  checkedAgrees: '抽查相符',
  checkedDiffers: '抽查不符',
  issue: '打开问题',
}

const en: Words = {
  today: 'Today’s report',
  intro: 'Head counts only, never names. It works without a network and is sent once you are online.',
  present: 'People present today',
  symptoms: 'of them with symptoms',
  measured: 'Temperature taken',
  disinfected: 'Disinfected today',
  note: 'Note (optional)',
  send: 'Send',
  again: 'Correct today’s report',
  sentAt: when => `Sent today at ${when}`,
  less: what => `One less: ${what}`,
  more: what => `One more: ${what}`,
  tooMany: 'No more can have symptoms or be measured than are present.',
  notRunning: 'The place reports once it is in operation.',
  latest: 'Self-reports',
  none: 'No report yet. The contact of the place reports daily; its township or department can do so too.',
  check: 'Spot check',
  agrees: 'Agrees',
  differs: 'Differs',
  whatDiffers: 'What differs',
  checkedAgrees: 'Spot check agrees',
  checkedDiffers: 'Spot check differs',
  issue: 'Open the issue',
}

export const reportWords = words<Words>({ zh, en })
