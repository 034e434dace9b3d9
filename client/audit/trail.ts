import type { Ref } from 'vue'
import type { AuditCursor, AuditEntry, AuditPage } from '../../shared/audit/entries.ts'
import { onScopeDispose, shallowRef } from 'vue'
import { auditBounds } from '../../shared/audit/entries.ts'
import { ask, patiently } from '../core/http.ts'
import { within } from '../core/incident.ts'
import { inUrl } from '../core/selection.ts'
import { fromInput } from '../core/time.ts'
import { tried } from '../core/tried.ts'

/** The day after this one; days are not all equally long. */
const dayAfter = (date: string) => Number.isNaN(Date.parse(date)) ? '' : new Date(Date.parse(date) + 24 * 3_600_000).toISOString().slice(0, 10)

/** What is looked for. All of it but a text, which may be about somebody, is in the address. */
export function useWanted() {
  const text = shallowRef('')
  return { who: inUrl('who'), kind: inUrl('kind'), act: inUrl('act'), record: inUrl('record'), township: inUrl('township'), from: inUrl('from'), to: inUrl('to'), text }
}
export type WantedFields = Readonly<Record<keyof ReturnType<typeof useWanted>, Ref<string>>>

/** As the server takes it; the last day counts to its end. */
export function wantedOf({ who, kind, act, record, township, from, to, text }: WantedFields) {
  const [log, name] = act.value.split('.')
  return {
    ...who.value && { who: who.value },
    ...kind.value && { kind: kind.value },
    ...name && { act: { log, name } },
    ...record.value && { record: record.value },
    ...township.value && { township: township.value },
    ...from.value && { from: fromInput(from.value) },
    ...to.value && { to: fromInput(dayAfter(to.value)) },
    ...text.value.trim() && { text: text.value.trim() },
  }
}

const page = (path: string, wanted: unknown, next: AuditCursor | null) =>
  patiently(() => ask<AuditPage>(within(path), { method: 'POST', body: { wanted, next } }), 20)

/** The list, newest first. The server reads a bounded stretch at a time, so one press may take several answers, and the page says how far they came. */
export function useTrail(fields: WantedFields) {
  const entries = shallowRef<readonly AuditEntry[] | null>(null)
  const next = shallowRef<AuditCursor | null>(null)
  const upTo = shallowRef<number | null>(null)
  const busy = shallowRef(false)
  const problem = shallowRef('')
  /** An answer for an earlier search is thrown away, and a search ends when its page is left. */
  let turn = 0
  onScopeDispose(() => turn++)

  async function read(from: AuditCursor | null, before: readonly AuditEntry[]): Promise<void> {
    const mine = ++turn
    const wanted = wantedOf(fields)
    busy.value = true
    const failed = await tried((async () => {
      const found = [...before]
      let cursor = from
      do {
        const one = await page('/audit', wanted, cursor)
        if (mine !== turn) return
        found.push(...one.entries)
        entries.value = [...found]
        next.value = cursor = one.next
        upTo.value = one.upTo
      } while (cursor && found.length < before.length + auditBounds.page / 2)
    })())
    if (mine !== turn) return
    problem.value = failed ?? ''
    busy.value = false
  }
  return {
    entries,
    next,
    upTo,
    busy,
    problem,
    load: () => read(null, []),
    more: () => read(next.value, entries.value ?? []),
  }
}

/** Everything that is looked for, at most so many rows; `onRows` is told how many came. The first answer is recorded, and needs a proof of who asks. Rejects once the signal says so. */
export async function wholeTrail(fields: WantedFields, onRows: (n: number) => void, signal: AbortSignal): Promise<{ readonly rows: readonly AuditEntry[], readonly cut: boolean }> {
  const rows: AuditEntry[] = []
  const wanted = wantedOf(fields)
  let cursor: AuditCursor | null = null
  do {
    const one: AuditPage = await page('/audit/export', wanted, cursor)
    signal.throwIfAborted()
    rows.push(...one.entries)
    onRows(rows.length)
    cursor = one.next
  } while (cursor && rows.length < auditBounds.export)
  return { rows: rows.slice(0, auditBounds.export), cut: cursor !== null || rows.length > auditBounds.export }
}

/** The people and tokens that may be chosen; fetched when somebody wants to choose, since that reading is recorded. */
export function usePeople() {
  const people = shallowRef<readonly { readonly id: string, readonly name: string }[] | null>(null)
  const problem = shallowRef('')
  async function load(): Promise<void> {
    problem.value = await tried(Promise.all([ask<{ id: string, name: string }[]>('/api/people'), ask<{ id: string, name: string }[]>('/api/tokens')]).then(found => people.value = found.flat())) ?? ''
  }
  return { people, problem, load }
}
