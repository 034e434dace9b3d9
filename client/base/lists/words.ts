import { words } from '../../core/language.ts'

/** The labels of the filters. */
export const listWords = words({
  zh: {
    township: '镇街',
    allTownships: '全部镇街',
    placeKind: '场所类型',
    allKinds: '全部类型',
    aspect: '重点方面',
    allAspects: '全部方面',
    unit: '责任单位',
    allUnits: '全部单位',
    noUnit: '尚未定责',
    places: (n: number) => `${n} 处场所`,
    moreSettled: (n: number | null) => n === null ? '更早办结的问题在“已办结”里' : `还有 ${n} 条已办结`,
  },
  en: {
    township: 'Township',
    allTownships: 'All townships',
    placeKind: 'Kind of place',
    allKinds: 'All kinds',
    aspect: 'Aspect',
    allAspects: 'All aspects',
    unit: 'Responsible unit',
    allUnits: 'All units',
    noUnit: 'No unit yet',
    places: (n: number) => n === 1 ? '1 place' : `${n} places`,
    moreSettled: (n: number | null) => n === null ? 'Issues closed earlier stand under Settled' : `${n} more settled`,
  },
})

export const settledRows = words({
  zh: { earlier: '更早的', failed: '连不上服务器，较早的记录没有取到。' },
  en: { earlier: 'Earlier ones', failed: 'The server cannot be reached; earlier records were not fetched.' },
})
