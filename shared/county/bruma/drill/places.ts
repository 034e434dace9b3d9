import type { Place } from '../../../records.ts'
import type { Story } from '../../story.ts'
import { day } from '../../story.ts'
import { townships } from '../areas.ts'

export type Spot = Omit<Place, 'retired' | 'coded' | 'inspectedAt'>

const units: Readonly<Record<string, string>> = { waterPoint: 'waterworks', rehydration: 'health', treatment: 'health', fishMarket: 'fishery', ferry: 'harbour', school: 'schools' }
/** What every commune has: kind, name after the commune's, how many, and how far from its seat (degrees). */
const each: readonly (readonly [kind: string, name: string, count: number, far: number])[] = [
  ['waterPoint', 'well', 4, 0.05],
  ['rehydration', 'rehydration post', 2, 0.03],
  ['shelter', 'shelter', 2, 0.02],
  ['kitchen', 'kitchen', 3, 0.02],
  ['school', 'school', 1, 0.02],
  ['ferry', 'ferry landing', 1, 0.01],
  ['depot', 'depot', 1, 0.02],
]
const only: readonly (readonly [kind: string, name: string, township: string])[] = [
  ['treatment', 'Puerto Faro treatment centre', 'BR-NO'],
  ['fishMarket', 'Caleta Sur fish market', 'BR-SU'],
  ['fishMarket', 'Puerto Faro fish market', 'BR-NO'],
]

/** 73 places, registered before the first day. */
export function places(story: Story): readonly Spot[] {
  const { random } = story
  const spots: Spot[] = []
  function add(kind: string, name: string, township: (typeof townships)[number], far: number): void {
    // Towards the middle of the commune, so that nothing lies in the sea.
    const [along, aside] = [random.between(0.15, 0.7), random.between(-far, far) / 3]
    const [lng, lat] = [0, 1].map(i => Math.round(((township.seat[i] ?? 0) + ((township.label[i] ?? 0) - (township.seat[i] ?? 0)) * along + aside) * 1e5) / 1e5) as [number, number]
    spots.push({ id: `b-${spots.length + 1}`, kind, name, township: township.code, address: '', lng, lat, accuracy: 500, source: 'approximate', note: '', lanes: kind === 'ferry' ? 1 : null, unit: units[kind] ?? `council-${township.code}`, keeper: '', keeperPost: '' })
  }
  for (const township of townships) {
    for (const [kind, name, count, far] of each) {
      for (let n = 1; n <= count; n++) add(kind, `${township.nameEn} ${name}${count > 1 ? ` ${n}` : ''}`, township, far)
    }
  }
  for (const [kind, name, code] of only) {
    const township = townships.find(one => one.code === code)
    if (township) add(kind, name, township, 0.02)
  }
  story.tell('p-head-1', story.today - 8 * day + 1000, 'importPlaces', { places: spots.map(({ id, ...rest }) => ({ place: id, ...rest })) })
  return spots
}
