import type { Township, Unit } from '../../core/county.ts'

const offices: readonly Unit[] = [
  { id: 'health', zh: '岛卫生处', en: 'Island Health Service', short: '卫生处' },
  { id: 'waterworks', zh: '供水处', en: 'Waterworks', short: '供水处' },
  { id: 'fishery', zh: '渔业处', en: 'Fishery Office', short: '渔业处' },
  { id: 'harbour', zh: '港务处', en: 'Harbour Office', short: '港务处' },
  { id: 'schools', zh: '教育处', en: 'Schools Office', short: '教育处' },
]

/** Five offices, and the council of each commune. */
export const unitsOf = (townships: readonly Township[]): readonly Unit[] => [...offices, ...townships.map(({ code, name, nameEn }): Unit =>
  ({ id: `council-${code}`, zh: `${name}议会`, en: `Council of ${nameEn}`, short: name, township: code }))]

export const routes = [
  { kind: 'waterPoint', unit: 'waterworks' },
  { kind: 'fishMarket', unit: 'fishery' },
  { kind: 'ferry', unit: 'harbour' },
  { kind: 'school', unit: 'schools' },
  { aspect: 'treatment', unit: 'health' },
  { aspect: 'water', unit: 'waterworks' },
  { unit: 'township' },
] as const
