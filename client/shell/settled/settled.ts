import type { AnyRecord } from '../../../shared/records.ts'
import type { Settling } from '../../../shared/settled.ts'
import { shallowRef } from 'vue'
import { ask } from '../../core/http.ts'
import { within } from '../../core/incident.ts'
import { dayStart, fromInput } from '../../core/time.ts'

type Narrowing = 'unit' | 'aspect' | 'severity' | 'place' | 'late'

/** The search; days as an `<input type="date">` gives them, the last one included. */
export interface Search { readonly kind: Settling, readonly township: string, readonly from: string, readonly to: string, readonly text: string, /** Values of fields that the records must have. */ readonly narrow: Readonly<Partial<Record<Narrowing, string>>> }

/** The search as query parameters. A missing or invalid day does not narrow it. */
export function queryOf({ kind, township, from, to, text, narrow }: Search, after: string | null): string {
  const start = fromInput(from)
  const last = fromInput(to)
  const query = new URLSearchParams({ kind })
  if (township) query.set('township', township)
  if (start > 0) query.set('from', String(start - 1))
  // A moment some hours into the next day, so that a clock change in the night does no harm.
  if (last > 0) query.set('to', String(dayStart(last + 30 * 3_600_000) - 1))
  if (text.trim()) query.set('text', text.trim())
  for (const [field, value] of Object.entries(narrow)) {
    if (value) query.set(field, value)
  }
  if (after) query.set('after', after)
  return query.toString()
}

/** The rows found so far, page by page. An answer to an earlier search must not be shown. */
export function useSearch() {
  const rows = shallowRef<readonly AnyRecord[]>([])
  const next = shallowRef<string | null>(null)
  const state = shallowRef<'asking' | 'answered' | 'failed'>('asking')
  let asked = 0

  async function look(search: Search, after: string | null = null): Promise<void> {
    const mine = ++asked
    state.value = 'asking'
    if (!after) rows.value = []
    try {
      const answer = await ask<{ readonly rows: readonly AnyRecord[], readonly next: string | null }>(within(`/settled?${queryOf(search, after)}`))
      if (mine !== asked) return
      rows.value = [...rows.value, ...answer.rows]
      next.value = answer.next
      state.value = 'answered'
    } catch {
      if (mine === asked) state.value = 'failed'
    }
  }
  return { rows, next, state, look }
}
