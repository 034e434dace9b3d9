import type { Story } from '../../story.ts'
import type { Spot } from './places.ts'
import { dayName, dayNumber } from '../../../core/calendar.ts'
import { plannedId } from '../../../duty/duty.ts'
import { day, hour } from '../../story.ts'
import { supplies } from '../supplies.ts'
import { volunteers } from './people.ts'

const turns = [{ id: 'd', title: 'Day', start: '07:00' }, { id: 'e', title: 'Evening', start: '15:00' }]
const daysPlanned = 5

/** Posts at the ferry landings and rehydration posts, with two turns a day; each volunteer holds one shift. */
export function duty(story: Story, spots: readonly Spot[], timeZone: string): void {
  const { today } = story
  const posts = spots.filter(({ kind }) => kind === 'ferry' || kind === 'rehydration').slice(0, 8)
  posts.forEach(({ id, name, township, lng, lat, accuracy }, n) => story.tell('p-head-1', today - 3 * day + n, 'openPost', {
    post: `g-${id}`,
    title: name,
    place: id,
    township,
    lng,
    lat,
    accuracy,
    source: 'approximate',
    pattern: turns.map(turn => ({ ...turn, hours: 8, needed: 2 })),
    leader: `p-mayor-${township}`,
  }))
  const first = dayNumber(today, timeZone) - 1
  story.tell('p-head-1', today - 3 * day + 1000, 'planShifts', { posts: posts.map(({ id }) => `g-${id}`), from: dayName(first), days: daysPlanned })
  for (let n = 0; n < volunteers; n++) {
    const post = posts[n % posts.length]
    if (post) story.tell(`p-vol-${n + 1}`, today - 2 * day + n * 1000, 'claimShift', { shift: plannedId(`g-${post.id}`, first + 1 + Math.floor(n / posts.length) % 2, turns[Math.floor(n / posts.length) % 2]?.id ?? '') })
  }
}

/** Stock in the depots, sheltered people, and two shortages. */
export function stock(story: Story, spots: readonly Spot[]): void {
  const { now, today, random } = story
  let n = 0
  for (const depot of spots.filter(({ kind }) => kind === 'depot')) {
    for (const { id } of supplies) story.tell('p-unit-health', today - 5 * day + ++n * 1000, 'receiveStock', { move: `b-mv-${n}`, place: depot.id, supply: id, quantity: random.whole(200, 900), reason: 'From the mainland' })
  }
  for (const shelter of spots.filter(({ kind }) => kind === 'shelter')) {
    story.tell(`p-mayor-${shelter.township}`, today - day, 'countHeads', { place: shelter.id, groups: { sheltered: random.whole(20, 120), child: random.whole(2, 15) } })
  }
  spots.filter(({ kind }) => kind === 'rehydration').slice(0, 2).forEach(({ id, township, lng, lat }, i) => story.tell('p-team1-1', now - (3 + i) * hour, 'postShortage', {
    shortage: `b-so-${i + 1}`,
    item: i ? 'Ringer’s lactate' : 'Rehydration salts',
    quantity: i ? 40 : 600,
    measure: i ? 'l' : 'sachets',
    place: id,
    township,
    lng,
    lat,
    source: 'place',
    runsOutAt: Math.floor(now + (9 + i * 20) * hour),
    note: '',
  }))
}
