import type { ShallowRef } from 'vue'
import type { AnyRecord, Kind, Records } from '../../shared/records.ts'
import type { Settling } from '../../shared/settled.ts'
import { computed, shallowRef, watch } from 'vue'
import { linkState, opened, record } from './board.ts'
import { ask } from './http.ts'
import { within } from './incident.ts'

/**
 * Fetches a settled record (`kind/id`) and puts it on this page's board. Does nothing if it is gone, not visible to this person, or
 * the server cannot be reached.
 */
export async function fetchSettled(key: string): Promise<void> {
  const [kind, id = ''] = key.split('/') as [Kind, string?]
  // If the board is ahead of the answer, the record may have changed since: ask again.
  for (let left = 3; left > 0; left--) {
    const answer = await ask<{ readonly seq: number, readonly record: AnyRecord }>(within(`/record/${kind}/${id}`)).catch(() => null)
    if (!answer || opened().replica.open(kind, answer.record, answer.seq)) return
  }
}

interface Page<R> { readonly rows: readonly R[], readonly next: string | null }

/** All settled records of a kind, read page by page. `filter` as `/settled` takes it. Rejects if the server cannot be reached. */
export async function allSettled<K extends Settling>(kind: K, filter: Readonly<Record<string, string>>): Promise<readonly Records[K][]> {
  const rows: Records[K][] = []
  let after: string | null = ''
  while (after !== null) {
    const answer: Page<Records[K]> = await ask<Page<Records[K]>>(within(`/settled?${new URLSearchParams({ kind, size: '500', ...filter, ...after && { after } })}`))
    rows.push(...answer.rows)
    after = answer.next
  }
  return rows
}

/** Settled records of a kind that belong to what a page shows, a page of them at a time, newest first. */
export interface Earlier<R extends AnyRecord = AnyRecord> {
  readonly rows: ShallowRef<readonly R[]>
  /** There may be more on the server. */
  readonly more: { readonly value: boolean }
  readonly asking: ShallowRef<boolean>
  readonly failed: ShallowRef<boolean>
  readonly look: () => Promise<void>
}

/** `filter` as `/settled` takes it. */
export function useEarlier<K extends Settling>(kind: K, filter: Readonly<Record<string, string>>): Earlier<Records[K]> {
  const rows = shallowRef<readonly Records[K][]>([])
  const next = shallowRef<string | null>('')
  const [asking, failed] = [shallowRef(false), shallowRef(false)]
  const more = computed(() => next.value !== null && record('incident', 'incident')?.cleared[kind] !== undefined)

  async function look(): Promise<void> {
    asking.value = true
    failed.value = false
    try {
      const query = new URLSearchParams({ kind, ...filter, ...next.value && { after: next.value } })
      const answer = await ask<Page<Records[K]>>(within(`/settled?${query}`))
      rows.value = [...rows.value, ...answer.rows]
      next.value = answer.next
    } catch {
      failed.value = true
    }
    asking.value = false
  }
  return { rows, more, asking, failed, look }
}

/** Keeps what a page names (`kind/id`) on its board: what has left is fetched, one after the other, each once. */
export function useSettled(keys: () => readonly string[]): void {
  const asked = new Set<string>()
  let turn = Promise.resolve()
  const missing = () => linkState.value === 'live'
    ? keys().filter((key) => {
        const [kind, id = ''] = key.split('/') as [Kind, string?]
        return !asked.has(key) && !record(kind, id)
      })
    : []
  watch(missing, (found) => {
    for (const key of found) {
      asked.add(key)
      turn = turn.then(() => fetchSettled(key))
    }
  }, { immediate: true })
}
