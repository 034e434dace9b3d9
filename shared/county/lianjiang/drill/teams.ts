import type { Place } from '../../../records.ts'
import type { Story } from '../../story.ts'
import { inTravelOrder } from '../../../inspections/travel.ts'
import { day, hour, minute } from '../../story.ts'
import { briefings } from './briefings.ts'
import { inspector } from './people.ts'

type Spot = Omit<Place, 'retired' | 'coded' | 'inspectedAt'>

/** The townships of each team, as the last digits of their codes. Neighbouring townships belong to one team. */
const divided: readonly (readonly string[])[] = [
  ['102', '107', '108'],
  ['113', '114'],
  ['103', '104'],
  ['106', '101'],
  ['115', '116', '117'],
  ['109', '111', '112'],
  ['110', '002'],
  ['001', '003', '105', '118'],
]
const numbers = ['一', '二', '三', '四', '五', '六', '七', '八']
const prefix = '440881'
const teamId = (no: number) => `team-${no}`

/** Eight teams, each with a leader, two members, a vehicle and a duty phone, all invented. They are formed on the first day. */
export function formTeams(story: Story): void {
  divided.forEach((tails, i) => story.tell('p-coord-1', story.today - 17 * day + 2 * hour + i, 'formTeam', {
    team: teamId(i + 1),
    no: i + 1,
    name: `第${numbers[i]}督导组`,
    leader: inspector(i + 1, 1),
    members: [1, 2, 3].map(n => inspector(i + 1, n)),
    vehicle: `粤G·演${String(i + 1).padStart(3, '0')} 商务车`,
    phone: `0759-000${i + 1}-0506`,
    townships: tails.map(tail => prefix + tail),
  }))
}

/** The briefings and who read them, the routes of today and tomorrow, and the signed "nothing today". */
export function teamDays(story: Story, spots: readonly Spot[]): void {
  const { today, now } = story
  briefings(story, routes(story, spots))
  const taken = visitedToday(story)
  // Every team is at the first stop of its route now.
  for (let no = 1; no <= divided.length; no++) {
    const first = stopsOf(spots, no, taken)[0]
    if (first) story.tell(inspector(no, 1), Math.max(today + minute, now - (12 + 3 * no) * minute), 'checkIn', { inspection: `v-plan-${no}-1`, spot: { lng: first.lng, lat: first.lat, accuracy: 12 } })
  }
  zeroReports(story)
}

interface Stop { readonly inspection: string, readonly team: string, readonly place: string, readonly unannounced: boolean }

function routes(story: Story, spots: readonly Spot[]): Stop[] {
  const taken = visitedToday(story)
  return divided.flatMap((_, i) => stopsOf(spots, i + 1, taken).map((spot, n) => (
    { inspection: `v-plan-${i + 1}-${n + 1}`, team: teamId(i + 1), place: spot.id, unannounced: n % 5 !== 4 })))
}

function visitedToday(story: Story): ReadonlySet<string> {
  return new Set(story.steps().filter(step => step.at >= story.today && step.command.name === 'startInspection').map(step => (step.command.args as { place?: string | null }).place ?? ''))
}

/** The stops of a team's route. The third team has the route of the report: the two care homes of one owner, then the stations. The result must not depend on chance. */
function stopsOf(spots: readonly Spot[], no: number, taken: ReadonlySet<string>): Spot[] {
  const codes = (divided[no - 1] ?? []).map(tail => prefix + tail)
  const wanted = no === 3 ? ['pl-huaren-jishui', 'pl-huaren-hechun', 'cp-station-hechun', 'cp-hechun'] : []
  const kinds = ['careHome', 'quarantineSite', 'checkpoint', 'market', 'samplingSite', 'hospital']
  const named = wanted.flatMap(id => spots.find(spot => spot.id === id) ?? [])
  const more = codes.flatMap((code, i) => kinds.flatMap((kind, k) => {
    const here = spots.filter(spot => spot.township === code && spot.kind === kind && !taken.has(spot.id) && !wanted.includes(spot.id))
    return (i + k) % codes.length === 0 ? here.slice(0, 1) : []
  }))
  return [...named, ...inTravelOrder(more, named.at(-1) ?? null)].slice(0, 6)
}

/** Teams without a visit on a day signed "nothing today"; one team forgot it the day before yesterday. */
function zeroReports(story: Story): void {
  const worked = new Set(story.steps().filter(step => step.command.name === 'startInspection').map(step => `${Math.floor((step.at - story.today) / day)} ${step.actor.replace(/-\d$/, '')}`))
  for (let back = 17; back >= 1; back--) {
    for (let no = 1; no <= divided.length; no++) {
      const forgot = back === 2 && no === 8
      if (worked.has(`${-back} p-team${no}`) || forgot) continue
      const at = story.today - back * day + 19 * hour + no * minute
      story.tell(inspector(no, 1), at, 'signZeroReport', { day: new Date(at + 8 * hour).toISOString().slice(0, 10), team: teamId(no), note: '' })
    }
  }
}
