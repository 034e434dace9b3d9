import type { County } from '../../../core/county.ts'
import type { Place } from '../../../records.ts'
import type { Story } from '../../story.ts'
import { itemsOf } from '../../../exposure/standing.ts'
import { day, hour } from '../../story.ts'

type Spot = Omit<Place, 'retired' | 'coded' | 'inspectedAt'>

/** Three exposure places, all invented: a shop that is closed and public, a bus stop that is being closed, and a market that was released. */
export function exposures(story: Story, { exposure }: County, spots: readonly Spot[]): void {
  const { today } = story
  const hq = 'p-coord-1'
  const at = (daysAgo: number, hours: number) => today - daysAgo * day + hours * hour
  const items = itemsOf(exposure)
  const closeUp = (id: string, officer: string, from: number, some: typeof items) =>
    some.forEach((item, n) => story.tell(officer, from + n * 2 * hour, 'tickExposure', { exposure: id, item: item.id, met: true }))

  const shop = spots.find(spot => spot.id === 'pl-street-12')
  if (shop) {
    story.tell(hq, at(2, 9), 'markExposure', { exposure: 'ex-1', place: shop.id, windows: [{ from: at(4, 10), to: at(4, 10.5) }, { from: at(3, 18), to: at(3, 18.75) }], origin: 'tracing', reason: '流调报告第 9 号（虚构，供演练）' })
    closeUp('ex-1', `p-off-${shop.township}`, at(2, 10), items.slice(0, 5))
    story.tell(hq, at(2, 12), 'releaseLine', { exposure: 'ex-1', text: `${shop.name}已关闭，正在消毒。近日到过的市民请向社区报告。（演练，虚构）` })
  }
  story.tell(hq, at(0, 11), 'markExposure', { exposure: 'ex-2', place: null, name: '吉水圩公交站', township: '440881103', lng: 110.2521, lat: 21.6801, windows: [{ from: at(1, 7), to: at(1, 7.5) }], origin: 'assistance', reason: '外地协查函（虚构，供演练）' })
  closeUp('ex-2', 'p-off-440881103', at(0, 12), items.slice(0, 2))
  const market = spots.find(spot => spot.id === 'pl-anpu-market')
  if (market) {
    story.tell(hq, at(9, 8), 'markExposure', { exposure: 'ex-3', place: market.id, windows: [{ from: at(10, 6), to: at(10, 7) }], origin: 'environment', reason: '环境采样一份阳性（虚构，供演练）' })
    closeUp('ex-3', `p-off-${market.township}`, at(9, 9), items)
    story.tell(hq, at(7, 9), 'releaseExposure', { exposure: 'ex-3', note: '消毒后复采全部阴性' })
  }
}
