import type { ListFault, ListMeaning } from '../../../shared/transfer/name-rows.ts'
import { words } from '../../core/language.ts'

export type ReconcilePart = 'expected' | 'missing' | 'matched' | 'inspected' | 'extra' | 'twice'

interface Words {
  kind: string
  list: string
  kept: (source: string, names: number, when: string, who: string) => string
  skipped: (n: number) => string
  none: string
  noneMayNot: string
  upload: string
  reading: string
  hint: string
  columns: Record<ListMeaning, string>
  unused: string
  source: string
  scope: string
  whole: string
  good: (n: number) => string
  bad: (n: number) => string
  line: (n: number) => string
  faults: Record<ListFault, string>
  keep: (n: number) => string
  nameFirst: string
  drop: string
  parts: Record<ReconcilePart, string>
  empty: Record<ReconcilePart, string>
  register: string
  registerAll: (n: number) => string
  undecided: (n: number) => string
  near: string
  same: string
  sameHint: (was: string, is: string) => string
  chooseTownship: string
  export: string
  sheet: string[]
  approximate: string
}

const zh: Words = {
  kind: '场所类型',
  list: '名单',
  kept: (source, names, when, who) => `${source} · ${names} 个名称 · ${when} · ${who}`,
  skipped: n => `保存时有 ${n} 行没有读进来`,
  none: '这一类还没有部门名单。上传民政、教育等部门的名单，就能看出漏登记了哪些。',
  noneMayNot: '这一类还没有部门名单。请指挥部或镇街上传。',
  upload: '上传部门名单',
  reading: '正在读取 …',
  hint: 'Excel（.xlsx）或 CSV，至少有名称一列',
  columns: { name: '名称', township: '镇街' },
  unused: '不用',
  source: '名单来源（部门）',
  scope: '名单范围',
  whole: '全县',
  good: n => `读到 ${n} 个名称`,
  bad: n => `${n} 行读不进来`,
  line: n => `第 ${n} 行`,
  faults: { no_name: '没有名称', long_name: '名称超过 80 字', left_out: '按您的选择不读', other_township: '不是这个镇街的', too_many: '一份名单最多 5000 个名称，请分成几份' },
  keep: n => `保存名单（${n} 个），大家可见`,
  nameFirst: '请先选哪一列是名称，并写明名单来源。',
  drop: '不用这份',
  parts: { expected: '应有', missing: '漏登记', matched: '已登记', inspected: '已督查', extra: '名单外', twice: '名单重复' },
  empty: { expected: '名单是空的。', missing: '名单上的都已登记。', matched: '名单上的一处都没有登记。', inspected: '名单上的还没有督查过。', extra: '登记的都在名单上。', twice: '名单没有重复。' },
  register: '登记',
  registerAll: n => `一键登记 ${n} 处`,
  undecided: n => `另有 ${n} 处名称相近或不知属哪个镇街，请逐一确认。`,
  near: '是不是已登记的：',
  same: '是同一处',
  sameHint: (was, is) => `把“${was}”改名为“${is}”`,
  chooseTownship: '属哪个镇街',
  export: '导出 Excel',
  sheet: ['核对结果', '名单上的名称', '镇街', '已登记的名称'],
  approximate: '新登记的先放在镇街中心，到现场后请移到准确位置。',
}

const en: Words = {
  kind: 'Kind of place',
  list: 'List',
  kept: (source, names, when, who) => `${source} · ${names} names · ${when} · ${who}`,
  skipped: n => `${n} ${n === 1 ? 'row' : 'rows'} could not be read when it was kept`,
  none: 'No department’s list of this kind yet. Upload one, and see which places were never registered.',
  noneMayNot: 'No department’s list of this kind yet. Headquarters or a township can upload one.',
  upload: 'Upload a department’s list',
  reading: 'Reading …',
  hint: 'Excel (.xlsx) or CSV; with at least a column of names',
  columns: { name: 'Name', township: 'Township' },
  unused: 'Not used',
  source: 'Department of the list',
  scope: 'The list is of',
  whole: 'The whole county',
  good: n => `${n} names read`,
  bad: n => `${n} rows could not be read`,
  line: n => `Row ${n}`,
  faults: { no_name: 'no name', long_name: 'name longer than 80 characters', left_out: 'left out, as you chose', other_township: 'of another township', too_many: 'a list has at most 5000 names; please split it' },
  keep: n => `Keep the list (${n}) for everybody`,
  nameFirst: 'Choose the column of names first, and name its department.',
  drop: 'Not this one',
  parts: { expected: 'Expected', missing: 'Not registered', matched: 'Registered', inspected: 'Inspected', extra: 'Not on the list', twice: 'Twice on the list' },
  empty: { expected: 'The list is empty.', missing: 'All on the list are registered.', matched: 'None on the list is registered.', inspected: 'None on the list has been inspected.', extra: 'All that is registered is on the list.', twice: 'Nothing is on the list twice.' },
  register: 'Register',
  registerAll: n => `Register all ${n}`,
  undecided: n => `${n} more have a name like a registered one, or no township: please decide one by one.`,
  near: 'Perhaps registered as:',
  same: 'The same place',
  sameHint: (was, is) => `Renames “${was}” to “${is}”`,
  chooseTownship: 'Which township',
  export: 'Export to Excel',
  sheet: ['Result', 'Name on the list', 'Township', 'Registered as'],
  approximate: 'Places registered here stand at the middle of their township until somebody moves them.',
}

export const reconcileWords = words({ zh, en })
