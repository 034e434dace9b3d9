import type { IssueState } from '../../../records.ts'
import type { Story } from '../../story.ts'
import type { Spot } from './places.ts'
import { day, hour, minute } from '../../story.ts'
import { checklists } from '../checklists.ts'
import { routes } from '../units.ts'

const steps: readonly IssueState[] = ['found', 'told', 'rectifying', 'awaiting', 'closed']

/** 46 issues in nine days: 31 closed, 15 followed. The findings are the faults of the checklists. */
export function issues(story: Story, spots: readonly Spot[]): void {
  const { now, today, random } = story
  const listed = spots.filter(spot => checklists[spot.kind])
  for (let n = 0; n < 46; n++) {
    const spot = random.pick(listed)
    const item = random.pick(checklists[spot.kind]?.items ?? [])
    const team = 1 + n % 2
    const closed = n < 31
    const at = closed ? today - (8 - n / 5) * day + random.between(9, 17) * hour : now - random.between(2, 40) * hour
    const issue = `b-i-${n + 1}`
    const reached = closed ? 4 : n % 4
    const route = routes.find(one => (!('kind' in one) || one.kind === spot.kind) && (!('aspect' in one) || one.aspect === item.aspect))
    const unit = !route || route.unit === 'township' ? `council-${spot.township}` : route.unit
    const hands = unit.startsWith('council-') ? `p-mayor-${spot.township}` : `p-unit-${unit}`
    const finder = `p-team${team}-1`
    story.tell(finder, at, 'reportIssue', { issue, title: item.fault?.en ?? item.en, note: '', aspect: item.aspect, severity: item.severity, township: spot.township, place: spot.id, places: [], inspection: null, item: null, lng: spot.lng, lat: spot.lat, accuracy: 20, source: 'place', unit, deviceAt: Math.floor(at), photos: [] })
    const after = (part: number) => at + Math.min(part * 30 * hour, (now - at) * part)
    for (let step = 1; step <= reached; step++) {
      const actor = step === 1 ? finder : step === 4 ? `p-team${3 - team}-1` : hands
      // The island asks for a photo of every fix.
      if (step === 3) story.tell(hands, after(0.5) - minute, 'attachPhoto', { issue, photo: `drill~${issue}~after`, after: true })
      story.tell(actor, after([0, 0.05, 0.2, 0.5, 0.9][step] ?? 0), 'advanceIssue', { issue, from: steps[step - 1] ?? 'found', to: steps[step] ?? 'told', reason: step === 3 ? 'Done, see the photo.' : '', nextDate: null })
    }
  }
}
