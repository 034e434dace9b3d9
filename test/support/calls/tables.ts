import type { CommandName } from '../../../shared/commands.ts'
import type { Role } from '../../../shared/core/actor.ts'
import { headquarters, workers } from './roles.ts'

export const calls = {
  saveTable: { table: 'b2', version: 0, name: 'By township', of: 'issue', columns: [{ field: 'count', title: 'All', sum: true }], filters: [{ field: 'state', among: ['found'] }], group: 'township', rows: false },
  removeTable: { table: 'b1' },
  scheduleTable: { table: 'b1', schedule: { at: '20:30', to: 'office' } },
} satisfies Partial<Record<CommandName, object>>

export const may = {
  saveTable: workers,
  removeTable: workers,
  scheduleTable: headquarters,
} satisfies Partial<Record<CommandName, readonly Role[]>>
