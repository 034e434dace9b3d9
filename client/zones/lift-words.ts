import type { LiftAsk } from '../../shared/records.ts'
import { words } from '../core/language.ts'

interface Words {
  readonly title: string
  readonly none: string
  readonly met: string
  readonly unmet: string
  readonly known: (when: string, who: string) => string
  readonly unknown: string
  readonly byBoard: string
  readonly byRound: (no: number, when: string, result: 'negative' | 'positive' | 'incomplete') => string
  readonly enter: string
  readonly when: Readonly<Record<Exclude<LiftAsk, 'stricter'>, string>>
  readonly evidence: string
  readonly evidenceHint: string
  readonly override: string
  readonly allMet: string
  readonly missing: (n: number) => string
  readonly changeLevel: string
  readonly asks: Readonly<Record<LiftAsk, string>>
  readonly asksTitle: string
  readonly days: string
  readonly within: (n: number) => string
  readonly passed: (n: number) => string
  readonly rulesIntro: string
  readonly add: string
  readonly effect: (all: number, before: number, after: number) => string
}

const zh: Words = {
  title: '解除条件',
  none: '没有解除条件。',
  met: '满足',
  unmet: '未满足',
  known: (when, who) => `${when} · ${who} 登记`,
  unknown: '还没有登记',
  byBoard: '按本系统数据判断',
  byRound: (no, when, result) => `按本系统数据判断：第 ${no} 轮 ${when} 结束，区内${{ negative: '全部阴性', positive: '有阳性', incomplete: '结果未齐' }[result]}`,
  enter: '登记',
  when: { case: '最后一例报告时间', contact: '末次暴露时间', round: '全阴轮次采样时间' },
  evidence: '凭据',
  evidenceHint: '如：疾控第 12 号报告',
  override: '条件未全部满足，经批准提前解除或降级',
  allMet: '解除条件已全部满足。',
  missing: n => `还有 ${n} 项条件未满足，不能解除或降级。`,
  changeLevel: '调整级别',
  asks: { case: '无新增病例', contact: '密接末次暴露', round: '全员筛查全阴', stricter: '更严的区域全部解除' },
  asksTitle: '判断依据',
  days: '天数',
  within: n => `${n} 天以内`,
  passed: n => `满 ${n} 天`,
  rulesIntro: '区域解除或降低级别以前要满足的条件。新版本从生效时间起算。',
  add: '新增条件',
  effect: (all, before, after) => `适用的区域 ${all} 个：满足的由 ${before} 个变为 ${after} 个。`,
}

const en: Words = {
  title: 'Conditions for lifting',
  none: 'There are no conditions.',
  met: 'met',
  unmet: 'not met',
  known: (when, who) => `${when} · entered by ${who}`,
  unknown: 'Nothing entered yet',
  byBoard: 'Judged by the board’s own records',
  byRound: (no, when, result) => `Judged by the board’s own records: round ${no}, closed ${when}, ${{ negative: 'all negative here', positive: 'positive here', incomplete: 'results missing here' }[result]}`,
  enter: 'Enter',
  when: { case: 'Last case reported at', contact: 'Last exposure at', round: 'Negative round sampled at' },
  evidence: 'Evidence',
  evidenceHint: 'CDC report 12',
  override: 'Approved although conditions are not met',
  allMet: 'All conditions for lifting are met.',
  missing: n => `Conditions not met: ${n}. The zone cannot be lifted or lowered.`,
  changeLevel: 'Change the level',
  asks: { case: 'No new case', contact: 'Last exposure of contacts', round: 'Negative round of everybody', stricter: 'Stricter zones all lifted' },
  asksTitle: 'Judged by',
  days: 'Days',
  within: n => `within ${n} days`,
  passed: n => `${n} days passed`,
  rulesIntro: 'What must be so before a zone is lifted or lowered. A new version counts from its beginning.',
  add: 'New condition',
  effect: (all, before, after) => `Of ${all} zones it applies to, ${after} meet it instead of ${before}.`,
}

export const liftWords = words<Words>({ zh, en })
