import type { Named, SupplyItem } from '../../core/county.ts'

export const groups: readonly Named[] = [
  { id: 'patient', zh: '病人', en: 'Patients' },
  { id: 'sheltered', zh: '安置人员', en: 'Sheltered' },
  { id: 'child', zh: '五岁以下儿童', en: 'Children under five' },
]

/** Daily use is estimated, and no standard. */
export const supplies: readonly SupplyItem[] = [
  { id: 'ors', zh: '口服补液盐', en: 'Rehydration salts', measure: { zh: '袋', en: 'sachets' }, perDay: { patient: 8, child: 0.5 }, shelfDays: 1095 },
  { id: 'ringer', zh: '林格液', en: 'Ringer’s lactate', measure: { zh: '升', en: 'l' }, perDay: { patient: 2 }, shelfDays: 730 },
  { id: 'zinc', zh: '锌片', en: 'Zinc tablets', measure: { zh: '片', en: 'tablets' }, perDay: { child: 1 }, shelfDays: 730 },
  { id: 'chlorine', zh: '含氯消毒片', en: 'Chlorine tablets', measure: { zh: '片', en: 'tablets' }, perDay: { sheltered: 2, duty: 4 }, shelfDays: 365 },
  { id: 'soap', zh: '肥皂', en: 'Soap', measure: { zh: '块', en: 'bars' }, perDay: { sheltered: 0.1, patient: 0.2 }, shelfDays: null },
  { id: 'jerrycan', zh: '水桶', en: 'Jerrycans', measure: { zh: '个', en: 'pcs' }, perDay: { sheltered: 0.02 }, shelfDays: null },
  { id: 'blanket', zh: '毛毯', en: 'Blankets', measure: { zh: '条', en: 'pcs' }, perDay: { sheltered: 0.05 }, shelfDays: null },
]
