import type { AnyRecord, Inspection, Notice } from '../../../shared/records.ts'
import type { Settling } from '../../../shared/settled.ts'
import type { Row } from '../../base/lists/row.ts'
import { shallowRef } from 'vue'
import { ask } from '../../core/http.ts'
import { within } from '../../core/incident.ts'
import { dayStart, fromInput, moment } from '../../core/time.ts'
import { subjectOf, wordsOf } from '../../notices/notices.ts'
import { pastRow } from '../../past-rows.ts'

/** What is looked for; days as an `<input type="date">` gives them, the last one included. */
export interface Search { readonly kind: Settling, readonly township: string, readonly from: string, readonly to: string, readonly text: string }

/** The search as the server is asked. A day that is left out, or is none, narrows nothing. */
export function queryOf({ kind, township, from, to, text }: Search, after: string | null): string {
  const start = fromInput(from)
  const last = fromInput(to)
  const query = new URLSearchParams({ kind })
  if (township) query.set('township', township)
  if (start > 0) query.set('from', String(start - 1))
  // Some hours into the day after it, whatever the clocks do in that night.
  if (last > 0) query.set('to', String(dayStart(last + 30 * 3_600_000) - 1))
  if (text.trim()) query.set('text', text.trim())
  if (after) query.set('after', after)
  return query.toString()
}

/** The line of a record, and what it opens; a notice opens what it is about. */
export function settledRow(kind: Settling, record: AnyRecord, now: number): Row {
  if (kind !== 'notice') return pastRow('inspection', record as Inspection, now)
  const notice = record as Notice
  const { title, why } = wordsOf(notice)
  return { key: subjectOf(notice) ?? '', title, sub: why, right: moment(notice.at, now), rightSub: '', icon: 'bell' }
}

/** What was found so far, page by page. An answer to an earlier search is not shown. */
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
