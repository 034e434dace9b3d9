import type { TestingNorms } from '../../core/testing-norms.ts'

export const testing: TestingNorms = {
  siteKinds: ['samplingSite'],
  sitePeople: [2000, 3000],
  tablePeople: [600, 800],
  staff: { table: 2, site: 4 },
  first: 1,
  silent: 3,
  tubeHours: 6,
  sources: {
    sites: {
      zh: '《区域新型冠状病毒核酸检测组织实施指南》（2022年）：每2000至3000人设1个采样点，每600至800人设1个采样台',
      en: 'Guide to organising regional nucleic acid testing (2022): one site for 2,000 to 3,000 people, one table for 600 to 800',
    },
    staff: { zh: '本县自定（虚构，供演练）：每台2人，每点另配4人；每人每日用量按物资目录', en: 'The county’s choice (invented for the drill): two people a table and four more a site; daily use as in the catalogue of supplies' },
    pace: { zh: '本县自定（虚构，供演练）', en: 'The county’s choice (invented for the drill)' },
    tubes: { zh: '指南要求混采阳性立即单管复核；6小时的时限由本县自定', en: 'The guide requires that the people of a positive mixed tube are retested one by one at once; six hours is the county’s choice' },
  },
}
