import type { CareAct } from '../../shared/care/acts.ts'
import { words } from '../core/language.ts'

interface Words {
  plansHint: (days: number) => string
  end: string
  sureEnd: (days: number) => string
  certificate: string
  notDone: string
  print: string
  intro: (incident: string) => string
  rows: Record<'what' | 'cause' | 'planned' | 'due' | 'done' | 'people' | 'needs' | 'acts' | 'requests' | 'readings' | 'backups' | 'how', string>
  causes: Record<'incident' | 'zone', string>
  how: Record<'incident' | 'zone', string>
  seal: string
  issued: string
  copy: string
  remove: string
  sureRemove: string
  merge: string
  mergeHint: string
  sureMerge: (name: string) => string
  keep: string
  reads: string
  logHint: string
  acts: Record<CareAct, string>
  /** What the log names beside an act where it is no reason of the county's list. */
  whys: Readonly<Record<string, string>>
  anyAct: string
  who: string
  what: string
  when: string
  why: string
  about: string
  howMany: string
  more: string
  none: string
  take: string
  system: string
  real: (when: string) => string
  realTime: string
}

const zh: Words = {
  plansHint: days => `名册只为这次疫情保存：网格所在区域全部解除满 ${days} 天、或名册工作结束满 ${days} 天后，密钥和资料一并销毁。`,
  end: '结束名册工作',
  sureEnd: days => `${days} 天后销毁全部姓名、电话、需求和求助内容，无法恢复；人数统计和查阅记录保留。期间名册照常可用，指挥部可以写明理由暂缓。`,
  certificate: '销毁证明',
  notDone: '没有这份销毁证明：编号不对，或这项销毁还没有执行。已执行的在“重点人群”页的“资料销毁计划”里。',
  print: '打印',
  intro: incident => `兹证明“${incident}”期间登记的下列个人信息已按计划销毁，无法恢复。`,
  rows: { what: '范围', cause: '事由', planned: '计划时间', due: '到期时间', done: '销毁时间', people: '人员资料（人）', needs: '需求（项）', acts: '联系记录（条）', requests: '求助（件）', readings: '保留的查阅记录（条，不含姓名）', backups: '已清除名册密钥的备份（份）', how: '方式' },
  causes: { incident: '指挥部结束名册工作', zone: '网格所在区域已全部解除' },
  how: { incident: '先覆写并删除密钥文件，再删除全部密文并覆写存储；此前的备份因无密钥而无法读取', zone: '删除该网格的密文并覆写存储，其余资料换新密钥重新加密；此前的备份因旧密钥已毁而无法读取' },
  seal: '盖章',
  issued: '打印时间',
  copy: '导出本人资料',
  remove: '删除此人',
  sureRemove: '此人的资料、需求和联系记录全部删除，无法恢复；查阅记录只留编号。',
  merge: '与另一条合并',
  mergeHint: '按电话、证件号或姓名查出重复的那一条。保留现在打开的这条，缺的内容从另一条补上，另一条删除。',
  sureMerge: name => `“${name}”将并入现在打开的这条并被删除，无法恢复。`,
  keep: '合并',
  reads: '谁看过、何时、为何',
  logHint: '每次查阅在回答之前记下，逐条串联，改动或缺失能查出来。这里只有人员编号，没有姓名；导出的表不含补充说明。',
  acts: { list: '看名单', find: '查找', open: '打开一人', add: '登记', change: '修改', merge: '合并', done: '登记完成', import: '导入', export: '导出名单', copy: '导出本人资料', delete: '删除', grant: '授权', revoke: '收回授权', plan: '计划销毁', hold: '暂缓销毁', release: '恢复销毁', destroy: '销毁', refused: '超量被拒', unconfirmed: '未确认本人被拒' },
  whys: { names: '看姓名', export: '导出名单', help: '群众求助', take: '接单', ride: '安排送医', stage: '送医进度', done: '完成', decline: '不能办理', unreached: '没联系上', end: '结束一项需求' },
  anyAct: '全部操作',
  who: '谁',
  what: '做了什么',
  when: '何时',
  why: '理由',
  about: '对象编号',
  howMany: '人数',
  more: '再看一页',
  none: '还没有人查阅过。',
  take: '导出记录',
  system: '系统',
  real: when => `真实时间 ${when}`,
  realTime: '真实时间',
}

const en: Words = {
  plansHint: days => `The register is kept for this incident only: ${days} days after all zones over a grid are over, or after the work with the register has ended, its keys and data are destroyed.`,
  end: 'End the work with the register',
  sureEnd: days => `In ${days} days all names, phones, needs and requests are destroyed and cannot be restored; figures and the log of openings stay. Until then the register works as before, and headquarters may hold it back with a reason.`,
  certificate: 'Certificate of destruction',
  notDone: 'There is no such certificate: the number is wrong, or the destruction has not been carried out yet. Those carried out are under “Planned destruction of data” on the page of people who need care.',
  print: 'Print',
  intro: incident => `This certifies that the personal data below, kept during “${incident}”, was destroyed as planned and cannot be restored.`,
  rows: { what: 'What', cause: 'Cause', planned: 'Planned', due: 'Due', done: 'Destroyed', people: 'People', needs: 'Needs', acts: 'Contacts noted', requests: 'Help requests', readings: 'Rows kept in the log of openings (without names)', backups: 'Backups whose key of the register was destroyed', how: 'How' },
  causes: { incident: 'Headquarters ended the work with the register', zone: 'All zones over the grid are over' },
  how: { incident: 'The key file was overwritten and removed first, then all sealed data was deleted and its storage overwritten; earlier backups cannot be read without the key', zone: 'The sealed data of the grid was deleted and its storage overwritten, and what is left was sealed with new keys; earlier backups cannot be read, since the former keys are destroyed' },
  seal: 'Seal',
  issued: 'Printed',
  copy: 'Copy of the data',
  remove: 'Delete this person',
  sureRemove: 'The person’s data, needs and contacts are deleted and cannot be restored; the log of openings keeps an id only.',
  merge: 'Merge with another entry',
  mergeHint: 'Find the second entry by phone, document number or name. The open one is kept; what it lacks comes from the other, which is deleted.',
  sureMerge: name => `“${name}” goes into the open entry and is deleted. This cannot be undone.`,
  keep: 'Merge',
  reads: 'Who read it, when and why',
  logHint: 'Each opening is written down before it is answered, in a chain in which a changed or missing row is found. There are ids here and no names; the exported table leaves out the words of a reason.',
  acts: { list: 'Read a list', find: 'Searched', open: 'Opened a person', add: 'Entered', change: 'Changed', merge: 'Merged', done: 'Noted a need', import: 'Imported', export: 'Took out a list', copy: 'Copied a person’s data', delete: 'Deleted', grant: 'Granted a right', revoke: 'Took a right back', plan: 'Planned destruction', hold: 'Held destruction back', release: 'Let destruction go on', destroy: 'Destroyed', refused: 'Refused: too many', unconfirmed: 'Refused: not confirmed' },
  whys: { names: 'Read names', export: 'Take out lists', help: 'Help request', take: 'Taken', ride: 'Transport to hospital', stage: 'Stage of the transport', done: 'Done', decline: 'Cannot be done', unreached: 'Not reached', end: 'A need ended' },
  anyAct: 'All acts',
  who: 'Who',
  what: 'What',
  when: 'When',
  why: 'Why',
  about: 'About',
  howMany: 'People',
  more: 'Next page',
  none: 'Nobody has opened anything yet.',
  take: 'Export the log',
  system: 'System',
  real: when => `real time ${when}`,
  realTime: 'Real time',
}

export const lifeWords = words({ zh, en })
