import type { Requirement } from '../records.ts'
import type { Due } from './dues.ts'

/**
 * When people who arrived at a place are to be tested at the latest (epoch ms), and the requirement that says so: its first hours, from
 * their arrival on, by what is required at the place now. Null where no test is required.
 */
export function arrivalDue(dues: Iterable<Due>, place: string, arrivedAt: number): { readonly rule: Requirement, readonly dueAt: number } | null {
  for (const { place: { id }, act, rule } of dues) {
    if (id === place && act === 'test') return { rule, dueAt: arrivedAt + rule.first * 3_600_000 }
  }
  return null
}
