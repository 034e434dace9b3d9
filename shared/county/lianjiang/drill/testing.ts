import type { Place } from '../../../records.ts'
import type { Story } from '../../story.ts'
import { day, hour } from '../../story.ts'

type Spot = Omit<Place, 'retired' | 'coded' | 'inspectedAt'>

/** The townships in and around the zones, by the end of their code. */
const taking = ['001', '002', '003', '101', '102', '103', '104', '106']

/** Three rounds in the townships around the zones, all invented: one three days ago with a positive tube, one of yesterday, and that of today. */
export function testing(story: Story, spots: readonly Spot[]): void {
  const { now, today, random } = story
  const sites = spots.filter(spot => spot.kind === 'samplingSite' && taking.includes(spot.township.slice(-3)))
  // The site of the report lacks gowns and gloves, so it is slow.
  const people = sites.map(({ id }) => id === 'pl-nanqiao-sampling' ? 2900 : random.whole(20, 30) * 100)
  const targets: Record<string, number> = {}
  sites.forEach(({ township }, n) => targets[township] = (targets[township] ?? 0) + (people[n] ?? 0))
  const officer = (spot: Spot) => `p-off-${spot.township}`

  const rounds = [['rd-1', 3], ['rd-2', 1], ['rd-3', 0]] as const
  for (const [round, daysAgo] of rounds) {
    const from = today - daysAgo * day
    if (from + 7 * hour > now) continue
    story.tell('p-coord-1', from + 6 * hour, 'openRound', { round, startsAt: from + 7 * hour, endsAt: from + 20 * hour, targets, sites: sites.map(({ id }, n) => ({ place: id, target: people[n] ?? 1 })) })
    const ended = from + 22 * hour < now
    for (const [n, spot] of sites.entries()) {
      const target = people[n] ?? 1
      const slow = spot.id === 'pl-nanqiao-sampling' || (daysAgo === 0 && n % 11 === 7)
      for (const at of ended ? [20.5] : [9, 11, 13, 15, 17, 19, 20.5]) {
        const moment = from + at * hour + n * 60_000
        if (moment > now || moment < from + 7 * hour) continue
        const share = Math.min(1, (at - 7) / 13 * (slow ? 0.7 : 1.08 + 0.01 * (n % 9)))
        const sampled = at > 20 ? target : Math.round(target * share)
        story.tell(officer(spot), moment, 'recordSampling', { round, place: spot.id, sampled, reported: at > 20 ? sampled : Math.round(sampled * Math.max(0, share - 0.2)), tubes: Math.ceil(sampled / 10), at: Math.floor(moment) })
      }
    }
    const found = sites.find(({ township }) => township.endsWith('103')) ?? sites[0]
    if (found && daysAgo === 3) {
      story.tell(officer(found), from + 17 * hour, 'reportTube', { tube: 'tb-1', round, place: found.id, code: 'JS-0417', people: 10 })
      story.tell('p-coord-1', from + 21 * hour, 'settleTube', { tube: 'tb-1', confirmed: true })
    }
    if (found && daysAgo === 0 && !ended) story.tell(officer(found), Math.max(from + 7 * hour, now - 2 * hour), 'reportTube', { tube: 'tb-2', round, place: found.id, code: 'JS-1102', people: 10 })
    if (ended) story.tell('p-coord-1', from + 22 * hour, 'closeRound', { round })
  }
}
