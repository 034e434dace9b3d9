import type { AnyRecord, Issue, IssueState, Kind, Place, Shift, Shortage, Zone } from '../../shared/records.ts'
import { computed } from 'vue'
import { inLot } from '../../shared/coverage.ts'
import { issueStates } from '../../shared/records.ts'
import { fits } from '../../shared/rows-behind.ts'
import { router } from '../router.ts'
import { now } from './clock.ts'
import { hasGap } from './gaps.ts'
import { inUrl } from './selection.ts'
import { unseenSince } from './unseen.ts'

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
export const severity = inUrl('severity')
/** What happened to an issue after the moment `from` (epoch ms): what a figure of the day stands for. */
export const when = inUrl('when')
export const from = inUrl('from')
/** For places: `unseen` those no team has seen for some days, `seen` the others. For shifts: `gap` those missing people, `all` the past too. For supplies and zones: `all` what is over too. */
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
  const wanted = { state: states.value === 'all' ? 'all' : chosenStates.value.join(','), township: township.value, aspect: aspect.value, severity: severity.value, unit: unit.value, late: late.value, when: when.value, from: from.value }
  const since = unseenSince.value
  const [wantsKind, wants] = [placeKind.value, only.value]
  return {
    issue: (issue: Issue) => fits(issue, wanted, at),
    place: (place: Place) => inTownship(place) && (wants === 'all' || (wants === 'seen' || wants === 'unseen' ? inLot(wants, place, since) : !place.retired)) && (!wantsKind || place.kind === wantsKind),
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
