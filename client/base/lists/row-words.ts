import { words } from '../../core/language.ts'

/** The words of rows and cards alike. Apart from the words of the cards, which come when one is opened. */
export const rowWords = words({
  zh: {
    noNumber: '待编号',
    inForce: (span: string) => `生效 ${span}`,
    inForceIn: (span: string) => `${span}后生效`,
    announcedAt: (when: string) => `${when} 发布`,
  },
  en: {
    noNumber: 'no number yet',
    inForce: (span: string) => `in force for ${span}`,
    inForceIn: (span: string) => `in force in ${span}`,
    announcedAt: (when: string) => `published ${when}`,
  },
})
