import type { LiftCondition } from '../../records.ts'

/** When a zone may be lifted or lowered, by the plan for communities that was in force in May 2022. */
const plan = {
  zh: '《新冠肺炎疫情社区防控方案》（国务院联防联控机制，2021年）封控区、管控区同时满足三项条件可解除；防范区待县（区）内封控区、管控区全部解除后解除',
  en: 'Plan for controlling the epidemic in communities (State Council joint mechanism, 2021): three conditions together for lockdown and control zones; precaution zones once those of the county are lifted',
}

const given: readonly Pick<LiftCondition, 'rule' | 'asks' | 'levels' | 'days' | 'zh' | 'en'>[] = [
  { rule: 'lift-case', asks: 'case', levels: ['lockdown', 'control'], days: 14, zh: '近14天区域内无新增病例或无症状感染者', en: 'No new case in the zone for 14 days' },
  { rule: 'lift-contact', asks: 'contact', levels: ['lockdown', 'control'], days: 14, zh: '最后一名密切接触者末次暴露超过14天，核酸阴性', en: 'The last close contact was exposed more than 14 days ago and tests negative' },
  { rule: 'lift-round', asks: 'round', levels: ['lockdown', 'control'], days: 2, zh: '解除前2天内全员完成一轮核酸筛查，均为阴性', en: 'A round of tests of everybody within the last 2 days, all negative' },
  { rule: 'lift-stricter', asks: 'stricter', levels: ['precaution'], days: 0, zh: '全县封控区、管控区全部解除', en: 'All lockdown and control zones of the county are lifted' },
]

export const liftConditions: readonly LiftCondition[] = given.map(one => ({ ...one, id: `${one.rule}-1`, version: 1, source: plan, validFrom: 0, validTo: null, by: null }))
