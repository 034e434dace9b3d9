import { computed } from 'vue'
import { staffHints } from '../../shared/transfer/columns.ts'
import { sortStaff } from '../../shared/transfer/staff-rows.ts'
import { useListFile } from '../base/transfer/list-file.ts'
import { records } from '../core/board.ts'
import { county } from '../core/session.ts'
import { useAdded } from './added-people.ts'

/** One import of staff by an administrator, from the choice of the file to everybody's sign-in link. */
export function useStaffImport() {
  const file = useListFile(staffHints)
  const sorted = computed(() => county.value && file.rows.value.length
    ? sortStaff(file.rows.value, { county: county.value, grids: records('grid').filter(one => !one.retired), mapping: file.meant.value, answers: { role: file.answered('role'), where: file.answered('where') } })
    : null)
  const adding = useAdded('/api/people/roster', file)
  const enter = () => adding.enter((sorted.value?.good ?? []).map(({ line: _, ...row }) => row))

  return { ...adding, file, sorted, enter }
}
