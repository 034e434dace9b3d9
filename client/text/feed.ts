import type { CommandName } from '../../shared/commands/all.ts'
import type { Seen } from '../../shared/protocol.ts'
import type { AnyRecord, Issue } from '../../shared/records.ts'
import { bulletinDeeds } from './deeds/bulletins.ts'
import { dutyDeeds } from './deeds/duty.ts'
import { incidentDeeds } from './deeds/incident.ts'
import { inspectionDeeds } from './deeds/inspections.ts'
import { issueDeeds } from './deeds/issues.ts'
import { noticeDeeds } from './deeds/notices.ts'
import { planDeeds } from './deeds/plans.ts'
import { column, supplyDeeds } from './deeds/supplies.ts'
import { words } from './lang.ts'
import { named } from './records.ts'

type Verbs = Record<Exclude<CommandName, 'advanceIssue'>, string>

const zh: Verbs = {
  announce: '发通告',
  endAnnouncement: '撤下通告',
  openIncident: '启动事件',
  reportIssue: '发现问题',
  editIssue: '修改内容',
  moveIssue: '调整位置',
  commentIssue: '记一笔',
  attachPhoto: '补照片',
  assignIssue: '指定责任单位',
  extendIssue: '延长期限',
  addPlace: '登记场所',
  importPlaces: '导入场所',
  editPlace: '修改场所',
  movePlace: '调整位置',
  retirePlace: '停用场所',
  restorePlace: '恢复场所',
  openShift: '开班次',
  editShift: '修改班次',
  claimShift: '报名',
  releaseShift: '退出班次',
  closeShift: '停止报名',
  reopenShift: '恢复报名',
  postShortage: '报缺口',
  editShortage: '修改缺口',
  coverShortage: '补给',
  withdrawShortage: '撤销缺口',
  reopenShortage: '恢复缺口',
  drawZone: '划定区域',
  editZone: '调整区域',
  liftZone: '解除区域',
  restoreZone: '恢复区域',
  ...column(supplyDeeds.zh, 2),
  ...column(noticeDeeds.zh, 2),
  ...column(issueDeeds.zh, 2),
  ...column(incidentDeeds.zh, 2),
  ...column(bulletinDeeds.zh, 2),
  ...column(inspectionDeeds.zh, 2),
  ...column(planDeeds.zh, 2),
  ...column(dutyDeeds.zh, 2),
}

const en: Verbs = {
  announce: 'announced',
  endAnnouncement: 'notice ended',
  openIncident: 'incident opened',
  reportIssue: 'found',
  editIssue: 'edited',
  moveIssue: 'moved',
  commentIssue: 'noted',
  attachPhoto: 'photo added',
  assignIssue: 'unit assigned',
  extendIssue: 'deadline extended',
  addPlace: 'place added',
  importPlaces: 'places imported',
  editPlace: 'place edited',
  movePlace: 'place moved',
  retirePlace: 'place retired',
  restorePlace: 'place restored',
  openShift: 'shift opened',
  editShift: 'shift edited',
  claimShift: 'claimed',
  releaseShift: 'released',
  closeShift: 'sign-up closed',
  reopenShift: 'sign-up reopened',
  postShortage: 'shortage posted',
  editShortage: 'shortage edited',
  coverShortage: 'supplied',
  withdrawShortage: 'shortage withdrawn',
  reopenShortage: 'shortage reopened',
  drawZone: 'zone drawn',
  editZone: 'zone changed',
  liftZone: 'zone lifted',
  restoreZone: 'zone restored',
  ...column(supplyDeeds.en, 2),
  ...column(noticeDeeds.en, 2),
  ...column(issueDeeds.en, 2),
  ...column(incidentDeeds.en, 2),
  ...column(bulletinDeeds.en, 2),
  ...column(inspectionDeeds.en, 2),
  ...column(planDeeds.en, 2),
  ...column(dutyDeeds.en, 2),
}

const verbs = words({ zh, en })
const steps = words({
  zh: { told: '当场反馈', rectifying: '接收整改', awaiting: '提交整改，待复查', closed: '复查销号', relapsed: '复发', deferred: '挂账', found: '发现', returned: '退回再改' },
  en: { told: 'fed back on the spot', rectifying: 'took it on', awaiting: 'sent in, awaiting re-check', closed: 're-checked, closed', relapsed: 'relapsed', deferred: 'deferred', found: 'found', returned: 'sent back' },
})

/** What was done, for a command name and, for a step of an issue, where it led. */
export function deed(name: string, to?: Issue['state'], from?: Issue['state']): string {
  if (name !== 'advanceIssue') return verbs.value[name as keyof Verbs] ?? name
  return to === 'rectifying' && from === 'awaiting' ? steps.value.returned : to ? steps.value[to] : named.value.kinds.issue
}

/** The record a commit is about: the first it changed that a person can look at. */
export function subject(commit: Seen): { readonly key: string, readonly record: AnyRecord | null } | null {
  const change = commit.changes.find(one => one.kind !== 'counter' && one.kind !== 'postKey' && one.kind !== 'placeKey')
  return change ? { key: `${change.kind}/${change.id}`, record: change.value } : null
}
