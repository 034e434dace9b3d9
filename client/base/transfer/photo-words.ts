import { words } from '../../core/language.ts'

interface Words {
  title: string
  issues: (n: number) => string
  day: (day: string) => string
  what: string
  noted: string
  why: string
  whyHint: string
  take: string
  taking: (mb: string) => string
  lost: string
}

const zh: Words = {
  title: '导出照片',
  issues: n => `${n} 个问题的照片`,
  day: day => `${day} 发现的问题和当天督查的照片`,
  what: '照片与屏幕上看到的一样，遮盖过的仍然遮盖。随附清单：文件、问题编号、场所、镇街、时间。一次最多 500 张。',
  noted: '谁导出、为什么，会记入审计日志。照片离开系统后请妥善保管。',
  why: '用途',
  whyHint: '例如：报市指挥部',
  take: '导出',
  taking: mb => `正在接收 … 已收 ${mb} MB`,
  lost: '照片没有收完，没有生成文件，系统里的照片没有变。请检查网络后再试。',
}

const en: Words = {
  title: 'Export photos',
  issues: n => n === 1 ? 'Photos of one issue' : `Photos of ${n} issues`,
  day: day => `Photos of the issues found and the visits made on ${day}`,
  what: 'Photos are as they are shown: what is covered stays covered. A list comes with them: file, number of the issue, place, township and time. At most 500 at once.',
  noted: 'The audit log keeps who took them out and why. Keep them safe once they have left the system.',
  why: 'Purpose',
  whyHint: 'such as: report to the city',
  take: 'Export',
  taking: mb => `Receiving … ${mb} MB so far`,
  lost: 'The photos did not arrive in full, so no file was made. The photos on the server are unchanged; check the network and try again.',
}

export const photoWords = words({ zh, en })
