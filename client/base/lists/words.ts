import { words } from '../../core/language.ts'

/** The labels of the filters, and the times of an issue in a row. */
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
    closedAt: (when: string) => `${when} 销号`,
    took: (span: string, late: boolean) => `${late ? '超期完成 · ' : ''}用时 ${span}`,
    late: (span: string) => `逾期 ${span}`,
    left: (span: string) => `剩 ${span}`,
    recheckLate: (span: string) => `复查超时 ${span}`,
    recheckLeft: (span: string) => `复查剩 ${span}`,
    next: { deadline: (when: string) => `期限 ${when}`, followUp: (when: string) => `下次跟进 ${when}`, recheck: (when: string) => `${when} 前复查` },
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
    closedAt: (when: string) => `closed ${when}`,
    took: (span: string, late: boolean) => `${late ? 'late, ' : ''}took ${span}`,
    late: (span: string) => `${span} overdue`,
    left: (span: string) => `${span} left`,
    recheckLate: (span: string) => `re-check ${span} late`,
    recheckLeft: (span: string) => `${span} to re-check`,
    next: { deadline: (when: string) => `due ${when}`, followUp: (when: string) => `follow up ${when}`, recheck: (when: string) => `re-check by ${when}` },
    moreSettled: (n: number | null) => n === null ? 'Issues closed earlier stand under Settled' : `${n} more settled`,
  },
})

export const settledRows = words({
  zh: { earlier: '更早的', failed: '连不上服务器，较早的记录没有取到。' },
  en: { earlier: 'Earlier ones', failed: 'The server cannot be reached; earlier records were not fetched.' },
})
