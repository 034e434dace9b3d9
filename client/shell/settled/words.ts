import { words } from '../../core/language.ts'

export const settledWords = words({
  zh: {
    hint: (days: number) => `办结满 ${days} 天的记录不再占用首页和地图，都在这里。点开可查看原貌和时间线。`,
    kind: '类别',
    from: '办结自',
    to: '至',
    text: '文字或编号',
    late: '整改超时',
    without: (label: string) => `不限：${label}`,
    find: '查找',
    none: '没有符合条件的记录。',
    more: '再显示',
    older: (days: number) => `办结满 ${days} 天的在「已办结」里`,
    failed: '连不上服务器，没有查到。已办结的记录存在服务器上，请联网后再试。',
  },
  en: {
    hint: (days: number) => `Records settled for ${days} days leave the board and the map, and stand here. Open one to see it and its timeline.`,
    kind: 'Kind',
    from: 'Settled from',
    to: 'to',
    text: 'Text or number',
    late: 'Put right too late',
    without: (label: string) => `Without: ${label}`,
    find: 'Find',
    none: 'No record fits.',
    more: 'Show more',
    older: (days: number) => `Settled for ${days} days or more: under Settled`,
    failed: 'The server cannot be reached, so nothing was looked up. Settled records are kept on the server: try again once you are online.',
  },
})
