import type { Place } from '../../../records.ts'
import type { Story } from '../../story.ts'
import { minute } from '../../story.ts'
import { inspector } from './people.ts'

const notes: readonly (readonly [minutesAgo: number, text: string])[] = [
  [182, '进驻流调指挥中心。今日新增密接 14 人，流调报告已派三组。'],
  [151, '一组电话流调完成 5 人，2 人行程有断点，已请公安协查。'],
  [117, '密接转运车第一趟出发，司机防护到位，驾驶室已隔离。'],
  [84, '吉水镇 3 名密接等候转运超过 1 小时，已催车辆组调车。'],
  [46, '断点已补齐，流调报告 3 份按时报出。'],
  [11, '吉水镇 3 人已送达 2 号隔离点，交接单已签。'],
]

/** An observer follows a long process on the spot (嵌入式监督): six notes in one thread over three hours, not yet ended. */
export function follow(story: Story, spots: readonly Omit<Place, 'retired' | 'coded' | 'inspectedAt'>[]): void {
  const centre = spots.find(spot => spot.kind === 'tracingCentre')
  if (!centre) return
  const who = inspector(1, 2)
  const inspection = 'v-follow-tracing'
  const at = (minutesAgo: number) => story.now - minutesAgo * minute
  const spot = (n: number) => ({ lng: centre.lng + 0.0002 * n, lat: centre.lat + 0.00015 * (n % 3), accuracy: 12 })
  story.tell(who, at(186), 'startInspection', { inspection, mode: 'follow', title: '流调与密接转运 跟进监督', place: centre.id, spot: spot(0), unannounced: false })
  notes.forEach(([ago, text], n) => story.tell(who, at(ago), 'observe', { inspection, text, spot: spot(n), deviceAt: at(ago) }))
}
