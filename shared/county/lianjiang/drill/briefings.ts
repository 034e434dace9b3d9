import type { Args } from '../../../commands.ts'
import type { Story } from '../../story.ts'
import { day, hour, minute } from '../../story.ts'
import { inspector } from './people.ts'

/** The focus and the decisions of each daily meeting; the last are today's. The themes are from the report, the wording is invented. */
const words: readonly (readonly [focus: string, decisions: string])[] = [
  ['卡口 24 小时值守到岗', '八个组分片包镇街，今日起每日督查、每日汇总、每日通报。'],
  ['采样点一米线与分区', '各组第一站先看采样点，当场反馈，限时整改。'],
  ['隔离点三区两通道', '隔离点逐个过，医疗废物暂存一并查。'],
  ['流调与密接转运衔接', '一组进驻流调指挥中心，跟进转运车辆。'],
  ['场所码张贴与查验', '沿街商户逐户排查，未张贴的合并为一个问题。'],
  ['婴幼儿奶粉和常用药供应', '封控区内逐户问需求，缺什么当场报缺口。'],
  ['农贸市场限流与测温', '早市前到场，市场监管局同步到位。'],
  ['学校封闭管理', '各组至少看两所学校，查晨午检台账。'],
  ['货车司机核酸查验', '高速出口夜查，交通运输局派人联合。'],
  ['防护物资配备', '手套、防护服按在岗人数核对台账。'],
  ['弱势群体名册', '七类人员逐一见面，不看台账看人。'],
  ['医院预检分诊', '卫健局带队，发热门诊闭环一并查。'],
  ['企业闭环生产', '重点看宿舍与食堂，工信局跟进。'],
  ['夜间值守与交接班', '夜查卡口，空班当场补。'],
  ['隔离点清洁消毒记录', '缺记录的限当日补齐并说明原因。'],
  ['复查到期问题', '逾期问题一律上门复查，复发的重新计时。'],
  ['封控区生活物资配送', '跟车看一趟，签收单逐张核对。'],
  ['养老院核酸频次', '三组先查吉水、河唇两家华仁养老院；封控区内养老院每日一检。其余各组本片养老院当日过一遍。'],
]
const tomorrow = ['隔离点封闭管理', '逾期问题先复查；各组路线以手机为准。'] as const

/** Publishes each briefing at 20:30 the evening before; every team reads it in the morning. */
export function briefings(story: Story, stops: NonNullable<Args<'publishBriefing'>['stops']>): void {
  const { today, now, tell } = story
  const name = (at: number) => new Date(at + 8 * hour).toISOString().slice(0, 10)
  words.forEach(([focus, decisions], i) => {
    const start = today - (words.length - 1 - i) * day
    const last = i === words.length - 1
    tell('p-coord-1', i ? start - 3.5 * hour : start + 3 * hour, 'publishBriefing', { day: name(start), focus, decisions, stops: last ? stops : [] })
    for (let no = 1; no <= 8; no++) tell(inspector(no, 1), Math.min(now, start + 7.5 * hour + no * minute), 'readBriefing', { day: name(start) })
  })
  const evening = today + 20.5 * hour
  if (evening < now) tell('p-coord-1', evening, 'publishBriefing', { day: name(today + day), focus: tomorrow[0], decisions: tomorrow[1], stops: [] })
}
