import type { CommandName } from '../../../shared/commands.ts'
import type { Role } from '../../../shared/core/actor.ts'
import { hour, noon } from '../given.ts'
import { headquarters } from './roles.ts'

export const calls = {
  announce: { announcement: 'a2', text: 'x' },
  endAnnouncement: { announcement: 'a1' },
  openIncident: { code: '1', name: 'x', phase: 'emergency', drill: false, startedAt: noon },
  changePhase: { from: 'emergency', to: 'recovery', reason: 'x' },
  stopClock: {},
  runClock: {},
  moveClock: { to: noon + hour },
  clearBoards: { before: { notice: noon - hour } },
} satisfies Partial<Record<CommandName, object>>

export const may = {
  announce: headquarters,
  endAnnouncement: headquarters,
  openIncident: ['admin'],
  changePhase: headquarters,
  stopClock: headquarters,
  runClock: headquarters,
  moveClock: headquarters,
  clearBoards: ['system'],
} satisfies Partial<Record<CommandName, readonly Role[]>>
