import { computed, shallowRef } from 'vue'
import { rosterHints } from '../../shared/transfer/columns.ts'
import { sortRoster } from '../../shared/transfer/roster-rows.ts'
import { useListFile } from '../base/transfer/list-file.ts'
import { ask, patiently } from '../core/http.ts'
import { county, me } from '../core/session.ts'
import { tried } from '../core/tried.ts'
import { keepLinks } from './added-links.ts'

/** One import of volunteers, from the choice of the file to everybody's sign-in link. */
export function useRosterImport() {
  const file = useListFile(rosterHints)
  const added = shallowRef<number | null>(null)
  const known = shallowRef(0)
  const sorted = computed(() => county.value && file.rows.value.length
    ? sortRoster(file.rows.value, { county: county.value, mapping: file.meant.value, answers: { skills: file.answered('skills'), township: file.answered('township') }, scope: me.value?.role === 'officer' ? me.value.township ?? '' : null })
    : null)

  /** Sends a hundred people per request. If one fails, the people before it stay added. Waits when the server asks to slow down. */
  async function enter(): Promise<void> {
    const good = sorted.value?.good ?? []
    file.busy.value = true
    added.value = 0
    known.value = 0
    for (let i = 0; i < good.length; i += 100) {
      const rows = good.slice(i, i + 100).map(({ line: _, ...row }) => row)
      const problem = await tried(patiently(() => ask<{ added: { row: number, token: string }[], known: number }>('/api/volunteers/roster', { method: 'POST', body: { rows } }), 20).then((done) => {
        added.value = (added.value ?? 0) + done.added.length
        known.value += done.known
        keepLinks(done.added.map(({ row, token }) => ({ name: rows[row]?.name ?? '', phone: rows[row]?.phone ?? '', address: `${location.origin}/in#${token}` })))
      }))
      file.problem.value = problem ?? ''
      if (problem) break
    }
    file.busy.value = false
  }

  function chosen(): void {
    added.value = null
    known.value = 0
  }

  return { file, sorted, added, known, enter, chosen }
}
