import type { CommandName } from '../../../shared/commands.ts'
import type { Role } from '../../../shared/core/actor.ts'
import { noon } from '../given.ts'

export const calls = {
  countHelp: { counts: [{ township: 'north', grid: 'w1', open: 2, waiting: 1, urgent: 1, newAt: noon, urgentAt: noon, risenAt: null, farAt: null }] },
} satisfies Partial<Record<CommandName, object>>

export const may = {
  countHelp: ['system'],
} satisfies Partial<Record<CommandName, readonly Role[]>>
