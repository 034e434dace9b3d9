import type { ExposureRules } from '../../core/exposure-rules.ts'

export const exposure: ExposureRules = {
  near: 200,
  origins: [
    { id: 'tracing', zh: '流调报告', en: 'Tracing report' },
    { id: 'environment', zh: '环境采样阳性', en: 'Positive environmental sample' },
    { id: 'assistance', zh: '外地协查', en: 'Request from elsewhere' },
    { id: 'tube', zh: '混管阳性', en: 'Positive mixed tube' },
  ],
  lists: {
    closing: [
      { id: 'shut', zh: '出入口已封闭，专人值守', en: 'All entrances are shut and guarded' },
      { id: 'notice', zh: '门口已张贴关闭告示', en: 'A notice of closing hangs at the door' },
      { id: 'counted', zh: '场内人员已清点人数并就地管理', en: 'The people inside are counted and kept on site' },
      { id: 'goods', zh: '货物和垃圾已封存，不外运', en: 'Goods and waste are sealed and stay inside' },
    ],
    disinfection: [
      { id: 'disinfected', zh: '终末消毒已完成，有记录', en: 'Terminal disinfection is done and recorded' },
      { id: 'sampled', zh: '消毒后环境采样结果全部阴性', en: 'Environmental samples after disinfection are all negative' },
      { id: 'aired', zh: '已通风，消毒剂已清除', en: 'Rooms are aired and free of disinfectant' },
    ],
  },
  source: {
    zh: '参照《新型冠状病毒肺炎防控方案（第八版）》（2021年）疫源地终末消毒的要求；清单文字和200米由本县自定（虚构，供演练）',
    en: 'After the requirements for terminal disinfection in the COVID-19 prevention and control plan, 8th edition (2021); the wording of the lists and the 200 metres are the county’s choice (invented for the drill)',
  },
}
