import type { CommandName } from '../../../shared/commands.ts'
import type { Role } from '../../../shared/core/actor.ts'
import { noon } from '../given.ts'
import { headquarters } from './roles.ts'

const ring: [number, number][] = [[0, 0], [1, 0], [1, 1]]

const triangle: [number, number][] = [[110, 21], [110.1, 21], [110.1, 21.1]]
const nothing = { case: null, contact: null, round: null }

export const lastStep = (step: 'merged' | 'split') => ({ step, at: noon, by: null, level: 'control' as const, reason: '', approver: '', overridden: false })

export const calls = {
  drawZone: { zone: 'z9', name: 'x', level: 'control', ring, validFrom: noon },
  editZone: { zone: 'z1', set: { name: 'y' }, base: { name: 'market' } },
  liftZone: { zone: 'z1', reason: 'over', approver: 'Ann', override: true },
  splitZone: { zone: 'z1', other: 'z7', name: 'east', line: [[110.05, 20], [110.05, 22]], base: triangle },
  mergeZones: { zone: 'z1', other: 'z8', base: { ring: triangle, validTo: null, known: nothing }, otherBase: [[110.1, 21], [110.2, 21], [110.1, 21.1]] },
  unsplitZone: { zone: 'z5', other: 'z6', base: triangle },
  unmergeZones: { zone: 'z3', other: 'z4', base: { ring: triangle, validTo: null, known: nothing }, otherBase: triangle },
  enterLiftFact: { zone: 'z1', asks: 'case', at: noon, evidence: 'CDC report 7' },
  changeLiftCondition: { rule: 'quiet', version: 1, asks: 'case', levels: ['lockdown'], days: 7, zh: '7天无病例', source: { zh: '指挥部' }, validFrom: noon },
  restoreZone: { zone: 'z2' },
} satisfies Partial<Record<CommandName, object>>

export const may = {
  drawZone: headquarters,
  editZone: headquarters,
  liftZone: headquarters,
  splitZone: headquarters,
  mergeZones: headquarters,
  unmergeZones: headquarters,
  unsplitZone: headquarters,
  enterLiftFact: headquarters,
  changeLiftCondition: headquarters,
  restoreZone: headquarters,
} satisfies Partial<Record<CommandName, readonly Role[]>>
