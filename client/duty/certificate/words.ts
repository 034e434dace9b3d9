import type { Served } from '../../../shared/duty/service-hours.ts'
import { words } from '../../core/language.ts'

interface Words {
  title: string
  of: string
  intro: (name: string, incident: string, hours: string, times: number) => string
  introNone: (name: string, incident: string) => string
  columns: readonly [string, string, string, string, string]
  how: Record<Served['how'], string>
  open: string
  unconfirmed: string
  total: string
  hours: (minutes: number) => string
  minutes: (minutes: number) => string
  issued: string
  by: (name: string) => string
  byOneself: string
  notYours: string
  seal: string
  scope: (township: string) => string
  print: string
  link: string
  failed: string
  again: string
}

/** Hours with one digit, rounded down. */
export const hours = (minutes: number) => (Math.floor(minutes / 6) / 10).toFixed(1)

const zh: Words = {
  title: '志愿服务时长证明',
  of: '志愿者',
  intro: (name, incident, total, times) => `兹证明 ${name} 在“${incident}”中参加志愿服务 ${times} 次，累计 ${total} 小时。`,
  introNone: (name, incident) => `${name} 在“${incident}”中还没有可以计入的服务时长：签到并签退后这里自动出现。`,
  columns: ['岗位', '开始', '结束', '时长', '签到方式'],
  how: { code: '签到码', position: '位置', leader: '负责人登记' },
  open: '未签退，计至班次结束',
  unconfirmed: '签到待负责人确认，暂不计入',
  total: '合计',
  hours: minutes => `${hours(minutes)} 小时`,
  minutes: minutes => `${minutes} 分钟`,
  issued: '出具时间',
  by: name => `经办：${name}`,
  byOneself: '由本人打印，盖章后有效',
  notYours: '时长证明只有本人和排班的负责人可以查看。请向镇街或指挥部索取。',
  seal: '出具单位（盖章）',
  scope: township => `只含${township}的班次。`,
  print: '打印或存为 PDF',
  link: '时长证明',
  failed: '连不上服务器，较早班次的时长没有取到。没有这些时长，证明不完整，所以暂不出具。',
  again: '再试一次',
}

const en: Words = {
  title: 'Certificate of voluntary service',
  of: 'Volunteer',
  intro: (name, incident, total, times) => `This certifies that ${name} served as a volunteer in “${incident}” ${times === 1 ? 'once' : `${times} times`}, ${total} hours in all.`,
  introNone: (name, incident) => `${name} has no hours to count in “${incident}” yet: they stand here after a check-in and a check-out.`,
  columns: ['Post', 'From', 'To', 'Time', 'Checked in by'],
  how: { code: 'code', position: 'position', leader: 'leader' },
  open: 'No check-out: counted to the end of the shift',
  unconfirmed: 'Check-in not confirmed: not counted yet',
  total: 'Total',
  hours: minutes => `${hours(minutes)} h`,
  minutes: minutes => `${minutes} min`,
  issued: 'Issued',
  by: name => `by ${name}`,
  byOneself: 'printed by the person named; valid with the seal',
  notYours: 'A certificate is shown to its person and to planners. Ask the township or headquarters for it.',
  seal: 'Issued by (seal)',
  scope: township => `Only shifts of ${township}.`,
  print: 'Print or save as PDF',
  link: 'Certificate of hours',
  failed: 'The server cannot be reached, so the hours of earlier shifts are missing. Without them the certificate would be incomplete, and it is not shown.',
  again: 'Try again',
}

export const certificate = words({ zh, en })
