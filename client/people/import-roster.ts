import { computed, shallowRef } from 'vue'
import { rosterHints } from '../../shared/transfer/columns.ts'
import { sortRoster } from '../../shared/transfer/roster-rows.ts'
import { toExcel } from '../base/transfer/excel.ts'
import { useListFile } from '../base/transfer/list-file.ts'
import { save } from '../base/transfer/save.ts'
import { ask } from '../core/http.ts'
import { county, me } from '../core/session.ts'
import { tried } from '../core/tried.ts'
import { volunteerWords as words } from './volunteer-words.ts'

/** One list of volunteers, from the choosing of the file to everybody's sign-in link. */
export function useRosterImport() {
  const file = useListFile(rosterHints)
  const added = shallowRef<number | null>(null)
  const known = shallowRef(0)
  /** Everybody added on this page, also by an attempt that broke off: a second attempt keeps them. */
  const links = shallowRef<readonly (readonly string[])[]>([])
  const sorted = computed(() => county.value && file.rows.value.length
    ? sortRoster(file.rows.value, { county: county.value, mapping: file.meant.value, answers: { skills: file.answered('skills'), township: file.answered('township') }, scope: me.value?.role === 'officer' ? me.value.township ?? '' : null })
    : null)

  /** A hundred people a request; added people stay, whatever happens to the rest. */
  async function enter(): Promise<void> {
    const good = sorted.value?.good ?? []
    file.busy.value = true
    added.value = 0
    known.value = 0
    for (let i = 0; i < good.length; i += 100) {
      const rows = good.slice(i, i + 100).map(({ line: _, ...row }) => row)
      const problem = await tried(ask<{ added: { row: number, token: string }[], known: number }>('/api/volunteers/roster', { method: 'POST', body: { rows } }).then((done) => {
        added.value = (added.value ?? 0) + done.added.length
        known.value += done.known
        links.value = [...links.value, ...done.added.map(({ row, token }) => [rows[row]?.name ?? '', rows[row]?.phone ?? '', `${location.origin}/in#${token}`, words.value.linkNote])]
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

  /** Kept nowhere: once the page is left they can only be made anew, one by one. */
  const linkFile = async () => save(await toExcel(words.value.linkHead, links.value, words.value.title), `${words.value.linkFile}.xlsx`)

  return { file, sorted, added, known, links, enter, chosen, linkFile }
}
