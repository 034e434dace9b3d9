import { computed } from 'vue'
import { rosterHints } from '../../shared/transfer/columns.ts'
import { sortRoster } from '../../shared/transfer/roster-rows.ts'
import { useListFile } from '../base/transfer/list-file.ts'
import { county, me } from '../core/session.ts'
import { useAdded } from './added-people.ts'

/** One import of volunteers, from the choice of the file to everybody's sign-in link. */
export function useRosterImport() {
  const file = useListFile(rosterHints)
  const sorted = computed(() => county.value && file.rows.value.length
    ? sortRoster(file.rows.value, { county: county.value, mapping: file.meant.value, answers: { skills: file.answered('skills'), township: file.answered('township') }, scope: me.value?.role === 'officer' ? me.value.township ?? '' : null })
    : null)
  const adding = useAdded('/api/volunteers/roster', file)
  const enter = () => adding.enter((sorted.value?.good ?? []).map(({ line: _, ...row }) => row))

  return { ...adding, file, sorted, enter }
}
