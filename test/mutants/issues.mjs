/** Bugs to plant in issues, their time and their notices. */
export const issues = [
  { name: 'unit-only-from-a-unit', file: 'shared/issues/commands.ts', from: 'base: v.strictObject({ unit: MaybeId })', to: 'base: v.strictObject({ unit: Id })', by: 'test/rules/issues.test.ts' },
  { name: 'unit-of-the-place-forgotten', file: 'shared/issues/commands.ts', from: 'args.unit ?? place?.unit ?? null', to: 'args.unit', by: 'test/rules/issue-life.test.ts' },
  { name: 'recheck-on-the-units-time', file: 'shared/issues/steps.ts', from: '=> fixedAt ?? (state', to: '=> (state', by: 'test/rules/issues.test.ts' },
  { name: 'accuracy-ignored', file: 'shared/inspections/inspecting.ts', from: 'away - play > nearMetres', to: 'away > nearMetres', by: 'test/rules/inspections.test.ts' },
  { name: 'any-accuracy-explains', file: 'shared/inspections/inspecting.ts', from: 'accuracy <= coarseMetres ? accuracy : 0', to: 'true ? accuracy : 0', by: 'test/rules/inspections.test.ts' },
  { name: 'vague-not-marked', file: 'shared/register/place-code.ts', from: 'how === \'gps\' && metres > near', to: 'false', by: 'test/rules/inspections.test.ts' },
  { name: 'unit-of-the-list-dropped', file: 'shared/transfer/place-rows.ts', from: 'return wrong(\'no_unit\')', to: 'void 0', by: 'test/transfer/rows.test.ts' },
  { name: 'severity-from-finding', file: 'shared/issues/steps.ts', from: 'dueFrom ?? relapsedAt ?? foundAt', to: 'foundAt', by: 'test/rules/issues.test.ts' },
  { name: 'officer-gives-time', file: 'shared/issues/commands.ts', from: 'if (deadline > issue.deadline && actor.role === \'officer\') reject(\'forbidden\', \'severity\')', to: '', by: 'test/rules/issues.test.ts' },
  { name: 'milder-without-reason', file: 'shared/issues/commands.ts', from: 'if (deadline > issue.deadline && !args.reason) reject(\'needs_reason\')', to: '', by: 'test/rules/issues.test.ts' },
  { name: 'ids-cut', file: 'shared/core/joined-id.ts', from: 'whole.length <= most ? whole :', to: 'whole.length <= most ? whole : most ? whole.slice(0, most) :', by: 'test/rules/notices.test.ts' },
]
