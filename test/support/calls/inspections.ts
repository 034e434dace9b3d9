import type { CommandName } from '../../../shared/commands.ts'
import type { Role } from '../../../shared/core/actor.ts'
import { headquarters, inspectors } from './roles.ts'

export const calls = {
  startInspection: { inspection: 'v9', place: 'p1', team: 't1', spot: { lng: 110, lat: 21 } },
  checkIn: { inspection: 'v1', spot: { lng: 110, lat: 21 } },
  answerItem: { inspection: 'v2', item: 'school-1', answer: 'pass' },
  passRest: { inspection: 'v2' },
  sweepPlace: { inspection: 'v3', place: 'p1', ok: true },
  observe: { inspection: 'v2', text: 'x' },
  finishInspection: { inspection: 'v2', clean: true },
  formTeam: { team: 't9', no: 9, name: 'Team 9', leader: 'zoe', townships: [] },
  editTeam: { team: 't1', set: { vehicle: 'van 2' }, base: { vehicle: '' } },
  moveTownship: { township: 'north', from: 't1', to: 't2' },
  signZeroReport: { day: '2030-05-06', team: 't1' },
  planInspection: { inspection: 'v9', day: '2030-05-07', team: 't1', place: 'p1' },
  editPlan: { inspection: 'v1', set: { note: 'y' }, base: { note: '' } },
  reorderRoute: { day: '2030-05-06', team: 't1', stops: [{ inspection: 'v1' }] },
  cancelInspection: { inspection: 'v1' },
  restoreInspection: { inspection: 'v4' },
  publishBriefing: { day: '2030-05-07', focus: 'x', stops: [{ inspection: 'v9', team: 't1', place: 'p1' }] },
  editBriefing: { day: '2030-05-06', set: { focus: 'y' }, base: { focus: '' } },
  readBriefing: { day: '2030-05-06' },
  editChecklist: { kind: 'school', recovery: false, from: 1, items: [{ id: 'school-1', zh: 'x', en: 'x', aspect: 'safety', severity: 'day' }] },
} satisfies Partial<Record<CommandName, object>>

export const may = {
  startInspection: inspectors,
  checkIn: inspectors,
  answerItem: inspectors,
  passRest: inspectors,
  sweepPlace: inspectors,
  observe: inspectors,
  finishInspection: inspectors,
  formTeam: headquarters,
  editTeam: headquarters,
  moveTownship: headquarters,
  signZeroReport: ['inspector'],
  planInspection: inspectors,
  editPlan: inspectors,
  reorderRoute: inspectors,
  cancelInspection: inspectors,
  restoreInspection: inspectors,
  publishBriefing: headquarters,
  editBriefing: headquarters,
  readBriefing: ['inspector'],
  editChecklist: headquarters,
} satisfies Partial<Record<CommandName, readonly Role[]>>
