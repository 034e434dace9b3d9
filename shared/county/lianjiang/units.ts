import type { Township, Unit } from '../../core/county.ts'

const bureaus: readonly Unit[] = [
  { id: 'health', zh: '市卫生健康局', en: 'Health Bureau', short: '市卫健局' },
  { id: 'civil', zh: '市民政局', en: 'Civil Affairs Bureau', short: '市民政局' },
  { id: 'finance', zh: '市财政局', en: 'Finance Bureau', short: '市财政局' },
  { id: 'market', zh: '市市场监督管理局', en: 'Market Regulation Bureau', short: '市市场监管局' },
  { id: 'education', zh: '市教育局', en: 'Education Bureau', short: '市教育局' },
  { id: 'police', zh: '市公安局', en: 'Public Security Bureau', short: '市公安局' },
  { id: 'transport', zh: '市交通运输局', en: 'Transport Bureau', short: '市交通局' },
  { id: 'farming', zh: '市农业农村局', en: 'Agriculture and Rural Affairs Bureau', short: '市农业农村局' },
]

/** The units that can be responsible for an issue: eight bureaus, and the government of each township. */
export function unitsOf(townships: readonly Township[]): readonly Unit[] {
  return [...bureaus, ...townships.map(({ code, name, nameEn }): Unit => ({
    id: `gov-${code}`,
    zh: name.endsWith('街道') ? `${name}办事处` : `${name}政府`,
    en: `${nameEn} Government`,
    short: name,
    township: code,
  }))]
}

/** The unit proposed for an issue. The first route that matches counts: by kind and aspect, then by kind, then by aspect. Without one it is the township's government. */
export const routes = [
  { kind: 'careHome', aspect: 'supplies', unit: 'civil' },
  { kind: 'careHome', unit: 'civil' },
  { kind: 'welfareHome', unit: 'civil' },
  { kind: 'school', unit: 'education' },
  { kind: 'samplingSite', unit: 'health' },
  { kind: 'quarantineSite', unit: 'health' },
  { kind: 'hospital', unit: 'health' },
  { kind: 'tracingCentre', unit: 'health' },
  { kind: 'checkpoint', aspect: 'stability', unit: 'police' },
  { kind: 'checkpoint', unit: 'transport' },
  { kind: 'shop', unit: 'market' },
  { kind: 'supermarket', unit: 'market' },
  { kind: 'market', aspect: 'supplies', unit: 'farming' },
  { kind: 'market', unit: 'market' },
  { kind: 'depot', aspect: 'supplies', unit: 'finance' },
  { aspect: 'supplies', unit: 'health' },
  { unit: 'township' },
] as const
