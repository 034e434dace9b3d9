import type { CareAct } from '../../shared/records.ts'
import { words } from '../core/language.ts'

interface Words {
  readonly title: string
  readonly hint: string
  readonly acts: Readonly<Record<CareAct, string>>
  readonly outside: string
  readonly source: string
  readonly last: (when: string) => string
  readonly never: string
  readonly arrived: (when: string) => string
  readonly count: (n: number) => string
  readonly dueIn: (span: string) => string
  readonly lateBy: (span: string) => string
  readonly late: (n: number) => string
  readonly done: Readonly<Record<CareAct, string>>
  readonly howMany: string
  readonly issue: string
  /** A batch of a quarantine site, and how many of it are sampled. */
  readonly batch: (no: number, heads: number) => string
  readonly partly: (done: number, rest: number) => string
  readonly allOf: (n: number) => string
  readonly sampled: string
  /** Titles of the issue and of the shift that a missed act leads to. */
  readonly missed: (rule: string, span: string) => string
  readonly tasks: Readonly<Record<CareAct, string>>
  readonly only: Readonly<Record<'all' | 'late' | 'today', string>>
  readonly anyAct: string
  readonly anyTownship: string
  readonly anyUnit: string
  readonly anyTeam: string
  readonly none: string
  readonly columns: Readonly<Record<'place' | 'kind' | 'township' | 'unit' | 'level' | 'act' | 'rule' | 'last' | 'count' | 'due' | 'state', string>>
}

const zh: Words = {
  title: '今日应办',
  hint: '应检、应访、应消杀，按场所类型、所在区域和阶段推算。点一下即登记完成。',
  acts: { test: '检测', visit: '走访', disinfect: '消杀' },
  outside: '三区外',
  source: '依据',
  last: when => `上次 ${when}`,
  never: '还没有登记过',
  arrived: when => `${when} 到达，还没有检测`,
  count: n => `${n} 人`,
  dueIn: span => `${span}后到期`,
  lateBy: span => `已超 ${span}`,
  late: n => `已超时 ${n}`,
  done: { test: '已检测', visit: '已走访', disinfect: '已消杀' },
  howMany: '人数（可不填）',
  issue: '登记为问题',
  batch: (no, heads) => `第 ${no} 批 ${heads} 人`,
  partly: (done, rest) => `已采 ${done} 人，还差 ${rest} 人`,
  allOf: n => `全部 ${n} 人`,
  sampled: '本次采样人数',
  missed: (rule, span) => `未落实${rule}，已超 ${span}`,
  tasks: { test: '组织人员上门采样', visit: '组织走访', disinfect: '组织消杀' },
  only: { late: '超时', today: '今日', all: '全部' },
  anyAct: '全部事项',
  anyTownship: '全部镇街',
  anyUnit: '全部主管部门',
  anyTeam: '全部督导组',
  none: '没有到期的应办事项。划定区域或修改防控要求后，这里会随之变化。',
  columns: { place: '场所', kind: '类型', township: '镇街', unit: '主管部门', level: '区域', act: '事项', rule: '要求', last: '上次', count: '人数', due: '应完成', state: '状态' },
}

const en: Words = {
  title: 'Due today',
  hint: 'Tests, visits and disinfections that are due, by kind of place, zone and phase. One tap notes them as done.',
  acts: { test: 'Test', visit: 'Visit', disinfect: 'Disinfection' },
  outside: 'Outside all zones',
  source: 'Source',
  last: when => `last ${when}`,
  never: 'Nothing noted yet',
  arrived: when => `arrived ${when}, not tested yet`,
  count: n => `${n} people`,
  dueIn: span => `due in ${span}`,
  lateBy: span => `${span} overdue`,
  late: n => `${n} overdue`,
  done: { test: 'Tested', visit: 'Visited', disinfect: 'Disinfected' },
  howMany: 'People (optional)',
  issue: 'Report as an issue',
  batch: (no, heads) => `batch ${no}, ${heads} people`,
  partly: (done, rest) => `${done} sampled, ${rest} missing`,
  allOf: n => `all ${n}`,
  sampled: 'People sampled now',
  missed: (rule, span) => `Not done: ${rule.toLowerCase()}, ${span} overdue`,
  tasks: { test: 'Send people to sample', visit: 'Send people to visit', disinfect: 'Send people to disinfect' },
  only: { late: 'Overdue', today: 'Today', all: 'All' },
  anyAct: 'All acts',
  anyTownship: 'All townships',
  anyUnit: 'All departments',
  anyTeam: 'All teams',
  none: 'Nothing is due. This changes when a zone is drawn or a requirement changes.',
  columns: { place: 'Place', kind: 'Kind', township: 'Township', unit: 'Department', level: 'Zone', act: 'Act', rule: 'Requirement', last: 'Last', count: 'People', due: 'Due', state: 'State' },
}

export const requirementWords = words<Words>({ zh, en })
