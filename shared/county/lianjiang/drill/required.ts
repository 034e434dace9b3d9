import type { Place, WhereLevel, ZoneLevel } from '../../../records.ts'
import type { Story } from '../../story.ts'
import { inside } from '../../../core/ring.ts'
import { seeded } from '../../seeded.ts'
import { hour } from '../../story.ts'
import { requirements } from '../requirements.ts'

type Spot = Omit<Place, 'retired' | 'coded' | 'inspectedAt'>

/** The two care homes of the report were tested only twice a week: last on the morning of the day before. */
const twiceAWeek = ['pl-huaren-jishui', 'pl-huaren-hechun']

/** When places were last tested, visited and disinfected: nearly all in time, a few not, and the two care homes of the report. All hours are invented. */
export function required(story: Story, spots: readonly Spot[], zones: readonly { readonly level: ZoneLevel, readonly ring: readonly (readonly [number, number])[] }[]): void {
  // Its own numbers, so that the rest of the story stays as it is.
  const random = seeded(506)
  for (const place of spots) {
    const level: WhereLevel = zones.find(({ ring }) => inside([place.lng, place.lat], ring))?.level ?? 'outside'
    for (const { act, kinds, levels, phases, every } of requirements) {
      if (!kinds.includes(place.kind) || !levels.includes(level) || !phases.includes('emergency')) continue
      const usual = random.between(0.15, 0.85) * Math.min(every, 60)
      const ago = act === 'test' && twiceAWeek.includes(place.id) ? 33 : random.between(0, 1) < 0.06 ? Math.min(every * 1.2, 70) : usual
      story.tell(`p-off-${place.township}`, story.now - ago * hour, 'fulfil', { place: place.id, act, at: Math.floor(story.now - ago * hour), count: act === 'test' ? random.whole(18, 90) : null })
    }
  }
}
