import type { Named, PlaceKind } from '../../core/county.ts'

/** The seven aspects and the one added to them (7+1), in the report's order. */
export const aspects: readonly Named[] = [
  { id: 'politicalDuty', zh: '政治责任', en: 'Political duty' },
  { id: 'keyPlaces', zh: '重点场所', en: 'Key places' },
  { id: 'measures', zh: '防控措施', en: 'Control measures' },
  { id: 'emergency', zh: '应急处置', en: 'Emergency response' },
  { id: 'supplies', zh: '物资保障', en: 'Supplies' },
  { id: 'safety', zh: '安全保障', en: 'Safety' },
  { id: 'publicity', zh: '舆论宣传', en: 'Publicity' },
  { id: 'stability', zh: '社会稳定', en: 'Social stability' },
]

export const placeKinds: readonly PlaceKind[] = [
  { id: 'samplingSite', icon: 'samplingSite', zh: '采样点', en: 'Sampling site' },
  { id: 'checkpoint', icon: 'checkpoint', zh: '卡口', en: 'Checkpoint' },
  { id: 'quarantineSite', icon: 'quarantineSite', zh: '隔离点', en: 'Quarantine site' },
  { id: 'careHome', icon: 'careHome', zh: '养老院', en: 'Care home' },
  { id: 'welfareHome', icon: 'welfareHome', zh: '福利院', en: 'Welfare home' },
  { id: 'hospital', icon: 'hospital', zh: '医院', en: 'Hospital' },
  { id: 'school', icon: 'school', zh: '学校', en: 'School' },
  { id: 'shop', icon: 'shop', zh: '商户', en: 'Shop' },
  { id: 'supermarket', icon: 'supermarket', zh: '商超', en: 'Supermarket' },
  { id: 'market', icon: 'market', zh: '农贸市场', en: 'Food market' },
  { id: 'enterprise', icon: 'enterprise', zh: '企业', en: 'Enterprise' },
  { id: 'community', icon: 'community', zh: '村居', en: 'Village or community' },
  { id: 'depot', icon: 'depot', zh: '物资仓库', en: 'Depot' },
  { id: 'tracingCentre', icon: 'tracingCentre', zh: '流调指挥中心', en: 'Tracing centre' },
]
