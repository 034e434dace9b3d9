/** Bugs to plant in stock and deliveries. */
export const supplies = [
  { name: 'line-lost', file: 'shared/supplies/ledger.ts', from: 'draft.put(\'move\', { note: null, paper: \'\', party: \'\', ...line, place: place.id, township: place.township })', to: '' },
  { name: 'below-zero', file: 'shared/supplies/ledger.ts', from: 'if (quantity < 0) reject(\'not_in_stock\')', to: '' },
  { name: 'over-allocated', file: 'shared/supplies/delivery.ts', from: 'if (shortage && quantity > stillWanted(shortage, facts)) reject(\'more_than_needed\', String(stillWanted(shortage, facts)))', to: '' },
  { name: 'more-than-sent', file: 'shared/supplies/delivery.ts', from: 'if (received > quantity) reject(\'more_than_needed\', String(quantity))', to: '' },
  { name: 'on-the-way-twice', file: 'shared/supplies/ledger.ts', from: 'one.state === \'allocated\' &&', to: '(one.state === \'allocated\' || one.state === \'onTheWay\') &&', by: 'test/rules/supplies.test.ts' },
  { name: 'own-source', file: 'shared/supplies/radar.ts', from: 'stock.place !== to.id', to: 'stock.place', by: 'test/rules/supplies.test.ts' },
  { name: 'gives-its-own', file: 'shared/supplies/radar.ts', from: '(own.get(place.id) ?? 0) * keep', to: '0 * keep', by: 'test/rules/supplies.test.ts' },
  { name: 'count-without-reason', file: 'shared/supplies/stock-commands.ts', from: 'if (counted === books) reject(\'exists\')\n    if (!reason) reject(\'needs_reason\')', to: 'if (counted === books) reject(\'exists\')', by: 'test/rules/supplies.test.ts' },
  { name: 'note-in-part', file: 'shared/supplies/note-commands.ts', from: 'if (quantity > toSpare(draft, place, supply)) reject(\'not_in_stock\', supply)', to: 'if (quantity > toSpare(draft, place, supply)) continue', by: 'test/rules/supply-notes.test.ts' },
  { name: 'item-twice', file: 'shared/supplies/note-commands.ts', from: '.size === lines.length', to: '.size > 0', by: 'test/rules/supply-notes.test.ts' },
  { name: 'counted-old-books', file: 'shared/supplies/note-commands.ts', from: 'if (books !== seen) reject(\'stock_moved\', supply)', to: '', by: 'test/rules/supply-notes.test.ts' },
  { name: 'silent-difference', file: 'shared/supplies/note-commands.ts', from: 'if (!reason) reject(\'needs_reason\', supply)', to: '', by: 'test/rules/supply-notes.test.ts' },
  { name: 'count-forgotten', file: 'shared/supplies/ledger.ts', from: 'line.why === \'counted\' ? line.at :', to: '', by: 'test/rules/supply-notes.test.ts' },
  { name: 'anothers-shortage', file: 'shared/supplies/note-commands.ts', from: 'if (shortage && draft.need(\'shortage\', shortage).place !== target)', to: 'if (shortage && !draft.need(\'shortage\', shortage))', by: 'test/rules/supply-notes.test.ts' },
]
