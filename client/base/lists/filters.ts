import type { IssueState } from '../../../shared/records.ts'
import { computed } from 'vue'
import { issueStates } from '../../../shared/records.ts'
import { seesKind } from '../../core/may.ts'
import { router } from '../../core/router.ts'
import { inUrl } from '../../core/selection.ts'

/** The list, the map and the export share one filter, and all of it is in the URL. */

export const tabs = ['issue', 'place', 'shift', 'shortage', 'zone', 'announcement'] as const
export type Tab = (typeof tabs)[number]

/** The lists of what this person can see. */
export const myTabs = computed<readonly Tab[]>(() => tabs.filter(seesKind))

const tabName = inUrl('tab')
export const tab = computed<Tab>({
  get: () => tabs.find(name => name === tabName.value) ?? myTabs.value[0] ?? 'issue',
  set: name => tabName.value = name === myTabs.value[0] ? '' : name,
})
export const township = inUrl('township')
export const aspect = inUrl('aspect')
export const unit = inUrl('unit')
export const placeKind = inUrl('kind')
/** Empty: issues being followed. `all`, or states joined by commas. */
export const states = inUrl('state')
export const late = inUrl('late')
export const severity = inUrl('severity')
/** What happened to an issue after `from` (epoch ms). The figures of the day open their rows with it. */
export const when = inUrl('when')
export const from = inUrl('from')
/** For places: `due` those where an act is overdue, `unseen` those no team has seen for some days, `seen` the others. For shifts: `gap` those missing people, `all` the past too. For supplies and zones: `all` what is over too. */
export const only = inUrl('only')

export const chosenStates = computed<readonly IssueState[]>(() => issueStates.filter(state => states.value.split(',').includes(state)))

export function toggleState(state: IssueState): void {
  const next = chosenStates.value.includes(state) ? chosenStates.value.filter(one => one !== state) : [...chosenStates.value, state]
  states.value = next.join(',')
}

/** Shows every row of the open tab again. */
export function clearFilters(): void {
  const { sel, tab: open } = router.currentRoute.value.query
  void router.replace({ query: { sel, tab: open } })
}

/** Opens exactly the rows that a number counts. */
export function openRows(to: Tab, more: Readonly<Record<string, string>> = {}): void {
  void router.push({ query: { tab: to === 'issue' ? undefined : to, ...more } })
}
