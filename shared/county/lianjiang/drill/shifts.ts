import type { Place } from '../../../records.ts'
import type { Story } from './story.ts'
import { volunteers } from './people.ts'
import { day, hour } from './story.ts'

const starts = [4, 12, 20]
const words = ['早班', '午班', '夜班']

/** Three shifts a day at every named checkpoint, three days back and three ahead. Within the next 24 hours three have gaps, five people in all. */
export function shifts(story: Story, spots: readonly Omit<Place, 'retired' | 'inspectedAt'>[]): void {
  const { now, today, random } = story
  const posts = spots.filter(place => place.id.startsWith('cp-'))
  const slots = Array.from({ length: 7 * 3 }, (_, n) => today + (Math.floor(n / 3) - 3) * day + (starts[n % 3] ?? 0) * hour)
  const next = slots.findIndex(at => at > now + hour)
  const short = new Map([[`cp-tangpeng-${next}`, 2], [`cp-hengshan-${next}`, 2], [`cp-gaoqiao-${next + 1}`, 1]])
  const third = Math.floor(volunteers / 3)

  slots.forEach((startsAt, n) => {
    // A third of the volunteers stands each of the three shifts, so that everybody rests sixteen hours.
    const crew = random.shuffle(Array.from({ length: third }, (_, i) => `p-vol-${(n % 3) * third + i + 1}`))
    const openedAt = Math.min(startsAt - 3.4 * day, now - hour)
    posts.forEach((post, p) => {
      const shift = `sh-${post.id.slice(3)}-${n}`
      const gap = short.get(`${post.id}-${n}`) ?? 0
      const far = startsAt > now + 24 * hour
      const needed = gap ? 4 : 2
      story.tell('p-coord-1', openedAt + p, 'openShift', {
        shift,
        title: `${post.name.replace(/公安检查站|治安卡点/, '卡口')} ${words[n % 3]}`,
        place: post.id,
        township: post.township,
        lng: post.lng,
        lat: post.lat,
        accuracy: post.accuracy,
        source: 'approximate',
        startsAt,
        endsAt: startsAt + 8 * hour,
        needed,
        note: '',
      })
      const claims = needed - gap - (far && random.whole(1, 3) === 1 ? 1 : 0)
      for (let i = 0; i < claims; i++) {
        const person = crew.pop()
        if (person) story.tell(person, openedAt + 1000 + (Math.min(startsAt - hour, now) - openedAt - 2000) * random.between(0.05, 0.97), 'claimShift', { shift })
      }
    })
  })
}
