import type { Named, Staple, SupplyItem } from '../../core/county.ts'

/** The groups that are counted at a sealed site, as numbers and never as names. The report says that supplies for them ran short. */
export const groups: readonly Named[] = [
  { id: 'guest', zh: '隔离人员', en: 'Guests' },
  { id: 'elder', zh: '老人', en: 'Elderly' },
  { id: 'infant', zh: '婴幼儿', en: 'Infants' },
  { id: 'chronic', zh: '慢病用药', en: 'On medicine' },
  { id: 'pregnant', zh: '孕产妇', en: 'Pregnant' },
  { id: 'dialysis', zh: '透析', en: 'On dialysis' },
  { id: 'staff', zh: '工作人员', en: 'Staff' },
]

/** Supplies. `perDay` is what one person of a group, or one person on duty, uses a day, in `measure`. The rates are our estimates and no standard: correct them when sites report their use. */
const lines: readonly (readonly [id: string, zh: string, en: string, measure: string, measureEn: string, perDay: Record<string, number>, shelfDays: number | null])[] = [
  ['gown', '防护服', 'Gown', '套', 'sets', { duty: 2 }, 1095],
  ['glove', '防护手套', 'Gloves', '只', 'pcs', { duty: 24 }, 1095],
  ['mask', 'N95 口罩', 'N95 mask', '只', 'pcs', { duty: 3, staff: 2 }, 1095],
  ['shield', '面屏', 'Face shield', '个', 'pcs', { duty: 1 }, null],
  ['disinfectant', '消毒液', 'Disinfectant', '升', 'l', { duty: 0.5, guest: 0.1 }, 365],
  ['antigen', '抗原试剂', 'Antigen test', '份', 'tests', { staff: 1, guest: 1 }, 365],
  ['tube', '采样管', 'Sampling tube', '支', 'tubes', { duty: 60 }, 365],
  ['formula', '婴幼儿奶粉', 'Infant formula', '罐', 'tins', { infant: 0.25 }, 540],
  ['nappy', '纸尿裤', 'Nappies', '片', 'pcs', { infant: 6 }, null],
  ['medicine', '常用药', 'Common medicine', '份', 'packs', { chronic: 0.3, guest: 0.05 }, 365],
  ['pad', '成人护理垫', 'Care pads', '片', 'pcs', { elder: 1.2 }, null],
  ['parcel', '生活物资包', 'Living parcel', '份', 'parcels', { guest: 0.3, elder: 0.3 }, 15],
  ['rice', '大米', 'Rice', '公斤', 'kg', { guest: 0.35, elder: 0.3, staff: 0.35 }, 180],
  ['oil', '食用油', 'Cooking oil', '升', 'l', { guest: 0.03, elder: 0.03, staff: 0.03 }, 540],
  ['vegetable', '蔬菜包', 'Vegetables', '份', 'bags', { guest: 0.5, elder: 0.5, staff: 0.5 }, 5],
]

export const supplies: readonly SupplyItem[] = lines.map(([id, zh, en, measure, measureEn, perDay, shelfDays]) =>
  ({ id, zh, en, measure: { zh: measure, en: measureEn }, perDay, shelfDays }))

const jin = { zh: '斤', en: '500 g' }

/** Ten staples (民生商品) whose price and stock are checked every day. Our choice. */
export const staples: readonly Staple[] = [
  { id: 'rice', zh: '大米', en: 'Rice', measure: jin },
  { id: 'flour', zh: '面粉', en: 'Flour', measure: jin },
  { id: 'oil', zh: '食用油', en: 'Cooking oil', measure: { zh: '升', en: 'litre' } },
  { id: 'pork', zh: '猪肉', en: 'Pork', measure: jin },
  { id: 'chicken', zh: '鸡肉', en: 'Chicken', measure: jin },
  { id: 'fish', zh: '鱼', en: 'Fish', measure: jin },
  { id: 'egg', zh: '鸡蛋', en: 'Eggs', measure: jin },
  { id: 'cabbage', zh: '菜心', en: 'Choy sum', measure: jin },
  { id: 'potato', zh: '土豆', en: 'Potatoes', measure: jin },
  { id: 'salt', zh: '食盐', en: 'Salt', measure: { zh: '包', en: 'pack' } },
]
