import type { Named } from '../../core/county.ts'

/** What a post may ask for. Our choice, after what the report tells of work at the front. */
export const skills: readonly Named[] = [
  { id: 'sampling', zh: '采样', en: 'Swab sampling' },
  { id: 'nursing', zh: '医护', en: 'Nursing' },
  { id: 'driving', zh: '驾驶', en: 'Driving' },
  { id: 'hakka', zh: '涯话（客家话）', en: 'Hakka' },
  { id: 'carrying', zh: '搬运', en: 'Carrying' },
]

/** What a post of high risk asks for besides. */
export const trainings: readonly Named[] = [
  { id: 'protection', zh: '防护培训', en: 'Protection training' },
  { id: 'riskConsent', zh: '风险知情同意', en: 'Consent to the risk' },
]
