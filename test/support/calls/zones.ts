import type { CommandName } from '../../../shared/commands.ts'
import type { Role } from '../../../shared/core/actor.ts'
import { noon } from '../given.ts'
import { headquarters } from './roles.ts'

const ring: [number, number][] = [[0, 0], [1, 0], [1, 1]]

export const calls = {
  drawZone: { zone: 'z9', name: 'x', level: 'control', ring, validFrom: noon },
  editZone: { zone: 'z1', set: { name: 'y' }, base: { name: 'market' } },
  liftZone: { zone: 'z1', reason: 'over', approver: 'Ann' },
  restoreZone: { zone: 'z2' },
} satisfies Partial<Record<CommandName, object>>

export const may = {
  drawZone: headquarters,
  editZone: headquarters,
  liftZone: headquarters,
  restoreZone: headquarters,
} satisfies Partial<Record<CommandName, readonly Role[]>>
