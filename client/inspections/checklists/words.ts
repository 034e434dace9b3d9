import type { Worded } from '../../../shared/core/worded.ts'
import { clip } from '../../../shared/core/text.ts'
import { words } from '../../core/language.ts'

interface Words {
  title: string
  kind: string
  phase: string
  phases: Record<'usual' | 'recovery', string>
  version: (n: number) => string
  inForce: string
  by: (who: string, when: string) => string
  own: string
  none: string
  edit: string
  begin: string
  hint: (n: number) => string
  add: string
  up: (item: string) => string
  down: (item: string) => string
  remove: (item: string) => string
  zh: string
  zhHint: string
  en: string
  enHint: string
  fault: string
  faultHint: string
  faultEn: string
  ifNot: (fault: string) => string
  aspect: string
  severity: string
  save: (n: number) => string
  newer: (n: number) => string
  takeOver: string
  usedBy: (n: number) => string
}

const zh: Words = {
  title: '督查清单',
  kind: '场所类别',
  phase: '适用阶段',
  phases: { usual: '应急、常态', recovery: '恢复' },
  version: n => `第 ${n} 版`,
  inForce: '现行',
  by: (who, when) => `${who} · ${when}`,
  own: '县区预置',
  none: '这一类场所还没有清单。',
  edit: '修订',
  begin: '建立清单',
  hint: n => `每项先写应当做到什么，下一行写不合格时问题怎样记。保存后成为第 ${n} 版，只用于今后的督查；已开始的督查保留原来的版本。`,
  add: '加一项',
  up: item => `上移：${item}`,
  down: item => `下移：${item}`,
  remove: item => `删除：${item}`,
  zh: '应当做到',
  zhHint: '如：防护物资充足',
  en: '英文',
  enHint: '可不填，同中文',
  fault: '不合格时记为',
  faultHint: '如：防护物资不足；可不填',
  faultEn: '不合格时记为（英文）',
  ifNot: fault => `不合格记为：${fault}`,
  aspect: '方面',
  severity: '时限',
  save: n => `保存为第 ${n} 版`,
  newer: n => `您修订期间，别人已保存第 ${n} 版（列在下方）。您写的内容还在。`,
  takeOver: '已看过，在新版之后保存我的',
  usedBy: n => `近期 ${n} 次督查使用`,
}

const en: Words = {
  title: 'Checklists',
  kind: 'Kind of place',
  phase: 'Used in',
  phases: { usual: 'emergency and control', recovery: 'recovery' },
  version: n => `Version ${n}`,
  inForce: 'in force',
  by: (who, when) => `${who} · ${when}`,
  own: 'from the county folder',
  none: 'This kind of place has no list yet.',
  edit: 'Revise',
  begin: 'Begin a list',
  hint: n => `Each item states what must be so, and below it the issue if it is not. Saved, it is version ${n}, for inspections from now on; those that have begun keep theirs.`,
  add: 'Add an item',
  up: item => `Move up: ${item}`,
  down: item => `Move down: ${item}`,
  remove: item => `Remove: ${item}`,
  zh: 'What must be so',
  zhHint: 'e.g. enough protective gear',
  en: 'In English',
  enHint: 'may stay empty',
  fault: 'Reported as',
  faultHint: 'e.g. too little protective gear; may stay empty',
  faultEn: 'Reported as, in English',
  ifNot: fault => `reported as: ${fault}`,
  aspect: 'Aspect',
  severity: 'Time',
  save: n => `Save as version ${n}`,
  newer: n => `While you were at it, somebody saved version ${n} (below). What you wrote is still here.`,
  takeOver: 'I have read it: save mine after it',
  usedBy: n => `used by ${n} recent inspections`,
}

/** How an item that failed is reported if its author wrote nothing else. Stored in both languages. */
export const notSo = (must: Worded): Worded => ({ zh: clip(`未做到：${must.zh}`, 80), en: clip(`Not so: ${must.en}`, 80) })

export const checklistWords = words({ zh, en })
