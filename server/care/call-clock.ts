import type { SQL } from 'drizzle-orm'
import type { Reader } from '../../shared/core/board.ts'
import type { Facts } from '../../shared/core/county.ts'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { callsAt, dueInZone } from '../../shared/care/calls.ts'
import { careNeed, carePerson } from './schema.ts'

interface Parts { readonly board: Reader, readonly facts: Facts, readonly clock: () => number }

/** When needs are due in the zones of this moment: the same for a row that is read as for a query. */
export function callClock({ board, facts, clock }: Parts) {
  const calls = callsAt(board, facts, clock())
  const byGrid = new Map(calls.flatMap(one => one.grids.map(grid => [`${grid} ${one.rule.need}`, one] as const)))

  return {
    /** When a need is due, and the rule of a zone that makes it so; null where its own clock does. */
    due({ kind, dueAt }: { readonly kind: string, readonly dueAt: number | null }, person: { readonly grid: string, readonly reachedAt: number | null, readonly createdAt: number }): { readonly dueAt: number, readonly rule: string | null } {
      const own = dueAt ?? 0
      const call = byGrid.get(`${person.grid} ${kind}`)
      const sooner = call ? dueInZone(call, own, person) : own
      return { dueAt: sooner, rule: call && sooner < own ? call.rule.id : null }
    },

    /** A need's due time in a query that joins the person. */
    column(): SQL<number> {
      const cases = calls.map(({ grids, rule, since }) => sql`when ${and(eq(careNeed.kind, rule.need), inArray(carePerson.grid, grids))} then min(${careNeed.dueAt}, coalesce(${carePerson.reachedAt}, max(${since}, ${carePerson.createdAt})) + ${rule.every * 3_600_000})`)
      return cases.length ? sql<number>`case ${sql.join(cases, sql` `)} else ${careNeed.dueAt} end` : sql<number>`${careNeed.dueAt}`
    },
  }
}
