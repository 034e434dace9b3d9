import type { Named, PlaceKind } from '../../core/county.ts'

export const aspects: readonly Named[] = [
  { id: 'water', zh: '饮用水', en: 'Drinking water' },
  { id: 'sanitation', zh: '厕所与污水', en: 'Sanitation' },
  { id: 'food', zh: '食品安全', en: 'Food safety' },
  { id: 'treatment', zh: '救治', en: 'Treatment' },
  { id: 'shelter', zh: '安置', en: 'Shelter' },
  { id: 'supplies', zh: '物资', en: 'Supplies' },
]

export const placeKinds: readonly PlaceKind[] = [
  { id: 'waterPoint', icon: 'samplingSite', zh: '供水点', en: 'Water point', also: ['well', 'spring', 'tank', '水井', '水站'] },
  { id: 'rehydration', icon: 'hospital', zh: '补液点', en: 'Rehydration post', also: ['ORP', '口服补液点'] },
  { id: 'treatment', icon: 'hospital', zh: '霍乱治疗中心', en: 'Treatment centre', also: ['CTC'] },
  { id: 'shelter', icon: 'community', zh: '避难所', en: 'Shelter', also: ['gymnasium', '安置点'] },
  { id: 'ferry', icon: 'checkpoint', zh: '渡口', en: 'Ferry landing', also: ['pier', '码头'] },
  { id: 'fishMarket', icon: 'market', zh: '鱼市', en: 'Fish market', also: ['caleta', '水产市场'] },
  { id: 'kitchen', icon: 'shop', zh: '食堂', en: 'Kitchen', also: ['canteen', 'food stall', '餐馆'] },
  { id: 'school', icon: 'school', zh: '学校', en: 'School', also: ['escuela', '小学'] },
  { id: 'depot', icon: 'depot', zh: '仓库', en: 'Depot', also: ['store', '物资库'] },
]
