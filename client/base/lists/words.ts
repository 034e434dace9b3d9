import { words } from '../../core/language.ts'

/** What a list is narrowed by. */
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
