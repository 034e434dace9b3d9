/** Bugs to plant in what is due at places. */
export const requirements = [
  { name: 'due-by-the-milder-zone', file: 'shared/requirements/zoning.ts', from: 'if (stricter < 0 ||', to: 'if (stricter > 0 || !best ||', by: 'test/rules/requirements.test.ts' },
  { name: 'due-ignores-a-lift', file: 'shared/requirements/dues.ts', from: 'const acting = (zone: Zone) => inForce(zone, now)', to: 'const acting = (zone: Zone) => zone.validFrom <= now', by: 'test/rules/requirements.test.ts' },
  { name: 'due-least-often', file: 'shared/requirements/dues.ts', from: 'rule.every < known.rule.every', to: 'rule.every > known.rule.every', by: 'test/rules/requirements.test.ts' },
  { name: 'due-in-every-phase', file: 'shared/requirements/dues.ts', from: '.filter(one => one.phases.includes(phase))', to: '', by: 'test/rules/requirements.test.ts' },
  { name: 'due-from-the-zone', file: 'shared/requirements/dues.ts', from: 'last ? last.at + rule.every * hour', to: 'last && last.at > since ? last.at + rule.every * hour', by: 'test/rules/requirements.test.ts' },
  { name: 'requirement-of-the-past', file: 'shared/requirements/in-force.ts', from: 'validFrom: Math.max(args.validFrom, Math.floor(now / 60_000) * 60_000)', to: 'validFrom: args.validFrom', by: 'test/rules/requirements.test.ts' },
  { name: 'requirement-forgives', file: 'shared/requirements/in-force.ts', from: 'since = Math.min(since, older.validFrom)', to: 'void older', by: 'test/rules/requirements.test.ts' },
  { name: 'effect-of-now', file: 'shared/requirements/effect.ts', from: 'changed.put(\'requirement\', next)', to: 'changed.put(\'requirement\', { ...next, validFrom: next.validFrom + 1 })', by: 'test/rules/requirements.test.ts' },
  { name: 'effect-counts-all-late', file: 'shared/requirements/effect.ts', from: ' && !(one.before && isLate(one.before, at))', to: '', by: 'test/rules/requirements.test.ts' },
  { name: 'zone-forgets-a-level', file: 'shared/zones/commands.ts', from: 'merged.level === zone.level ? merged', to: 'merged.level !== \'x\' as string ? merged', by: 'test/rules/records.test.ts' },
  { name: 'zone-level-since-drawn', file: 'shared/zones/history.ts', from: 'if (!levels.includes(level) || (since', to: 'if ((since', by: 'test/rules/records.test.ts' },
  { name: 'zone-held-by-level-of-now', file: 'shared/requirements/held.ts', from: 'one.levels.includes(level) &&', to: 'one.levels.includes(\'precaution\') &&', by: 'test/rules/requirements.test.ts' },
  { name: 'answer-overtaken', file: 'shared/requirements/commands.ts', from: 'if (last && last.at > done.at)', to: 'if (false)', by: 'test/rules/requirements.test.ts' },
  { name: 'zoning-keeps-a-gone-zone', file: 'shared/requirements/zoning.ts', from: '    if (!now.has(id)) redrawn.add(id)\n', to: '    void id\n', by: 'test/rules/requirements.test.ts' },
  { name: 'zoning-misses-a-move', file: 'shared/requirements/zoning.ts', from: '!known || moved(known.place, place)', to: '!known', by: 'test/rules/requirements.test.ts' },
  { name: 'overdue-told-each-minute', file: 'shared/notices/owed.ts', from: 'township: place.township }, moment, { ...nobody, township', to: 'township: place.township }, now, { ...nobody, township', by: 'test/rules/requirements.test.ts' },
]
