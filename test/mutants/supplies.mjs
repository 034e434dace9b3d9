/** Bugs to plant in stock and deliveries. */
export const supplies = [
  { name: 'line-lost', file: 'shared/ledger.ts', from: 'draft.put(\'move\', { ...line, place: place.id, township: place.township })', to: '' },
  { name: 'below-zero', file: 'shared/ledger.ts', from: 'if (quantity < 0) reject(\'not_in_stock\')', to: '' },
  { name: 'over-allocated', file: 'shared/commands/deliveries.ts', from: 'if (shortage && quantity > stillWanted(shortage, facts)) reject(\'more_than_needed\', String(stillWanted(shortage, facts)))', to: '' },
  { name: 'more-than-sent', file: 'shared/commands/deliveries.ts', from: 'if (received > delivery.quantity) reject(\'more_than_needed\', String(delivery.quantity))', to: '' },
]
