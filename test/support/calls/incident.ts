import type { CommandName } from '../../../shared/commands.ts'
import type { Role } from '../../../shared/core/actor.ts'
import type { Records } from '../../../shared/records.ts'
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
  endIncident: { reason: 'x' },
  resumeIncident: { reason: 'x' },
  noteDestruction: { figures: { accounts: 1, photos: 1, voices: 1, evidence: 1, files: 1 } },
} satisfies Partial<Record<CommandName, object>>

/** The end of the incident on which these commands are given. */
const ended = (due: number) => ({ at: noon - hour, by: 'ann', reason: 'x', due, dueReally: due, figures: null, destroyedAt: null })
export const endedFor: Readonly<Record<string, Records['incident']['ended']>> = { resumeIncident: ended(noon + hour), noteDestruction: ended(noon) }

export const may = {
  announce: headquarters,
  endAnnouncement: headquarters,
  openIncident: ['admin'],
  changePhase: headquarters,
  stopClock: headquarters,
  runClock: headquarters,
  moveClock: headquarters,
  clearBoards: ['system'],
  endIncident: headquarters,
  resumeIncident: headquarters,
  noteDestruction: ['system'],
} satisfies Partial<Record<CommandName, readonly Role[]>>
