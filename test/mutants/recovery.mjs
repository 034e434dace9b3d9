/** Bugs to plant where places come back to work and school. */
const by = 'test/rules/recovery.test.ts'
export const recovery = [
  { name: 'reopen-from-anywhere', file: 'shared/recovery/steps.ts', from: 'if (!(ways[step].from as readonly string[]).includes(before.step))', to: 'if (false)', by },
  { name: 'refused-keeps-going', file: 'shared/recovery/steps.ts', from: 'step: step === \'refused\' ? \'halted\' : step,', to: 'step: step === \'refused\' ? before.step : step,', by },
  { name: 'anyone-approves', file: 'shared/recovery/steps.ts', from: 'const approvers = [\'coordinator\', \'admin\'] as const', to: 'const approvers = [\'coordinator\', \'inspector\', \'admin\'] as const', by },
  { name: 'refused-after-check', file: 'shared/recovery/step-commands.ts', from: 'if (!mayRefuse(', to: 'if (false && !mayRefuse(', by },
  { name: 'halted-without-reason', file: 'shared/recovery/step-commands.ts', from: '\'halted\', reason, context)\n    if (!reason)', to: '\'halted\', reason, context)\n    if (false)', by },
  { name: 'checked-with-open-items', file: 'shared/recovery/step-commands.ts', from: 'if (list.items.some(item => !passed.includes(item.id)))', to: 'if (!passed.length)', by },
  { name: 'checked-by-another-list', file: 'shared/recovery/step-commands.ts', from: '!list?.recovery || list.kind !== next.kind', to: '!list', by },
  { name: 'file-opened-twice', file: 'shared/recovery/commands.ts', from: 'if (draft.get(\'reopening\', id)) continue', to: 'void id', by },
  { name: 'contact-sets-the-batch', file: 'shared/recovery/commands.ts', from: 'actor.role === \'contact\' && (', to: 'false && (', by },
  { name: 'grade-listed-twice', file: 'shared/recovery/commands.ts', from: 'new Set(next.grades.map(one => one.grade)).size < next.grades.length', to: 'false', by },
  { name: 'report-of-the-halted', file: 'shared/recovery/report-commands.ts', from: 'if (statusOf(place) !== \'running\')', to: 'if (false)', by },
  { name: 'report-overtaken', file: 'shared/recovery/report-commands.ts', from: 'if (last && last.at > moment) return', to: 'void last', by },
  { name: 'report-after-the-check', file: 'shared/recovery/report-commands.ts', from: 'if (last?.check)', to: 'if (false)', by },
  { name: 'report-of-the-arrival', file: 'shared/recovery/report-commands.ts', from: 'dayOf(moment, facts.timeZone)', to: 'dayOf(now, facts.timeZone)', by },
  { name: 'report-day-goes-back', file: 'shared/recovery/report-commands.ts', from: 'place.lastReport === null || place.lastReport < day', to: 'true', by },
  { name: 'missing-counts-today', file: 'shared/recovery/reports.ts', from: 'last + rules.reportMissingDays + 1', to: 'last + rules.reportMissingDays', by },
  { name: 'missing-before-it-reopened', file: 'shared/recovery/reports.ts', from: 'Math.max(since, numberOfDay(reopening.lastReport))', to: 'numberOfDay(reopening.lastReport)', by },
  { name: 'reopening-seen-by-every-unit', file: 'shared/core/sight.ts', from: 'reopening: (eye, one) => office(eye) || ofUnit(eye, one)', to: 'reopening: (eye, one) => office(eye) || eye.scope === \'unit\'', by: 'test/sight/boards.test.ts' },
  { name: 'report-seen-on-the-wall', file: 'shared/core/sight.ts', from: 'selfReport: (eye, one) => staff(eye)', to: 'selfReport: (eye, one) => office(eye)', by: 'test/sight/boards.test.ts' },
]

const plans = 'test/rules/work-plans.test.ts'
export const workPlans = [
  { name: 'plan-keeps-its-readers', file: 'shared/recovery/plan-commands.ts', from: ': {}\n    draft.put(\'workPlan\', { id: joinedId', to: ': before?.reads ?? {}\n    draft.put(\'workPlan\', { id: joinedId', by: plans },
  { name: 'plan-of-another-department', file: 'shared/recovery/plan-commands.ts', from: 'actor.role === \'unit\' && plan.unit !== actor.unit', to: 'false', by: plans },
  { name: 'plan-read-for-others', file: 'shared/recovery/plan-commands.ts', from: '|| !plan.addressees.includes(reader)', to: '', by: plans },
  { name: 'plan-read-in-an-old-version', file: 'shared/recovery/plan-commands.ts', from: 'if (newest.version !== version)', to: 'if (newest.version < version)', by: plans },
  { name: 'plan-reminds-all', file: 'shared/notices/owed.ts', from: 'for (const key of unreadBy(plan))', to: 'for (const key of plan.addressees)', by: plans },
  { name: 'plan-seen-by-all', file: 'shared/core/sight.ts', from: 'workPlan: (eye, plan) => staff(eye) ||', to: 'workPlan: (eye, plan) => members(eye) ||', by: plans },
  { name: 'plan-file-to-anybody', file: 'server/http/plans.ts', from: 'const file = seen ? plan.file : null', to: 'const file = plan?.file', by: 'test/server/plan-files.test.ts' },
  { name: 'plan-file-arrives-in-part', file: 'server/http/plans.ts', from: 'if (arrived !== hash) reject(\'file_broken\')', to: '', by: 'test/server/plan-files.test.ts' },
  { name: 'plan-file-with-macros', file: 'server/papers/attached.ts', from: ' || /vbaProject|activeX/i.test(namesIn(bytes))', to: '', by: 'test/server/plan-files.test.ts' },
]
