import type { BulletinWords } from '../../core/bulletin-words.ts'

/** Our wording, in the usual form of such bulletins. An office replaces it here or uploads a template. */
export const bulletin: BulletinWords = {
  title: '疫情防控督查日通报',
  no: '廉防指通报〔{year}〕{no}号',
  unsigned: '（未签发）',
  intro: '{from}至{until}，各督导组开展督查{inspections}次，查看场所{places}处，发现问题{foundToday}个，完成整改{closedToday}个，复发{relapsed}个。截至{until}，累计发现问题{found}个，完成整改{closed}个，完成率{rate}，跟进中{followed}个，其中逾期{overdue}个；未补齐的物资缺口{shortages}项，空班{gaps}个、缺{missing}人，管控中的区域{zones}个。',
  silent: '当日未报告的督导组：{silent}。',
  nobodySilent: '无',
  headings: { townships: '一、各镇街情况', aspects: '二、重点方面', units: '三、责任单位整改情况', today: '四、当日发现的问题', late: '五、逾期未整改的问题', corrections: '六、对此前通报的更正', cases: '七、典型案例', requirements: '八、工作要求' },
  none: '无。',
  columns: {
    counts: ['名称', '累计发现', '当日发现', '完成', '跟进中', '逾期'],
    units: ['名次', '责任单位', '问题数', '用时占限期', '复发率', '逾期率'],
    issues: ['编号', '问题', '地点', '责任单位', '状态', '应完成时间'],
    all: ['编号', '问题', '重点方面', '限期', '镇街', '场所', '责任单位', '状态', '发现时间', '应完成时间', '进入现状态时间'],
  },
  total: '合计',
  noUnit: '未定责任单位',
  unranked: { one: '{unit}（{closed}个）', all: '以下单位完成整改不足{from}个，不参加排名：{units}。', between: '、' },
  correction: '更正第{no}号：{day}通报中，问题{issue}“{title}”的{field}由“{was}”更正为“{is}”。',
  fields: { title: '标题', aspect: '重点方面', severity: '限期', township: '镇街', unit: '责任单位' },
  states: { found: '发现', told: '已反馈', rectifying: '整改中', awaiting: '待复查', closed: '已销号', relapsed: '复发', deferred: '挂账' },
  severities: { immediate: '立即', day: '24小时', threeDays: '3天' },
  sheets: ['汇总', '问题明细'],
  figures: { found: '累计发现', foundToday: '当日发现', closed: '累计完成', closedToday: '当日完成', followed: '跟进中', overdue: '逾期', relapsedToday: '当日复发', inspections: '督查次数', placesSeen: '查看场所', shortages: '物资缺口', gaps: '空班', missing: '缺岗人数', zones: '管控区域' },
}
