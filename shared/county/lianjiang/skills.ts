import type { Named } from '../../core/county.ts'

/** Skills that a post may require. Our choice, after the work that the report describes. */
export const skills: readonly Named[] = [
  { id: 'sampling', zh: '采样', en: 'Swab sampling' },
  { id: 'nursing', zh: '医护', en: 'Nursing' },
  { id: 'driving', zh: '驾驶', en: 'Driving' },
  { id: 'hakka', zh: '涯话（客家话）', en: 'Hakka' },
  { id: 'carrying', zh: '搬运', en: 'Carrying' },
]

/** Trainings and consents that a post of high risk also requires. */
export const trainings: readonly Named[] = [
  { id: 'protection', zh: '防护培训', en: 'Protection training' },
  { id: 'riskConsent', zh: '风险知情同意', en: 'Consent to the risk' },
]
