import { computed, shallowRef } from 'vue'
import { staffHints } from '../../shared/transfer/columns.ts'
import { sortStaff } from '../../shared/transfer/staff-rows.ts'
import { useListFile } from '../base/transfer/list-file.ts'
import { ask, patiently } from '../core/http.ts'
import { county } from '../core/session.ts'
import { tried } from '../core/tried.ts'
import { keepLinks } from './added-links.ts'
import { linkOf } from './people.ts'

/** One import of staff by an administrator, from the choice of the file to everybody's sign-in link. */
export function useStaffImport() {
  const file = useListFile(staffHints)
  const added = shallowRef<number | null>(null)
  const known = shallowRef(0)
  const sorted = computed(() => county.value && file.rows.value.length
    ? sortStaff(file.rows.value, { county: county.value, mapping: file.meant.value, answers: { role: file.answered('role'), where: file.answered('where') } })
    : null)

  function chosen(): void {
    added.value = null
    known.value = 0
  }

  /** Sends a hundred people per request. If one fails, the people before it stay added; the same list again adds only the others. */
  async function enter(): Promise<void> {
    const good = sorted.value?.good ?? []
    file.busy.value = true
    chosen()
    for (let i = 0; i < good.length && !file.problem.value; i += 100) {
      const rows = good.slice(i, i + 100).map(({ line: _, ...row }) => row)
      file.problem.value = await tried(patiently(() => ask<{ added: { row: number, token: string }[], known: number }>('/api/people/roster', { method: 'POST', body: { rows } }), 20).then((done) => {
        added.value = (added.value ?? 0) + done.added.length
        known.value += done.known
        keepLinks(done.added.map(({ row, token }) => ({ name: rows[row]?.name ?? '', phone: rows[row]?.phone ?? '', address: linkOf(token) })))
      })) ?? ''
    }
    file.busy.value = false
  }

  return { file, sorted, added, known, enter, chosen }
}
