import type { AnyRecord, Issue, IssueState, Kind, Place, Shift, Shortage, Zone } from '../../shared/records.ts'
import { computed } from 'vue'
import { followed, overdue } from '../../shared/issue-steps.ts'
import { issueStates } from '../../shared/records.ts'
import { router } from '../router.ts'
import { now } from './clock.ts'
import { hasGap } from './gaps.ts'
import { inUrl } from './selection.ts'

/** One filter for the list, the map and the export. All of it is in the URL. */

export const tabs = ['issue', 'place', 'shift', 'shortage', 'zone', 'announcement'] as const
export type Tab = (typeof tabs)[number]

const tabName = inUrl('tab', 'issue')
export const tab = computed<Tab>({
  get: () => tabs.find(name => name === tabName.value) ?? 'issue',
  set: name => tabName.value = name,
})
export const township = inUrl('township')
export const aspect = inUrl('aspect')
export const unit = inUrl('unit')
export const placeKind = inUrl('kind')
/** Empty: what is followed. `all`, or states joined by commas. */
export const states = inUrl('state')
export const late = inUrl('late')
/** For shifts: `gap` those missing people, `all` the past too. For supplies and zones: `all` what is over too. */
export const only = inUrl('only')

export const chosenStates = computed<readonly IssueState[]>(() => issueStates.filter(state => states.value.split(',').includes(state)))

export function toggleState(state: IssueState): void {
  const next = chosenStates.value.includes(state) ? chosenStates.value.filter(one => one !== state) : [...chosenStates.value, state]
  states.value = next.join(',')
}

const inTownship = (record: { township: string }) => !township.value || record.township === township.value

/** The minute it is: what depends on time is asked again once a minute, not once a second. */
const minute = computed(() => Math.floor(now.value / 60_000) * 60_000)

/** Whether a record is in the list and on the map. Reading it makes the caller follow every filter. */
export const tests = computed(() => {
  const at = minute.value
  const chosen = chosenStates.value
  const [wantsAspect, wantsUnit, wantsKind, wantsLate, wants] = [aspect.value, unit.value, placeKind.value, late.value, only.value]
  void township.value
  return {
    issue: (issue: Issue) => inTownship(issue)
      && (states.value === 'all' || (chosen.length ? chosen.includes(issue.state) : followed(issue)))
      && (!wantsAspect || issue.aspect === wantsAspect)
      && (!wantsUnit || issue.unit === wantsUnit)
      && (!wantsLate || overdue(issue, at)),
    place: (place: Place) => inTownship(place) && (wants === 'all' || !place.retired) && (!wantsKind || place.kind === wantsKind),
    shift: (shift: Shift) => inTownship(shift) && (wants === 'all' || (wants === 'gap' ? hasGap(shift, at) : shift.endsAt > at)),
    shortage: (one: Shortage) => inTownship(one) && (wants === 'all' || one.state === 'open'),
    zone: (zone: Zone) => wants === 'all' || (!zone.liftedAt && (!zone.validTo || zone.validTo > at)),
  }
})

/** As the map takes them: only for the kind whose tab is open, so that the rest of the picture stays. */
export const mapTests = computed<Partial<Record<Kind, (record: AnyRecord) => boolean>>>(() => {
  const all = tests.value
  const wide = { issue: all.issue, place: all.place } as Record<string, (record: never) => boolean>
  const own = tab.value === 'announcement' ? {} : { [tab.value]: all[tab.value] }
  return { ...wide, ...own } as Partial<Record<Kind, (record: AnyRecord) => boolean>>
})

/** Everything of the open tab again. */
export function clearFilters(): void {
  const { sel, tab: open } = router.currentRoute.value.query
  void router.replace({ query: { sel, tab: open } })
}

/** What a number opens: exactly its rows. */
export function openRows(to: Tab, more: Readonly<Record<string, string>> = {}): void {
  void router.push({ query: { tab: to === 'issue' ? undefined : to, ...more } })
}
