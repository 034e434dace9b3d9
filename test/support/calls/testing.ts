import type { CommandName } from '../../../shared/commands.ts'
import type { Role } from '../../../shared/core/actor.ts'
import { hour, noon } from '../given.ts'
import { headquarters, planners, suppliers } from './roles.ts'

export const calls = {
  openRound: { round: 'rd9', startsAt: noon, endsAt: noon + 12 * hour, targets: { south: 100 } },
  closeRound: { round: 'rd1', reason: 'x' },
  reopenRound: { round: 'rd2' },
  setSite: { round: 'rd1', place: 'p1', target: 900 },
  dropSite: { round: 'rd1', place: 'p3' },
  recordSampling: { round: 'rd1', place: 'p5', sampled: 300, reported: 200, tubes: 30, at: noon },
  reportTube: { tube: 'tb9', round: 'rd1', place: 'p5', code: 'A-17', people: 10 },
  settleTube: { tube: 'tb1', confirmed: false },
} satisfies Partial<Record<CommandName, object>>

export const may = {
  openRound: headquarters,
  closeRound: headquarters,
  reopenRound: headquarters,
  setSite: planners,
  dropSite: planners,
  recordSampling: [...suppliers, 'contact'],
  reportTube: [...suppliers, 'contact'],
  settleTube: suppliers,
} satisfies Partial<Record<CommandName, readonly Role[]>>
