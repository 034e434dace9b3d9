import type { LiftCondition, Requirement } from '../../records.ts'

const ours = { zh: '本岛自定（虚构，供演练）', en: 'The island’s choice (invented for the drill)' }
const made = { version: 1, source: ours, validFrom: 0, validTo: null, by: null } as const

export const requirements: readonly Requirement[] = [
  { ...made, id: 'wells-1', rule: 'wells', act: 'disinfect', kinds: ['waterPoint'], levels: ['lockdown', 'control'], phases: ['emergency', 'control'], every: 12, first: 6, zh: '每 12 小时加氯', en: 'Chlorinate every 12 hours' },
  { ...made, id: 'wells-far-1', rule: 'wells-far', act: 'disinfect', kinds: ['waterPoint'], levels: ['precaution', 'outside'], phases: ['emergency', 'control'], every: 48, first: 24, zh: '隔日加氯', en: 'Chlorinate every other day' },
  { ...made, id: 'shelters-1', rule: 'shelters', act: 'visit', kinds: ['shelter'], levels: ['lockdown', 'control', 'precaution', 'outside'], phases: ['emergency'], every: 24, first: 24, zh: '每日巡诊', en: 'A nurse comes every day' },
]

export const liftConditions: readonly LiftCondition[] = [
  { ...made, id: 'quiet-1', rule: 'quiet', asks: 'case', levels: ['lockdown', 'control', 'precaution'], days: 10, zh: '10 天无新增病例', en: 'No new case for ten days' },
]
