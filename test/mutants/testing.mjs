/** Bugs to plant in testing rounds. */
const by = 'test/rules/testing.test.ts'
export const testing = [
  { name: 'figures-by-arrival', file: 'shared/testing/site-commands.ts', from: 'const entries = [...before, entry, ...site.entries.slice(before.length)]', to: 'const entries = [...site.entries, entry]', by },
  { name: 'lower-figure-taken', file: 'shared/testing/site-commands.ts', from: 'if (newest && last && !lower &&', to: 'if (newest && last && !lower && false &&', by },
  { name: 'figures-after-closing', file: 'shared/testing/site-commands.ts', from: '    openRoundOf(draft, round)\n    const site', to: '    const site', by },
  { name: 'township-in-two-rounds', file: 'shared/testing/round-commands.ts', from: 'apart(draft, args.targets)', to: 'void apart', by },
  { name: 'behind-only-when-late', file: 'shared/testing/figures.ts', from: 'projectedOf(site, round, norms) < site.target', to: 'now >= round.endsAt', by },
  { name: 'rate-falls-between-entries', file: 'shared/testing/figures.ts', from: 'const since = Math.max(last.at - startsAt, first * hour)', to: 'const since = Math.max(endsAt - startsAt, first * hour)', by },
  { name: 'silence-not-seen', file: 'shared/testing/figures.ts', from: 'norms.silent * hour) return', to: 'Infinity) return', by },
  { name: 'behind-told-each-minute', file: 'shared/testing/owed.ts', from: 'moment: round.startsAt, place', to: 'moment: now, place', by },
  { name: 'tube-code-any-text', file: 'shared/testing/records.ts', from: '/^[\\w-]{1,24}$/', to: '/^.{1,24}$/', by },
  { name: 'tube-settled-twice', file: 'shared/testing/site-commands.ts', from: 'if (tube.state !== \'open\')', to: 'if (!tube)', by },
  { name: 'missing-results-negative', file: 'shared/testing/results.ts', from: 'return !last || last.reported < last.sampled', to: 'return !last', by },
  { name: 'open-tube-negative', file: 'shared/testing/results.ts', from: ' || tubes.some(({ state }) => state === \'open\')', to: '', by },
  { name: 'older-round-makes-up', file: 'shared/testing/results.ts', from: 'if (sites.length) return { round,', to: 'if (sites.length && resultOf(sites, tubesOf(board, round.id)) === \'negative\') return { round,', by },
  { name: 'positive-elsewhere-counts', file: 'shared/testing/results.ts', from: '.filter(tube => at.has(tube.place))', to: '', by },
  { name: 'sites-by-the-fewest', file: 'shared/testing/planning.ts', from: '[Math.ceil(people / most), Math.ceil(people / fewest)]', to: '[Math.ceil(people / fewest), Math.ceil(people / fewest)]', by },
]
