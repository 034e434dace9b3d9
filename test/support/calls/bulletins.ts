import type { CommandName } from '../../../shared/commands.ts'
import type { Role } from '../../../shared/core/actor.ts'
import { make } from '../given.ts'
import { headquarters } from './roles.ts'

export const calls = {
  freezeBulletin: { day: '2030-05-04', seq: 1, figures: make('bulletin', {}).figures, sample: [] },
  issueBulletin: { day: '2030-05-05' },
  editBulletin: { day: '2030-05-05', set: { cases: 'x' }, base: { cases: '' } },
  readBulletin: { day: '2030-05-03' },
  withdrawBulletin: { day: '2030-05-03', reason: 'x' },
  confirmSample: { day: '2030-05-05', issue: 'i6', photo: 'x-proof' },
} satisfies Partial<Record<CommandName, object>>

export const may = {
  freezeBulletin: ['system'],
  issueBulletin: headquarters,
  editBulletin: headquarters,
  readBulletin: ['officer', 'unit'],
  withdrawBulletin: headquarters,
  confirmSample: ['coordinator', 'inspector', 'admin', 'overseer'],
} satisfies Partial<Record<CommandName, readonly Role[]>>
