import type { Code } from '../../../shared/core/rejection.ts'
import { words } from '../../core/language.ts'

interface Words {
  title: (shift: string) => string
  open: string
  loading: string
  failed: string
  rested: (n: number) => string
  tired: (n: number) => string
  busy: (n: number) => string
  nobody: string
  unfit: (n: number) => string
  by: string
  sorts: Record<'near' | 'rest', string>
  restFor: (span: string) => string
  fresh: (days: number | null) => string
  last: (time: string, shift: string) => string
  away: (text: string) => string
  awayHere: string
  home: (text: string) => string
  assign: string
  overrideButton: string
  override: string
  why: string
  whyHint: string
  told: string
  volunteer: (n: number) => string
  reasons: Partial<Record<Code, (hours: number, detail: string) => string>>
}

const zh: Words = {
  title: shift => `安排上岗 · ${shift}`,
  open: '安排人员',
  loading: '正在取得人员 …',
  failed: '没有取得人员名单，请检查网络后重试。',
  rested: n => `休息好、够条件 ${n}`,
  tired: n => `休息不够 ${n}`,
  busy: n => `同时段在别处值守 ${n}`,
  nobody: '没有休息好又够条件的人。可就近召集，或在下面超限安排。',
  unfit: n => `另有 ${n} 人缺少这一岗要求的技能、培训或知情同意，未列出。`,
  by: '排序',
  sorts: { near: '离得近', rest: '歇得久' },
  restFor: span => `已休息 ${span}`,
  fresh: days => days === null ? '还没有值守过' : `近 ${days} 天没有值守`,
  last: (time, shift) => `上一班 ${time} ${shift}`,
  away: text => `上次值守在 ${text}外`,
  awayHere: '上次就在这里',
  home: text => `所属镇街距此 ${text}`,
  assign: '安排',
  overrideButton: '超限安排 …',
  override: '超限安排',
  why: '超限理由',
  whyHint: '如：夜间无人可替，次日补休',
  told: '本人和指挥部都会收到提醒。',
  volunteer: n => `志愿者 ${n}`,
  reasons: {
    too_soon: hours => `与另一班只隔 ${hours} 小时`,
    too_many_hours: (hours, most) => `24 小时内已值守 ${hours} 小时，加上这一班超过 ${most} 小时`,
    too_many_nights: (_, most) => `将连续超过 ${most} 个夜班`,
    no_day_off: (_, most) => `将连续值守超过 ${most} 天`,
    shift_clash: (_, title) => `同时段在“${title}”`,
  },
}

const en: Words = {
  title: shift => `Put on duty · ${shift}`,
  open: 'Put people on',
  loading: 'Fetching people …',
  failed: 'The list of people did not come. Check the network and try again.',
  rested: n => `Rested and qualified ${n}`,
  tired: n => `Not rested ${n}`,
  busy: n => `On duty elsewhere then ${n}`,
  nobody: 'Nobody is rested and qualified. Call those near, or override a limit below.',
  unfit: n => `${n} more lack a skill, training or consent that this post asks for, and are not listed.`,
  by: 'Sort by',
  sorts: { near: 'Nearest', rest: 'Longest rest' },
  restFor: span => `rested ${span}`,
  fresh: days => days === null ? 'no duty yet' : `no duty in the last ${days} days`,
  last: (time, shift) => `last shift ${time}, ${shift}`,
  away: text => `last stood ${text} away`,
  awayHere: 'last stood here',
  home: text => `township ${text} from here`,
  assign: 'Assign',
  overrideButton: 'Override …',
  override: 'Assign over the limit',
  why: 'Reason',
  whyHint: 'e.g. nobody to relieve; day off tomorrow',
  told: 'The person and headquarters are told.',
  volunteer: n => `Volunteer ${n}`,
  reasons: {
    too_soon: hours => `only ${hours} h from another shift`,
    too_many_hours: (hours, most) => `${hours} h on duty in 24; with this one more than ${most} h`,
    too_many_nights: (_, most) => `would be more than ${most} nights in a row`,
    no_day_off: (_, most) => `would be more than ${most} days in a row`,
    shift_clash: (_, title) => `at “${title}” then`,
  },
}

export const assign = words({ zh, en })
