import type { CommandName } from '../../../shared/commands.ts'
import type { Role } from '../../../shared/core/actor.ts'
import { hour, noon } from '../given.ts'
import { headquarters, keepers, onIssues } from './roles.ts'

const at = { township: 'north', lng: 110, lat: 21 }

export const calls = {
  reportIssue: { issue: 'i9', title: 'x', aspect: 'safety', severity: 'day', ...at },
  editIssue: { issue: 'i1', set: { title: 'y' }, base: { title: 'no gloves' } },
  moveIssue: { issue: 'i1', set: { lng: 111 }, base: { lng: 110 } },
  commentIssue: { issue: 'i1', text: 'x' },
  attachPhoto: { issue: 'i1', photo: 'f1' },
  attachVoice: { issue: 'i1', voice: `${'0'.repeat(48)}-${'0'.repeat(12)}-v` },
  removeVoice: { issue: 'i7', voice: `${'1'.repeat(48)}-${'0'.repeat(12)}-v` },
  maskPhoto: { of: 'issue', record: 'i7', photo: 'f1', blocks: [[100, 100, 200, 200]] },
  addFinding: { issue: 'i1', note: 'x' },
  readReturns: { issue: 'i1', count: 1 },
  giveSlip: { slip: 'k9', issues: ['i5'], signature: 's1', receiverSignature: 's2' },
  assignIssue: { issue: 'i1', set: { unit: 'civil' }, base: { unit: 'health' } },
  extendIssue: { issue: 'i1', set: { deadline: noon + 90 * hour }, base: { deadline: noon + 24 * hour }, reason: 'x' },
  advanceIssue: { issue: 'i1', from: 'rectifying', to: 'awaiting', reason: 'x' },
  issueLetter: { letter: 'l9', unit: 'health', issues: ['i5'], dueAt: noon + hour },
} satisfies Partial<Record<CommandName, object>>

export const may = {
  reportIssue: keepers,
  editIssue: keepers,
  moveIssue: keepers,
  commentIssue: onIssues,
  attachPhoto: onIssues,
  attachVoice: onIssues,
  removeVoice: headquarters,
  maskPhoto: headquarters,
  addFinding: keepers,
  readReturns: ['coordinator', 'officer', 'unit', 'admin'],
  giveSlip: keepers,
  assignIssue: keepers,
  extendIssue: headquarters,
  advanceIssue: onIssues,
  issueLetter: headquarters,
} satisfies Partial<Record<CommandName, readonly Role[]>>
