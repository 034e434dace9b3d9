import type { Records } from '../../shared/records.ts'
import { board, hour, noon } from './given.ts'
import { chance } from './random.ts'

const states = ['found', 'told', 'rectifying', 'awaiting', 'closed', 'relapsed', 'deferred'] as const

/** A board of many different issues, the same for the same seed. */
export function crowd(seed: number, size = 200) {
  const random = chance(seed)
  const issue = Array.from({ length: size }, (_, i): Partial<Records['issue']> => {
    const foundAt = noon - random.below(96) * hour
    return {
      id: `i${i}`,
      no: i + 1,
      state: random.one(states),
      aspect: random.one(['safety', 'supplies']),
      township: random.one(['north', 'south']),
      unit: random.one(['health', 'civil', 'gov-north', null]),
      severity: random.one(['immediate', 'day', 'threeDays']),
      foundAt,
      deadline: foundAt + 24 * hour,
      since: foundAt + random.below(1 + (noon - foundAt) / hour) * hour,
      relapses: random.below(2),
      relapsedAt: random.maybe(0.2) ? noon - random.below(40) * hour : null,
    }
  })
  return board({ incident: [{ id: 'incident' }], issue })
}
