import type { CareAct, Phase, Requirement, WhereLevel } from '../../records.ts'

/**
 * How often people are tested and visited and places disinfected. The guide names places by their cases, not by zones: that a zone of
 * lockdown stands for streets with cases, and one of control for those without cases in the last three rounds, is the county's reading.
 */
const guide = {
  zh: '《全员新型冠状病毒核酸检测组织实施指南（第二版）》（2021年9月13日）检测频次：隔离点和近3轮有病例的街道、社区每日一检，14天内有病例的隔日一检，其余每5天一检；三区对应由本县自定',
  en: 'Guide to mass testing, second edition (13 September 2021): daily at quarantine sites and where the last three rounds found cases, every other day where the last 14 days did, elsewhere every five days. Zones: the county’s reading',
}
const report = {
  zh: '事件报告：“仅实行一周两检，没有进行全员核酸检测，请立即组织人员上门采样”；区内每日一检的频次由本县自定',
  en: 'The report: “only tested twice a week; send people to sample everybody at once”. Daily in zones: the county’s choice',
}
const arrivals = {
  zh: '《全员新型冠状病毒核酸检测组织实施指南（第二版）》：隔离点每日一检；新到人员12小时内首检由本县自定（事件报告：5月8日下午接收的人员未及时采样）',
  en: 'Guide to mass testing, second edition: daily at quarantine sites. Arrivals within 12 hours: the county’s choice (the report: those of the afternoon of 8 May were sampled late)',
}
const ours = { zh: '本县自定（虚构，供演练）', en: 'The county’s choice (invented for the drill)' }

const always: readonly Phase[] = ['emergency', 'control']
const zones: readonly WhereLevel[] = ['lockdown', 'control', 'precaution']

interface Given { readonly rule: string, readonly act: CareAct, readonly kinds: readonly string[], readonly levels: readonly WhereLevel[], readonly every: number, readonly first?: number, readonly zh: string, readonly en: string, readonly source?: Requirement['source'], readonly phases?: readonly Phase[] }

const given: readonly Given[] = [
  { rule: 'care-daily', act: 'test', kinds: ['careHome', 'welfareHome'], levels: ['lockdown', 'control'], every: 24, zh: '每日一检', en: 'Test every day', source: report },
  { rule: 'care-weekly', act: 'test', kinds: ['careHome', 'welfareHome'], levels: ['precaution', 'outside'], every: 84, zh: '一周两检', en: 'Test twice a week', source: report },
  { rule: 'quarantine-daily', act: 'test', kinds: ['quarantineSite'], levels: [...zones, 'outside'], every: 24, first: 12, zh: '每日一检，新到人员12小时内首检', en: 'Test every day, arrivals within 12 hours', source: arrivals },
  { rule: 'village-daily', act: 'test', kinds: ['community'], levels: ['lockdown'], every: 24, zh: '每日一检', en: 'Test every day', source: guide },
  { rule: 'village-second', act: 'test', kinds: ['community'], levels: ['control'], every: 48, zh: '隔日一检', en: 'Test every other day', source: guide },
  { rule: 'village-fifth', act: 'test', kinds: ['community'], levels: ['precaution'], every: 120, zh: '每5天一检', en: 'Test every five days', source: guide },
  { rule: 'care-visit', act: 'visit', kinds: ['careHome', 'welfareHome'], levels: ['lockdown', 'control'], every: 24, zh: '每日走访', en: 'Visit every day', source: ours },
  { rule: 'village-visit', act: 'visit', kinds: ['community'], levels: ['lockdown'], every: 24, zh: '每日走访', en: 'Visit every day', source: ours },
  { rule: 'quarantine-clean', act: 'disinfect', kinds: ['quarantineSite'], levels: [...zones, 'outside'], every: 24, zh: '每日消杀', en: 'Disinfect every day', source: ours },
  { rule: 'zone-clean', act: 'disinfect', kinds: ['careHome', 'welfareHome', 'market', 'supermarket'], levels: ['lockdown', 'control'], every: 24, zh: '每日消杀', en: 'Disinfect every day', source: ours },
  { rule: 'reopened-clean', act: 'disinfect', kinds: ['school', 'enterprise'], levels: [...zones, 'outside'], every: 24, first: 48, zh: '复工复课后每日消杀', en: 'Disinfect every day after reopening', source: ours, phases: ['recovery'] },
]

export const requirements: readonly Requirement[] = given.map(({ rule, kinds, levels, every, first = every, phases = always, source = ours, ...rest }) =>
  ({ id: `${rule}-1`, rule, version: 1, ...rest, kinds: [...kinds], levels: [...levels], phases: [...phases], every, first, source, validFrom: 0, validTo: null, by: null }))
