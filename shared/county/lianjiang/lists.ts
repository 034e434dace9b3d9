import type { Named, PlaceKind } from '../../core/county.ts'

/** The seven aspects and the added one (7+1), in the order of the report. */
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

/** Grades of schools, the eldest of each school first. */
export const grades: readonly Named[] = [
  { id: 'g12', zh: '高三', en: 'Senior 3' },
  { id: 'g11', zh: '高二', en: 'Senior 2' },
  { id: 'g10', zh: '高一', en: 'Senior 1' },
  { id: 'g9', zh: '初三', en: 'Junior 3' },
  { id: 'g8', zh: '初二', en: 'Junior 2' },
  { id: 'g7', zh: '初一', en: 'Junior 1' },
  { id: 'primary', zh: '小学', en: 'Primary' },
  { id: 'kindergarten', zh: '幼儿园', en: 'Kindergarten' },
]

export const placeKinds: readonly PlaceKind[] = [
  { id: 'samplingSite', icon: 'samplingSite', zh: '采样点', en: 'Sampling site', also: ['核酸采样点', '核酸检测点', '采样点位', '便民核酸采样点', '黄码采样点'] },
  { id: 'checkpoint', icon: 'checkpoint', zh: '卡口', en: 'Checkpoint', also: ['联合检疫点', '检疫点', '交通卡口', '防疫卡口', '高速出口', '检查站'] },
  { id: 'quarantineSite', icon: 'quarantineSite', zh: '隔离点', en: 'Quarantine site', also: ['隔离酒店', '集中隔离点', '健康驿站', '隔离场所'] },
  { id: 'careHome', icon: 'careHome', zh: '养老院', en: 'Care home', also: ['敬老院', '养老机构', '老年公寓', '颐养院', '养老服务中心'] },
  { id: 'welfareHome', icon: 'welfareHome', zh: '福利院', en: 'Welfare home', also: ['儿童福利院', '社会福利院', '救助站'] },
  { id: 'hospital', icon: 'hospital', zh: '医院', en: 'Hospital', also: ['卫生院', '中心卫生院', '人民医院', '中医院', '诊所', '卫生站', '医疗机构'] },
  { id: 'school', icon: 'school', zh: '学校', en: 'School', also: ['中心小学', '小学', '中学', '初中', '高中', '幼儿园', '职校', '大中小学', '教学点'] },
  { id: 'shop', icon: 'shop', zh: '商户', en: 'Shop', also: ['商铺', '门店', '餐馆', '小卖部', '药店', '沿街商铺'] },
  { id: 'supermarket', icon: 'supermarket', zh: '商超', en: 'Supermarket', also: ['超市', '商场', '购物中心', '连锁超市'] },
  { id: 'market', icon: 'market', zh: '农贸市场', en: 'Food market', also: ['市场', '肉菜市场', '菜市场', '综合市场', '集贸市场'] },
  { id: 'enterprise', icon: 'enterprise', zh: '企业', en: 'Enterprise', also: ['工厂', '公司', '厂企', '工业企业', '工地'] },
  { id: 'community', icon: 'community', zh: '村居', en: 'Village or community', also: ['村委会', '居委会', '社区', '行政村', '村(居)'] },
  { id: 'depot', icon: 'depot', zh: '物资仓库', en: 'Depot', also: ['仓库', '物资储备点', '储备库', '物资库'] },
  { id: 'tracingCentre', icon: 'tracingCentre', zh: '流调指挥中心', en: 'Tracing centre', also: ['流调中心'] },
]
