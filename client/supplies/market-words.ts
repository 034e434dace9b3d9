import { words } from '../core/language.ts'

interface Words {
  market: string
  day: string
  price: string
  before: string
  rise: (percent: string) => string
  rises: (n: number) => string
  savePrices: string
  noMarkets: string
}

const zh: Words = {
  market: '市场或商超',
  day: '日期',
  price: '今日价格（元）',
  before: '前一日',
  rise: percent => `涨 ${percent}`,
  rises: n => `${n} 种涨幅超过三成，已生成问题`,
  savePrices: '保存今日价格',
  noMarkets: '还没有登记农贸市场或商超。',
}

const en: Words = {
  market: 'Market or supermarket',
  day: 'Day',
  price: 'Price today (yuan)',
  before: 'Day before',
  rise: percent => `up ${percent}`,
  rises: n => `${n} rose too fast; an issue was made`,
  savePrices: 'Save today’s prices',
  noMarkets: 'No market or supermarket is registered yet.',
}

export const marketWords = words({ zh, en })
