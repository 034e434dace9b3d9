import type { ReopeningStep } from '../../shared/records.ts'
import type { Taken } from '../../shared/recovery/steps.ts'
import { words } from '../core/language.ts'

interface Words {
  readonly title: string
  readonly views: Readonly<Record<'enterprises' | 'schools', string>>
  /** The section of a place: a factory's, a school's. */
  readonly section: Readonly<Record<'work' | 'school', string>>
  readonly steps: Readonly<Record<ReopeningStep | 'refused', string>>
  /** What the place waits for. */
  readonly next: Readonly<Record<ReopeningStep, string>>
  readonly all: string
  readonly missingFor: (days: number) => string
  readonly aboveScale: string
  readonly aboveScaleOnly: string
  readonly workers: string
  readonly workersOf: (n: number) => string
  readonly conditions: string
  readonly batch: string
  readonly batchOf: (n: number) => string
  readonly noBatch: string
  readonly anyBatch: string
  readonly grade: string
  readonly heads: string
  readonly pupils: (n: string) => string
  readonly schools: (n: number) => string
  readonly arrives: string
  readonly sameTime: (when: string) => string
  readonly teachers: string
  readonly teachersReady: string
  readonly rooms: string
  readonly roomsReady: string
  readonly ready: (n: number, of: number) => string
  readonly addGrade: string
  readonly dropGrade: string
  readonly edit: string
  readonly save: string
  readonly note: string
  readonly reason: string
  readonly checklist: string
  readonly notPassed: (items: string) => string
  readonly failedBefore: string
  readonly openRunning: string
  readonly openHalted: string
  readonly openAll: (n: number) => string
  readonly noFile: string
  readonly none: string
  readonly hint: string
  readonly history: string
  readonly columns: Readonly<Record<'place' | 'township' | 'unit' | 'status' | 'step' | 'since' | 'next' | 'aboveScale' | 'workers' | 'batch' | 'pupils' | 'times' | 'teachers' | 'rooms' | 'lastReport' | 'state', string>>
  readonly acts: Readonly<Record<Taken, string>>
  readonly counts: (present: number, symptoms: number, measured: number, disinfected: boolean) => string
}

const zh: Words = {
  title: '复工复学',
  views: { enterprises: '企业', schools: '学校' },
  section: { work: '复工复产', school: '复学' },
  steps: { running: '正常运行', halted: '停工停课', filed: '已申请', checked: '已核查', approved: '已批准', reopened: '已恢复', relapsed: '再次停工停课', refused: '退回申请' },
  next: { running: '', halted: '等待场所申请', filed: '等待现场核查', checked: '等待指挥部批准', approved: '等待场所恢复', reopened: '', relapsed: '等待场所重新申请' },
  all: '全部',
  missingFor: days => `缺报 ${days} 天`,
  aboveScale: '规上企业',
  aboveScaleOnly: '只看规上',
  workers: '员工人数',
  workersOf: n => `员工 ${n} 人`,
  conditions: '恢复条件',
  batch: '批次',
  batchOf: n => `第 ${n} 批`,
  noBatch: '未定批次',
  anyBatch: '全部批次',
  grade: '年级',
  heads: '人数',
  pupils: n => `${n} 人`,
  schools: n => `${n} 所`,
  arrives: '到校时间',
  sameTime: when => `有两个年级同在 ${when} 到校，没有错峰`,
  teachers: '教职工',
  teachersReady: '已到岗',
  rooms: '教室、宿舍',
  roomsReady: '已备好',
  ready: (n, of) => `${n} / ${of}`,
  addGrade: '加一个年级',
  dropGrade: '去掉这个年级',
  edit: '修改档案',
  save: '保存',
  note: '说明（可不填）',
  reason: '理由',
  checklist: '核查清单',
  notPassed: items => `未通过：${items}`,
  failedBefore: '上次未通过',
  openRunning: '登记为在运行',
  openHalted: '登记为停工停课',
  openAll: n => `为其余 ${n} 处建立档案`,
  noFile: '还没有复工复学档案。',
  none: '没有符合的场所。',
  hint: '申请、现场核查、批准、恢复逐步登记，每步写明谁、何时；退回要写理由。',
  history: '经过',
  columns: { place: '场所', township: '镇街', unit: '主管部门', status: '状态', step: '步骤', since: '自', next: '下一步', aboveScale: '规上', workers: '员工', batch: '批次', pupils: '学生', times: '错峰到校', teachers: '教职工到岗', rooms: '教室宿舍备好', lastReport: '最近自查', state: '提示' },
  acts: { halted: '停工停课', filed: '申请恢复', checked: '现场核查', approved: '批准', refused: '退回申请', reopened: '登记已恢复', relapsed: '再次停工停课' },
  counts: (present, symptoms, measured, disinfected) => `在岗 ${present} · 有症状 ${symptoms} · 测温 ${measured} · ${disinfected ? '已消杀' : '未消杀'}`,
}

const en: Words = {
  title: 'Reopening',
  views: { enterprises: 'Enterprises', schools: 'Schools' },
  section: { work: 'Back to work', school: 'Back to school' },
  steps: { running: 'In operation', halted: 'Halted', filed: 'Filed', checked: 'Checked on site', approved: 'Approved', reopened: 'Reopened', relapsed: 'Halted again', refused: 'Sent back' },
  next: { running: '', halted: 'The place has to apply', filed: 'Waits for the check on site', checked: 'Waits for headquarters’ approval', approved: 'The place may reopen', reopened: '', relapsed: 'The place has to apply again' },
  all: 'All',
  missingFor: days => `no report for ${days} ${days === 1 ? 'day' : 'days'}`,
  aboveScale: 'Above-scale enterprise',
  aboveScaleOnly: 'Above scale only',
  workers: 'Workers',
  workersOf: n => `${n} workers`,
  conditions: 'Conditions',
  batch: 'Batch',
  batchOf: n => `Batch ${n}`,
  noBatch: 'No batch yet',
  anyBatch: 'All batches',
  grade: 'Grade',
  heads: 'Heads',
  pupils: n => `${n} pupils`,
  schools: n => `${n} ${n === 1 ? 'school' : 'schools'}`,
  arrives: 'Arrive at',
  sameTime: when => `Two grades arrive at ${when}: not staggered`,
  teachers: 'Teachers and staff',
  teachersReady: 'of them ready',
  rooms: 'Rooms',
  roomsReady: 'of them ready',
  ready: (n, of) => `${n} / ${of}`,
  addGrade: 'Add a grade',
  dropGrade: 'Remove this grade',
  edit: 'Change the file',
  save: 'Save',
  note: 'Note (optional)',
  reason: 'Reason',
  checklist: 'Checklist',
  notPassed: items => `Not passed: ${items}`,
  failedBefore: 'failed last time',
  openRunning: 'Note as in operation',
  openHalted: 'Note as halted',
  openAll: n => `Open files for the other ${n}`,
  noFile: 'It has no reopening file yet.',
  none: 'No such places.',
  hint: 'Application, check on site, approval, reopening: each step says who and when, and what is sent back says why.',
  history: 'Steps so far',
  columns: { place: 'Place', township: 'Township', unit: 'Department', status: 'Status', step: 'Step', since: 'Since', next: 'Next', aboveScale: 'Above scale', workers: 'Workers', batch: 'Batch', pupils: 'Pupils', times: 'Arrivals', teachers: 'Teachers ready', rooms: 'Rooms ready', lastReport: 'Last report', state: 'Marks' },
  acts: { halted: 'Halt', filed: 'Apply to reopen', checked: 'Check on site', approved: 'Approve', refused: 'Send back', reopened: 'Note as reopened', relapsed: 'Halt again' },
  counts: (present, symptoms, measured, disinfected) => `${present} present · ${symptoms} with symptoms · ${measured} measured · ${disinfected ? 'disinfected' : 'not disinfected'}`,
}

export const recoveryWords = words<Words>({ zh, en })
