import { words } from '../core/language.ts'

interface Words {
  market: string
  day: string
  price: string
  before: string
  change: string
  limits: (first: string, second: string) => string
  pending: (n: number) => string
  pendingHint: (unit: string) => string
  from: (before: string, after: string) => string
  confirmNote: string
  dismissWhy: string
  made: string
  dismissed: (reason: string) => string
  savePrices: string
  changedMeanwhile: string
  noMarkets: string
}

const zh: Words = {
  market: '市场或商超',
  day: '日期',
  price: '今日价格（元）',
  before: '前一日',
  change: '涨跌',
  limits: (first, second) => `涨幅超过 ${first} 标出，超过 ${second} 须人工核实。`,
  pending: n => `${n} 项涨价待核实`,
  pendingHint: unit => `核实后才成为问题，转${unit}；不属实的写明原因。`,
  from: (before, after) => `${before} 元 → ${after} 元`,
  confirmNote: '核实情况（可不填）',
  dismissWhy: '不作问题的原因',
  made: '已转问题',
  dismissed: reason => `不作问题：${reason}`,
  savePrices: '保存今日价格',
  changedMeanwhile: '别人刚更新了这一天的价格；您填的还在，保存后以您的为准。',
  noMarkets: '还没有登记农贸市场或商超。',
}

const en: Words = {
  market: 'Market or supermarket',
  day: 'Day',
  price: 'Price today (yuan)',
  before: 'Day before',
  change: 'Change',
  limits: (first, second) => `Rises above ${first} are marked; above ${second} a person decides.`,
  pending: n => `${n} ${n === 1 ? 'rise waits' : 'rises wait'} for a decision`,
  pendingHint: unit => `A confirmed rise becomes an issue for ${unit}. Say why when it is none.`,
  from: (before, after) => `${before} → ${after} yuan`,
  confirmNote: 'What was found (optional)',
  dismissWhy: 'Why it is not an issue',
  made: 'Issue made',
  dismissed: reason => `Not an issue: ${reason}`,
  savePrices: 'Save today’s prices',
  changedMeanwhile: 'Somebody has just saved prices of this day. What you typed is kept and replaces theirs when you save.',
  noMarkets: 'No market or supermarket is registered yet.',
}

export const marketWords = words({ zh, en })
