import type { CommandName } from '../../../shared/commands.ts'
import type { Role } from '../../../shared/core/actor.ts'
import { planners } from './roles.ts'

export const calls = {
  addGrid: { grid: 'w2', township: 'north', name: 'Grid 2', phone: '0000', spot: { lng: 110, lat: 21 } },
  editGrid: { grid: 'w1', set: { name: 'First grid' }, base: { name: 'Grid 1' } },
  countCare: { counts: [{ grid: 'w1', group: 'all', count: 6, late: 2, risen: 1, far: 0 }] },
  alarmCare: { person: 'olaf', opened: 9, hour: 500_000 },
} satisfies Partial<Record<CommandName, object>>

export const may = {
  addGrid: planners,
  editGrid: planners,
  countCare: ['system'],
  alarmCare: ['system'],
} satisfies Partial<Record<CommandName, readonly Role[]>>
