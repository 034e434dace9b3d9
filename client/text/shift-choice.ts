import type { Span } from '../../shared/shift-choice.ts'
import { words } from './lang.ts'

export const choice = words({
  zh: {
    when: '时间',
    spans: { today: '今天', tonight: '今晚', all: '全部' } satisfies Record<Span, string>,
    nearOrder: '由近到远；远近相当的，缺人多的、开始早的在前。',
    needOrder: '手机没有提供位置：缺人多的、开始早的在前。',
    empty: '这段时间没有您可以报名的班次。',
    seeAll: '看全部班次',
    full: '已满，可候补',
    denied: '暂时不能报名',
    taken: (held: number, needed: number) => `${held}/${needed} 人`,
    isFull: '已满',
    risks: { low: '一般风险', high: '高风险' },
    asks: (list: string) => `要求：${list}`,
    noAsks: '不要求培训',
    rank: (n: number, all: number) => `您候补第 ${n} 位（共 ${all} 人）`,
    waiting: (n: number) => `候补 ${n} 人`,
  },
  en: {
    when: 'When',
    spans: { today: 'Today', tonight: 'Tonight', all: 'All' },
    nearOrder: 'Nearest first; at like distance the emptier and the sooner come first.',
    needOrder: 'No position from this phone: the emptier and the sooner come first.',
    empty: 'No shift that you can take in this time.',
    seeAll: 'See all shifts',
    full: 'Full: you can wait for a place',
    denied: 'Not for you now',
    taken: (held: number, needed: number) => `${held}/${needed} people`,
    isFull: 'Full',
    risks: { low: 'Ordinary risk', high: 'High risk' },
    asks: (list: string) => `Needs: ${list}`,
    noAsks: 'No training needed',
    rank: (n: number, all: number) => `You are number ${n} of ${all} waiting`,
    waiting: (n: number) => `${n} waiting`,
  },
})
