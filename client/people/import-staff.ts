import { computed } from 'vue'
import { staffHints } from '../../shared/transfer/columns.ts'
import { sortStaff } from '../../shared/transfer/staff-rows.ts'
import { useListFile } from '../base/transfer/list-file.ts'
import { records } from '../core/board.ts'
import { county } from '../core/session.ts'
import { useAdded } from './added-people.ts'
import { askProviders, providers } from './providers.ts'
import { staffWords as words } from './staff-words.ts'

/** One import of staff by an administrator, from the choice of the file to everybody's sign-in link. */
export function useStaffImport() {
  const file = useListFile(staffHints)
  /** By which provider a column of names lets people in: the first that the settings name. Without one the column is not used. */
  void askProviders().catch(() => {})
  const provider = computed(() => providers.value[0]?.id)
  const sorted = computed(() => county.value && file.rows.value.length
    ? sortStaff(file.rows.value, { county: county.value, grids: records('grid').filter(one => !one.retired), mapping: provider.value ? file.meant.value : { ...file.meant.value, login: undefined }, answers: { role: file.answered('role'), where: file.answered('where') } })
    : null)
  const adding = useAdded('/api/people/roster', file, ({ detail }) => detail === 'login' ? words.value.takenLogin : null)
  const enter = () => adding.enter((sorted.value?.good ?? []).map(({ line: _, login, ...row }) => ({ ...row, ...login && provider.value && { logins: { [provider.value]: login } } })))

  return { ...adding, file, sorted, enter, provider }
}
