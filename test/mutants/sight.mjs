/** Bugs to plant in what one person sees beyond their audience. */
export const sight = [
  { name: 'check-ins-for-all', file: 'shared/sight.ts', from: 'if (scope === \'volunteer\') return { presence: {}, overrides', to: 'if (scope === \'volunteer\') return { overrides', by: 'test/server/own-parts.test.ts' },
  { name: 'reasons-for-all', file: 'shared/sight.ts', from: 'if (scope === \'volunteer\') return { presence: {}, overrides: {}, swaps', to: 'if (scope === \'volunteer\') return { presence: {}, swaps', by: 'test/server/own-parts.test.ts' },
  { name: 'times-on-the-wall', file: 'shared/sight.ts', from: 'came && { at: startsAt, how: \'leader\', late: 0,', to: 'came && { ...came,', by: 'test/server/own-parts.test.ts' },
  { name: 'newcomer-is-a-volunteer', file: 'shared/sight.ts', from: 'if (role === \'volunteer\' && !approved)', to: 'if (role === \'volunteer\' && approved === null)', by: 'test/server/own-parts.test.ts' },
  { name: 'newcomer-counts-the-others', file: 'shared/sight.ts', from: 'if (audience === \'newcomer\') return \'nothing\'', to: '', by: 'test/server/own-parts.test.ts' },
  { name: 'newcomer-may-act', file: 'shared/decide.ts', from: 'if (waits) reject(waits.code)', to: '', by: 'test/server/own-parts.test.ts' },
  { name: 'everybody-is-a-leader', file: 'shared/own-parts.ts', from: 'const leads = leaderOf(board, shift) === person', to: 'const leads = leaderOf(board, shift) !== null', by: 'test/server/own-parts.test.ts' },
  { name: 'swaps-for-all', file: 'shared/own-parts.ts', from: 'shift.swaps.filter(({ by, to }) => by === person || to === person)', to: 'shift.swaps', by: 'test/server/own-parts.test.ts' },
  { name: 'handover-for-all', file: 'shared/own-parts.ts', from: 'const reads = shift.handover && (', to: 'const reads = shift.handover && (true || ', by: 'test/server/own-parts.test.ts' },
  { name: 'notices-for-all', file: 'shared/own-parts.ts', from: '(record as Notice).to.person === actor.id && !visible', to: '(record as Notice).to.person && !visible', by: 'test/server/own-parts.test.ts' },
  { name: 'old-leader-keeps', file: 'shared/own-parts.ts', from: 'if (leaders[0] !== leaders[1]) shifts()', to: 'if (leaders[0] !== leaders[1] && !leaders[0]) shifts()', by: 'test/server/own-parts.test.ts' },
  { name: 'former-relief-keeps', file: 'shared/own-parts.ts', from: 'states.filter(state => follows(shift, state))', to: 'states.slice(-1).filter(state => follows(shift, state))', by: 'test/server/own-parts.test.ts' },
  { name: 'own-part-lost-under-a-frame', file: 'client/sync/replica.ts', from: 'together(change.value, this.#own.get(keyOf(change))?.part)', to: 'change.value', by: 'test/server/own-parts.test.ts' },
  { name: 'own-part-stays', file: 'client/sync/replica.ts', from: 'else this.#own.delete(keyOf(one))', to: '', by: 'test/server/own-parts.test.ts' },
]
