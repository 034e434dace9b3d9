import type { AnyRecord } from '../../../shared/records.ts'
import { computed } from 'vue'
import { settledFitting, totalOnBoard } from '../../../shared/issues/totals.ts'
import { settles } from '../../../shared/settled.ts'
import { chosenStates, only, states, tab, township } from '../../base/lists/filters.ts'
import { reactive, record, records } from '../../core/board.ts'
import { allSettled } from '../../core/settled.ts'
import { issueFilter, tests } from './filters.ts'

/** True if records that have left the board fit the filters of the open list. */
export const moreOnServer = computed(() => {
  if (!settles(tab.value) || record('incident', 'incident')?.cleared[tab.value] === undefined) return false
  if (tab.value !== 'issue') return only.value === 'all' || tab.value === 'announcement'
  const total = totalOnBoard(reactive)
  return (states.value === 'all' || chosenStates.value.includes('closed')) && total !== undefined && settledFitting(total, issueFilter.value) !== 0
})

const test = () => tab.value === 'announcement' ? () => true : tests.value[tab.value] as (one: AnyRecord) => boolean

/** The records of the open list: they pass the same filters as its rows. */
export const onBoard = (): readonly AnyRecord[] => (records(tab.value) as readonly AnyRecord[]).filter(test())

/** The open list with the records that have left the board. Rejects if the server cannot be reached. */
export async function wholeList(): Promise<readonly AnyRecord[]> {
  const kind = tab.value
  if (!settles(kind)) return onBoard()
  const [fits, here] = [test(), onBoard()]
  const settled: readonly AnyRecord[] = await allSettled(kind, township.value ? { township: township.value } : {})
  const known = new Set(here.map(({ id }) => id))
  return [...here, ...settled.filter(one => !known.has(one.id) && fits(one))]
}
