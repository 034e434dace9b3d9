import type { ZoneLevel } from '../../../records.ts'
import type { Story } from '../../story.ts'
import { day, hour } from '../../story.ts'

type Corner = readonly [number, number]
const around = (lng: number, lat: number, corners: readonly Corner[]) => corners.map(([x, y]): [number, number] => [lng + x / 1000, lat + y / 1000])

/** The zones in force at the end, the strictest first. */
const drawn: readonly (readonly [id: string, name: string, level: ZoneLevel, ring: [number, number][], daysAgo: number, reason: string])[] = [
  ['z-jishui', '吉水圩片区', 'lockdown', around(110.2515, 21.6795, [[-22, 2], [-12, 20], [8, 24], [22, 10], [18, -14], [2, -22], [-16, -16]]), 4, '一例阳性，密接 12 人'],
  ['z-liangdong', '南桥村', 'lockdown', around(110.418, 21.484, [[-4, 2], [0, 12], [12, 6], [8, -10], [-6, -11]]), 2, '次密接居住地'],
  ['z-jishui-wide', '吉水镇外围', 'control', around(110.262, 21.684, [[-58, 4], [-40, 38], [10, 46], [62, 34], [50, -14], [16, -40], [-34, -42]]), 4, '封控区外围'],
  ['z-urban', '城区', 'precaution', around(110.277, 21.611, [[-40, 6], [-24, 26], [14, 28], [38, 12], [36, -14], [10, -28], [-26, -24]]), 10, '社会面管控'],
]
const lifted = ['z-hechun', '河唇站前', 'control', around(110.304, 21.701, [[-8, 6], [8, 7], [9, -6], [-7, -7]]), 16, '站前滞留人员'] as const

/** Draws the zones of the drill, and lifts one. All are invented. Answers those in force at the end, the strictest first. */
export function zones(story: Story): readonly { readonly level: ZoneLevel, readonly ring: readonly Corner[] }[] {
  const { today } = story
  for (const [zone, name, level, ring, daysAgo, reason] of [...drawn, lifted]) {
    story.tell('p-coord-1', today - daysAgo * day + 17 * hour, 'drawZone', { zone, name, level, ring, validFrom: today - daysAgo * day, validTo: today + (14 - daysAgo) * day, reason, approver: '市指挥部' })
  }
  story.tell('p-coord-1', today - 3 * day + 9 * hour, 'liftZone', { zone: 'z-hechun', reason: '连续两轮全阴', approver: '市指挥部', override: true })
  return drawn.map(([, , level, ring]) => ({ level, ring }))
}
