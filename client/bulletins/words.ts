import type { Counted } from '../../shared/bulletins/summary.ts'
import { words } from '../core/language.ts'

interface Words {
  title: string
  all: string
  running: string
  runningHint: (from: string, until: string) => string
  days: string
  date: string
  none: string
  notYet: (day: string) => string
  window: (from: string, until: string) => string
  /** Follows a number and says what it counts. */
  counted: Record<Counted, string>
  short: Record<Counted, string>
  relapsed: string
  rate: string
  inspections: string
  places: string
  shortages: string
  gaps: (missing: number) => string
  zones: string
  silent: string
  nobody: string
  notDue: string
  townships: string
  township: string
  aspects: string
  aspectsHint: (n: number) => string
  severities: string
  units: string
  unit: string
  noUnit: string
  place: string
  pace: string
  relapse: string
  overdueShare: string
  rankHint: string
  tooFew: (from: number) => string
  closedOf: (n: number) => string
  total: string
  corrections: string
  correctionsNone: string
  correctionsHint: string
  fields: Record<'title' | 'aspect' | 'severity' | 'township' | 'unit', string>
  correction: (no: number, day: string, field: string) => string
  became: string
  rowsAt: (when: string) => string
  rowsNow: string
  count: (n: number) => string
  offline: string
  filters: { all: string, followed: string, late: string }
  map: string
  previous: string
  following: string
}

const zh: Words = {
  title: '日汇总与日通报',
  all: '全部通报',
  running: '今日（进行中）',
  runningHint: (from, until) => `${from} 起，${until} 截止后冻结`,
  days: '每日通报',
  date: '日期',
  none: '还没有通报。每天截止时间一到，当日数字自动冻结成一份通报。',
  notYet: day => `还没有 ${day} 的通报，或尚未签发。`,
  window: (from, until) => `${from} 至 ${until}`,
  counted: { found: '累计发现', foundToday: '当日发现', closed: '累计完成', closedToday: '当日完成', followed: '跟进中', overdue: '逾期' },
  short: { found: '发现', foundToday: '当日', closed: '完成', closedToday: '当日完成', followed: '跟进', overdue: '逾期' },
  relapsed: '当日复发',
  rate: '完成率',
  inspections: '督查次数',
  places: '查看场所',
  shortages: '物资缺口',
  gaps: missing => `空班（缺 ${missing} 人）`,
  zones: '管控区域',
  silent: '未报告的督导组',
  nobody: '无',
  notDue: '截止后列出',
  townships: '各镇街',
  township: '镇街',
  aspects: '重点方面',
  aspectsHint: n => `合计 ${n}，等于累计发现`,
  severities: '整改限期',
  units: '责任单位排名',
  unit: '责任单位',
  noUnit: '未定责任单位',
  place: '名次',
  pace: '用时占限期',
  relapse: '复发率',
  overdueShare: '逾期率',
  rankHint: '按三项比率的平均名次排列，越小越好；只比比率，不比件数。用时算到提交整改为止，不含等待复查；逾期率含超期后才提交整改的。',
  tooFew: from => `完成整改不足 ${from} 个，比率没有意义，不参加排名：`,
  closedOf: n => `完成 ${n}`,
  total: '合计',
  corrections: '对此前通报的更正',
  correctionsNone: '没有更正。',
  correctionsHint: '通报冻结后不再改动。此后对已通报问题的修改，在下一份通报里逐条更正。',
  fields: { title: '标题', aspect: '重点方面', severity: '限期', township: '镇街', unit: '责任单位' },
  correction: (no, day, field) => `更正第 ${no} 号 · ${day} 通报 · ${field}`,
  became: '更正为',
  rowsAt: when => `${when} 截止时的状态`,
  rowsNow: '现在的状态',
  count: n => `共 ${n} 条`,
  offline: '离线：截止时的明细要联网才能取得。通报上的数字都在。',
  filters: { all: '全部', followed: '跟进中', late: '逾期' },
  map: '看截止时的地图',
  previous: '前一天',
  following: '后一天',
}

const en: Words = {
  title: 'Daily bulletins',
  all: 'All bulletins',
  running: 'Today, so far',
  runningHint: (from, until) => `Since ${from}; frozen at ${until}`,
  days: 'Bulletins',
  date: 'Day',
  none: 'No bulletin yet. At the end of each day its figures are frozen into one.',
  notYet: day => `There is no bulletin of ${day} yet, or it is not signed.`,
  window: (from, until) => `${from} to ${until}`,
  counted: { found: 'Found in all', foundToday: 'Found that day', closed: 'Closed in all', closedToday: 'Closed that day', followed: 'Followed', overdue: 'Overdue' },
  short: { found: 'Found', foundToday: 'That day', closed: 'Closed', closedToday: 'Closed that day', followed: 'Followed', overdue: 'Overdue' },
  relapsed: 'Relapsed that day',
  rate: 'Closed',
  inspections: 'Inspections',
  places: 'Places seen',
  shortages: 'Shortages',
  gaps: missing => `Empty shifts (${missing} people)`,
  zones: 'Zones in force',
  silent: 'Teams without a report',
  nobody: 'none',
  notDue: 'listed after the cut-off',
  townships: 'By township',
  township: 'Township',
  aspects: 'By aspect',
  aspectsHint: n => `${n} in all, which is all that was found`,
  severities: 'By time limit',
  units: 'Ranking of units',
  unit: 'Unit',
  noUnit: 'No unit yet',
  place: 'Rank',
  pace: 'Share of time used',
  relapse: 'Relapsed',
  overdueShare: 'Late',
  rankHint: 'By the mean of three ranks, the smaller the better; shares are compared, never counts. Time runs until the fix is sent in, not while a re-check is awaited; late includes issues fixed too late.',
  tooFew: from => `Not ranked: fewer than ${from} closed, so a share would mean nothing:`,
  closedOf: n => `${n} closed`,
  total: 'Total',
  corrections: 'Corrections of earlier bulletins',
  correctionsNone: 'No corrections.',
  correctionsHint: 'A frozen bulletin never changes. Later edits appear as corrections, line by line, in the next one.',
  fields: { title: 'title', aspect: 'aspect', severity: 'time limit', township: 'township', unit: 'unit' },
  correction: (no, day, field) => `Correction ${no} · bulletin of ${day} · ${field}`,
  became: 'is corrected to',
  rowsAt: when => `as they stood at ${when}`,
  rowsNow: 'as they stand now',
  count: n => `${n} in all`,
  offline: 'Offline: the rows as they stood at the cut-off need the network. The figures of the bulletin are all here.',
  filters: { all: 'All', followed: 'Followed', late: 'Overdue' },
  map: 'The map as it stood',
  previous: 'The day before',
  following: 'The day after',
}

export const bulletinWords = words({ zh, en })
