/** Bugs to plant in what bounds a queue. */
export const queues = [
  { name: 'slow-line-stays', file: 'server/behind.ts', from: 'if (bytes > most) cut(line)', to: '', by: 'test/server/queues.test.ts' },
  { name: 'stuck-line-stays', file: 'server/behind.ts', from: '|| now - since >= ms', to: '', by: 'test/server/queues.test.ts' },
  { name: 'stuck-since-now', file: 'server/behind.ts', from: 'const since = known?.next === next ? known.since : now', to: 'const since = now', by: 'test/server/queues.test.ts' },
  { name: 'missed-in-one-piece', file: 'server/frames.ts', from: '(left -= JSON.stringify(commit).length) < 0 && i > 0', to: 'left < 0 && i > 0', by: 'test/server/queues.test.ts' },
  { name: 'part-is-all', file: 'client/sync/link.ts', from: 'taken && answer.more &&', to: 'taken && !answer.ok &&', by: 'test/sync/link.test.ts' },
  { name: 'endless-lines', file: 'server/socket.ts', from: '>= options.bounds.linesEach', to: '< 0', by: 'test/server/queues.test.ts' },
  { name: 'strangers-uncounted', file: 'server/strangers.ts', from: 'if (signedIn(line.request)) return', to: 'return', by: 'test/server/strangers.test.ts' },
  { name: 'county-shut-out', file: 'server/strangers.ts', from: 'opens && full() && !signedIn(request)', to: 'opens && full()', by: 'test/server/strangers.test.ts' },
  { name: 'silent-stay', file: 'server/strangers.ts', from: 'if (silent.size >= connections)', to: 'if (silent.size < 0)', by: 'test/server/strangers.test.ts' },
  { name: 'known-stay-silent', file: 'server/strangers.ts', from: 'server.prependListener(\'upgrade\', known)', to: '', by: 'test/server/strangers.test.ts' },
  { name: 'slow-body-stays', file: 'server/http/arrival.ts', from: 'if (slow) socket.destroy()', to: '', by: 'test/server/strangers.test.ts' },
  { name: 'slow-upload-cut', file: 'server/http/arrival.ts', from: 'const upload = method === \'PUT\' && signedIn(request)', to: 'const upload = false', by: 'test/server/strangers.test.ts' },
  { name: 'budget-endless', file: 'server/costs.ts', from: 'cost === 0 ? null : allowance(spent, { id }, cost)', to: 'null', by: 'test/server/hostile-socket.test.ts' },
  { name: 'events-free', file: 'server/socket.ts', from: 'await options.budgets.spend(actor, eventCosts[event]) ?? run', to: 'run', by: 'test/server/hostile-socket.test.ts' },
  { name: 'routes-free', file: 'server/http/spending.ts', from: 'if (no) throw', to: 'if (!actor && no) throw', by: 'test/server/guesses.test.ts' },
]
