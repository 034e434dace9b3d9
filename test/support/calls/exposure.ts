import type { CommandName } from '../../../shared/commands.ts'
import type { Role } from '../../../shared/core/actor.ts'
import { hour, noon } from '../given.ts'
import { headquarters, suppliers } from './roles.ts'

export const allTicked = Object.fromEntries(['sealed', 'cleaned', 'sampled'].map(item => [item, { by: 'ann', at: noon }]))

export const calls = {
  markExposure: { exposure: 'e9', place: 'p5', windows: [{ from: noon - 9 * hour, to: noon - 8 * hour }], origin: 'case', reason: 'CDC report 7' },
  editExposure: { exposure: 'e1', set: { reason: 'CDC report 8' }, base: { reason: 'CDC report 7' } },
  tickExposure: { exposure: 'e1', item: 'sealed', met: true },
  linkExposure: { exposure: 'e1', zone: 'z1' },
  releaseLine: { exposure: 'e1', text: 'Closed until further notice' },
  withdrawLine: { exposure: 'e2' },
  releaseExposure: { exposure: 'e3', note: 'samples negative' },
  closeExposureAgain: { exposure: 'e4' },
} satisfies Partial<Record<CommandName, object>>

export const may = {
  markExposure: headquarters,
  editExposure: headquarters,
  tickExposure: suppliers,
  linkExposure: headquarters,
  releaseLine: headquarters,
  withdrawLine: headquarters,
  releaseExposure: headquarters,
  closeExposureAgain: headquarters,
} satisfies Partial<Record<CommandName, readonly Role[]>>
