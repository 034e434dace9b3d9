import type { CommandName } from '../../../shared/commands.ts'
import type { Role } from '../../../shared/core/actor.ts'
import { hour, noon } from '../given.ts'
import { headquarters, workers } from './roles.ts'

export const calls = {
  fulfil: { place: 'p5', act: 'test', at: noon, count: 60 },
  withdrawFulfilment: { place: 'p5', act: 'visit', at: noon },
  changeRequirement: { rule: 'daily', version: 1, act: 'test', kinds: ['school'], levels: ['lockdown'], phases: ['emergency'], every: 12, first: 12, zh: '一日两检', source: { zh: '指挥部' }, validFrom: noon + hour },
} satisfies Partial<Record<CommandName, object>>

export const may = {
  fulfil: [...workers, 'contact'],
  withdrawFulfilment: [...workers, 'contact'],
  changeRequirement: headquarters,
} satisfies Partial<Record<CommandName, readonly Role[]>>
