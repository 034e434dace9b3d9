import { words } from '../../core/language.ts'

/** The labels of the filters. */
export const listWords = words({
  zh: {
    township: '镇街',
    allTownships: '全部镇街',
    placeKind: '场所类型',
    allKinds: '全部类型',
  },
  en: {
    township: 'Township',
    allTownships: 'All townships',
    placeKind: 'Kind of place',
    allKinds: 'All kinds',
  },
})

export const settledRows = words({
  zh: { earlier: '更早的', failed: '连不上服务器，较早的记录没有取到。' },
  en: { earlier: 'Earlier ones', failed: 'The server cannot be reached; earlier records were not fetched.' },
})
