/** Bugs to plant in issues, their time and their notices. */
export const issues = [
  { name: 'severity-from-finding', file: 'shared/issues/steps.ts', from: 'dueFrom ?? relapsedAt ?? foundAt', to: 'foundAt', by: 'test/rules/issues.test.ts' },
  { name: 'officer-gives-time', file: 'shared/issues/commands.ts', from: 'if (deadline > issue.deadline && actor.role === \'officer\') reject(\'forbidden\', \'severity\')', to: '', by: 'test/rules/issues.test.ts' },
  { name: 'milder-without-reason', file: 'shared/issues/commands.ts', from: 'if (deadline > issue.deadline && !args.reason) reject(\'needs_reason\')', to: '', by: 'test/rules/issues.test.ts' },
  { name: 'ids-cut', file: 'shared/core/joined-id.ts', from: 'whole.length <= most ? whole :', to: 'whole.length <= most ? whole : most ? whole.slice(0, most) :', by: 'test/rules/notices.test.ts' },
]
