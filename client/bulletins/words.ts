import type { Fate } from '../../shared/bulletins/sampling.ts'
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
  signedAt: (when: string) => string
  unsigned: string
  open: string
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
  signFixes: string
  withdrawHint: string
  withdrawWhy: string
  withdrawnLine: (no: string, when: string, why: string) => string
  readBy: (readers: readonly string[]) => string
  remarks: string
  cases: string
  requirements: string
  remarksNone: string
  signNow: string
  tooFew: (from: number) => string
  closedOf: (n: number) => string
  total: string
  corrections: string
  correctionsNone: string
  correctionsHint: string
  fields: Record<'title' | 'aspect' | 'severity' | 'township' | 'unit', string>
  correction: (no: number, day: string, field: string) => string
  became: string
  sample: string
  sampleHint: string
  sampleProof: string
  sampleUnreadable: string
  sampleNone: string
  sampleLeft: (open: number, all: number) => string
  fates: Record<Fate, string>
  look: string
  today: string
  word: string
  excel: string
  print: string
  making: string
  failed: string
  rows: string
  rowsAt: (when: string) => string
  rowsNow: string
  filters: { all: string, followed: string, late: string }
  more: (n: number) => string
  count: (n: number) => string
  numbered: (no: number) => string
  offline: string
  template: string
  templateHint: string
  templateGet: string
  templatePut: string
  templateBack: string
  templateKept: string
  templateGone: string
  tags: string
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
  signedAt: when => `${when} 签发`,
  unsigned: '未签发',
  open: '打开',
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
  signFixes: '签发后取得编号，镇街和责任单位随即可见。数字不再改动；在有镇街或单位读到之前可以撤回，重新签发时用新的编号。之后的更正列入下一期。',
  withdrawHint: '还没有镇街或单位读过。撤回后他们看不到这份通报，原编号作废，重新签发时用新的编号。',
  withdrawWhy: '撤回原因',
  withdrawnLine: (no, when, why) => `${no} 已于 ${when} 撤回：${why}`,
  readBy: readers => readers.length ? `已读 ${readers.length}：${readers.join('、')}` : '还没有镇街或单位读过，可以撤回',
  remarks: '典型案例与工作要求',
  cases: '典型案例',
  requirements: '工作要求',
  remarksNone: '还没有写。签发前可以补上，每段一行。',
  signNow: '确认签发',
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
  sample: '抽查',
  sampleHint: '已销号的问题按比例抽出，由整改人、销号人以外的人再看一次；复发多的单位抽得多。按事件和日期从日志抽取，可以重算。',
  sampleProof: '拍照确认属实',
  sampleUnreadable: '这张照片打不开，请换一张。',
  sampleNone: '没有可抽查的已销号问题。',
  sampleLeft: (open, all) => `${all} 件中 ${open} 件待抽查`,
  fates: { open: '待抽查', held: '整改属实', relapsed: '已复发' },
  look: '查看或标复发',
  today: '今日抽查：这个问题已销号，请到现场再看一次。属实就确认，不属实在下面标“复发”。',
  word: 'Word',
  excel: 'Excel',
  print: '打印 / PDF',
  making: '正在生成 …',
  failed: '没有取得文件。通报没有变，请检查网络后再试。',
  rows: '数字的明细',
  rowsAt: when => `${when} 截止时的状态`,
  rowsNow: '现在的状态',
  filters: { all: '全部', followed: '跟进中', late: '逾期' },
  more: n => `其余 ${n} 件`,
  count: n => `共 ${n} 条`,
  numbered: no => `第 ${no} 号`,
  offline: '离线：截止时的明细要联网才能取得。通报上的数字都在。',
  template: '通报模板',
  templateHint: '下载模板，在 Word 或 WPS 里改文头、字体、栏目，花括号里的标记保留，再上传。',
  templateGet: '下载模板',
  templatePut: '上传模板',
  templateBack: '恢复默认模板',
  templateKept: '模板已换，下一次下载就用它。',
  templateGone: '已恢复默认模板。',
  tags: '可用标记',
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
  signedAt: when => `signed ${when}`,
  unsigned: 'Not signed',
  open: 'Open',
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
  signFixes: 'Signing gives it its number, and townships and units see it at once. Its figures do not change. Until one of them has read it, it can be withdrawn; signed again, it gets a new number. Later corrections stand in the next bulletin.',
  withdrawHint: 'No township or unit has read it yet. Withdrawn, it is hidden from them, its number is void, and a new number follows.',
  withdrawWhy: 'Why it is withdrawn',
  withdrawnLine: (no, when, why) => `${no} was withdrawn on ${when}: ${why}`,
  readBy: readers => readers.length ? `Read by ${readers.length}: ${readers.join(', ')}` : 'No township or unit has read it yet; it can be withdrawn',
  remarks: 'Typical cases and requirements',
  cases: 'Typical cases',
  requirements: 'Requirements',
  remarksNone: 'Nothing written yet. Add it before signing, one line a paragraph.',
  signNow: 'Sign and issue',
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
  sample: 'To be looked at again',
  sampleHint: 'A share of the closed issues, checked again by somebody who neither fixed nor closed them; more from units whose fixes relapse. Drawn from the log by incident and day, so anybody can repeat the draw.',
  sampleProof: 'Confirm with a photo',
  sampleUnreadable: 'This photo cannot be read; choose another.',
  sampleNone: 'Nothing closed that could be drawn.',
  sampleLeft: (open, all) => `${open} of ${all} to be looked at`,
  fates: { open: 'To be looked at', held: 'Holds', relapsed: 'Relapsed' },
  look: 'Open, or mark a relapse',
  today: 'Drawn today: this issue is closed; please look at it again on the spot. Confirm that it holds, or mark a relapse below.',
  word: 'Word',
  excel: 'Excel',
  print: 'Print / PDF',
  making: 'Making it …',
  failed: 'The file did not arrive. The bulletin is unchanged; check the network and try again.',
  rows: 'Rows behind the figure',
  rowsAt: when => `as they stood at ${when}`,
  rowsNow: 'as they stand now',
  filters: { all: 'All', followed: 'Followed', late: 'Overdue' },
  more: n => `${n} more`,
  count: n => `${n} in all`,
  numbered: no => `No. ${no}`,
  offline: 'Offline: the rows as they stood at the cut-off need the network. The figures of the bulletin are all here.',
  template: 'Template',
  templateHint: 'Download it, change head, fonts and sections in Word or WPS, keep the tags in braces, and bring it back.',
  templateGet: 'Download the template',
  templatePut: 'Upload a template',
  templateBack: 'Back to the default',
  templateKept: 'The template is changed; the next download uses it.',
  templateGone: 'The default template is back.',
  tags: 'Tags there are',
  map: 'The map as it stood',
  previous: 'The day before',
  following: 'The day after',
}

export const bulletinWords = words({ zh, en })
