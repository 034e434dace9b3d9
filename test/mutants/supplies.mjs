/** Bugs to plant in stock and deliveries. */
export const supplies = [
  { name: 'line-lost', file: 'shared/supplies/ledger.ts', from: 'draft.put(\'move\', { ...line, place: place.id, township: place.township })', to: '' },
  { name: 'below-zero', file: 'shared/supplies/ledger.ts', from: 'if (quantity < 0) reject(\'not_in_stock\')', to: '' },
  { name: 'over-allocated', file: 'shared/supplies/delivery-commands.ts', from: 'if (shortage && quantity > stillWanted(shortage, facts)) reject(\'more_than_needed\', String(stillWanted(shortage, facts)))', to: '' },
  { name: 'more-than-sent', file: 'shared/supplies/delivery-commands.ts', from: 'if (received > delivery.quantity) reject(\'more_than_needed\', String(delivery.quantity))', to: '' },
  { name: 'on-the-way-twice', file: 'shared/supplies/ledger.ts', from: 'one.state === \'allocated\' &&', to: '(one.state === \'allocated\' || one.state === \'onTheWay\') &&', by: 'test/rules/supplies.test.ts' },
  { name: 'own-source', file: 'shared/supplies/radar.ts', from: 'stock.place !== to.id', to: 'stock.place', by: 'test/rules/supplies.test.ts' },
  { name: 'gives-its-own', file: 'shared/supplies/radar.ts', from: '(own.get(place.id) ?? 0) * keep', to: '0 * keep', by: 'test/rules/supplies.test.ts' },
  { name: 'count-without-reason', file: 'shared/supplies/stock-commands.ts', from: 'if (counted === books) reject(\'exists\')\n    if (!reason) reject(\'needs_reason\')', to: 'if (counted === books) reject(\'exists\')', by: 'test/rules/supplies.test.ts' },
]
