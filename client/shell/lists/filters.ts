import type { AnyRecord, Issue, Kind, Place, Shift, Shortage, Zone } from '../../../shared/records.ts'
import { computed } from 'vue'
import { fits } from '../../../shared/bulletins/rows-behind.ts'
import { inLot } from '../../../shared/inspections/coverage.ts'
import { aspect, chosenStates, from, late, only, placeKind, severity, states, tab, township, unit, when } from '../../base/lists/filters.ts'
import { minute } from '../../core/clock.ts'
import { hasGap } from '../../duty/gaps.ts'
import { unseenSince } from '../../inspections/coverage/unseen.ts'
import { tones } from '../../recovery/recovery.ts'
import { latePlaces } from '../../requirements/late-places.ts'

const statuses: ReadonlySet<string> = new Set(['back', 'waiting', 'halted', 'missing'])
const inTownship = (record: { township: string }) => !township.value || record.township === township.value

/** All issue filters together. */
export const issueFilter = computed(() => ({ state: states.value === 'all' ? 'all' : chosenStates.value.join(','), township: township.value, aspect: aspect.value, severity: severity.value, unit: unit.value, late: late.value, when: when.value, from: from.value }))

/** Tests whether a record is in the list and on the map. Reading it makes the caller depend on every filter. */
export const tests = computed(() => {
  const at = minute.value
  const wanted = issueFilter.value
  const since = unseenSince.value
  const lateNow = latePlaces.value
  const toned = tones.value
  /** A place in operation is `back`, whether its reports are missing or not. */
  const stands = ({ id }: Place) => only.value === 'back' && (toned.get(id) === 'running' || toned.get(id) === 'missing') ? 'back' : toned.get(id)
  const [wantsKind, wants] = [placeKind.value, only.value]
  return {
    issue: (issue: Issue) => fits(issue, wanted, at),
    place: (place: Place) => inTownship(place) && (wants === 'all' || (wants === 'due' ? lateNow.has(place.id) : statuses.has(wants) ? stands(place) === wants : wants === 'seen' || wants === 'unseen' ? inLot(wants, place, since) : !place.retired)) && (!wantsKind || place.kind === wantsKind),
    shift: (shift: Shift) => inTownship(shift) && (wants === 'all' || (wants === 'gap' ? hasGap(shift, at) : shift.endsAt > at)),
    shortage: (one: Shortage) => inTownship(one) && (wants === 'all' || one.state === 'open'),
    zone: (zone: Zone) => wants === 'all' || (!zone.liftedAt && (!zone.validTo || zone.validTo > at)),
  }
})

/** The tests for the map. Beside issues and places, only the open tab's kind is filtered, so that the rest of the map stays. */
export const mapTests = computed<Partial<Record<Kind, (record: AnyRecord) => boolean>>>(() => {
  const all = tests.value
  const wide = { issue: all.issue, place: all.place } as Record<string, (record: never) => boolean>
  const own = tab.value === 'announcement' ? {} : { [tab.value]: all[tab.value] }
  return { ...wide, ...own } as Partial<Record<Kind, (record: AnyRecord) => boolean>>
})
