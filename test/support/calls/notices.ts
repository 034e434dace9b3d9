import type { CommandName } from '../../../shared/commands.ts'
import type { Role } from '../../../shared/core/actor.ts'
import { roles } from '../../../shared/core/actor.ts'

export const calls = {
  giveNotices: { minute: 1 },
  readNotices: { notices: ['r1'] },
} satisfies Partial<Record<CommandName, object>>

export const may = {
  giveNotices: ['system'],
  readNotices: roles.filter(role => role !== 'viewer' && role !== 'auditor'),
} satisfies Partial<Record<CommandName, readonly Role[]>>
