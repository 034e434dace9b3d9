import type { Drill } from '../county-folder.ts'
import { dayNumber, instant } from '../../core/calendar.ts'
import { seeded } from '../seeded.ts'
import { day, hour, story } from '../story.ts'
import { townships } from './areas.ts'
import { county } from './county.ts'
import { duty, stock } from './drill/duty.ts'
import { issues } from './drill/issues.ts'
import { people } from './drill/people.ts'
import { places } from './drill/places.ts'

/** Nine days of cholera after a flood, ending at `now` (epoch ms). All is invented. */
export function drill(now: number, seed: number): Drill {
  const { timeZone } = county
  const tale = story(now, seeded(seed), instant(dayNumber(now, timeZone), 0, timeZone))
  const startedAt = tale.today - 8 * day
  const incident = { code: 'IB-07', name: 'Cholera after the March flood', phase: 'emergency', drill: true, startedAt } as const
  tale.tell('p-admin-1', startedAt, 'openIncident', incident)
  const spots = places(tale)
  const halves = [townships.slice(0, 3), townships.slice(3)]
  halves.forEach((mine, i) => tale.tell('p-head-1', startedAt + 2 * hour + i, 'formTeam', { team: `b-team-${i + 1}`, no: i + 1, name: `Team ${i ? 'West' : 'East'}`, leader: `p-team${i + 1}-1`, members: [`p-team${i + 1}-2`], vehicle: i ? 'Pick-up' : 'Boat “Alma”', phone: '', townships: mine.map(one => one.code) }))
  issues(tale, spots)
  duty(tale, spots, timeZone)
  stock(tale, spots)
  const [lng, lat] = townships[2]?.label ?? [0, 0]
  tale.tell('p-head-1', tale.today - 4 * day + 9 * hour, 'drawZone', { zone: 'b-z-1', name: 'Caleta Sur, lower town', level: 'lockdown', ring: [[-3, -2], [-2, 3], [4, 2], [3, -3]].map(([x = 0, y = 0]): [number, number] => [lng + x / 100, lat + y / 100]), validFrom: tale.today - 4 * day, validTo: null, reason: 'Eleven cases at three wells', approver: 'Committee' })
  tale.tell('p-head-1', now - hour, 'announce', { announcement: 'b-an-1', text: 'All wells of Caleta Sur: boil the water. Tankers come at 08:00 and 16:00.', until: tale.today + day })
  return { incident, people, signer: 'p-head-1', steps: tale.steps() }
}
