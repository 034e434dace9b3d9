import type { CommandName } from '../../../shared/commands.ts'
import type { Role } from '../../../shared/core/actor.ts'
import type { Records } from '../../../shared/records.ts'
import { noon } from '../given.ts'
import { headquarters, inspectors, suppliers, workers } from './roles.ts'

export const calls = {
  registerRecovery: { places: ['p3'], running: false, reason: 'closed since monday' },
  describeRecovery: { reopening: 'p5', set: { conditions: 'in two shifts' }, base: { conditions: '' } },
  haltPlace: { reopening: 'p5', reason: 'a case' },
  fileReopening: { reopening: 'p5', note: 'ready' },
  checkReopening: { reopening: 'p5', list: 'works-recovery-1', passed: ['works-recovery-1', 'works-recovery-2'], note: '' },
  approveReopening: { reopening: 'p5', note: '' },
  refuseReopening: { reopening: 'p5', reason: 'no room', failed: ['works-recovery-2'] },
  confirmReopening: { reopening: 'p5', note: '' },
  relapsePlace: { reopening: 'p5', reason: 'a case' },
  sendSelfReport: { reopening: 'p5', at: noon, present: 40, symptoms: 1, measured: 40, disinfected: true },
  checkSelfReport: { reopening: 'p5', day: '2030-05-05', agrees: false, note: 'nobody measured' },
  publishWorkPlan: { plan: 'w2', version: 0, title: 'Back to school', text: 'In turns.', addressees: ['township:north'] },
  readWorkPlan: { plan: 'w1', version: 1 },
  remindWorkPlan: { plan: 'w1', version: 1 },
  withdrawWorkPlan: { plan: 'w1', version: 1 },
} satisfies Partial<Record<CommandName, object>>

const applicants: readonly Role[] = [...suppliers, 'contact']
export const may = {
  registerRecovery: suppliers,
  describeRecovery: [...workers, 'contact'],
  haltPlace: workers,
  fileReopening: applicants,
  checkReopening: workers,
  approveReopening: headquarters,
  refuseReopening: workers,
  confirmReopening: applicants,
  relapsePlace: workers,
  sendSelfReport: applicants,
  checkSelfReport: inspectors,
  publishWorkPlan: ['coordinator', 'unit', 'admin'],
  readWorkPlan: ['officer', 'unit', 'contact', 'inspector'],
  remindWorkPlan: ['coordinator', 'unit', 'admin'],
  withdrawWorkPlan: ['coordinator', 'unit', 'admin'],
} satisfies Partial<Record<CommandName, readonly Role[]>>

/** The step at which the place must be for each command. */
export const stepFor: Readonly<Record<string, Records['reopening']['step']>> = { fileReopening: 'halted', checkReopening: 'filed', approveReopening: 'checked', refuseReopening: 'filed', confirmReopening: 'approved', relapsePlace: 'reopened' }
