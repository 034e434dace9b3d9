import { expect, it } from 'vitest'
import { directions, mapApps } from '../../client/duty/next/directions.ts'

it('[F62] the way to a post opens in the phone\'s map: GCJ-02 for Chinese map apps, WGS-84 for geo:, no offset outside China', () => {
  const { amap, apple, own } = directions({ lng: 110.286, lat: 21.612, name: '塘蓬卡口 A&B' })
  const [east, north] = /to=([\d.]+),([\d.]+),/.exec(amap)!.slice(1).map(Number) as [number, number]
  // The offset in Lianjiang is about 400 m to the east and 300 m to the south.
  expect([(east - 110.286) * 103_000, (north - 21.612) * 111_000].map(metres => Math.round(metres / 100))).toEqual([4, -3])
  expect(amap).toContain('coordinate=gaode')
  expect(apple).toContain(`daddr=${north.toFixed(6)},${east.toFixed(6)}`)
  expect(own.startsWith('geo:21.612000,110.286000?q=21.612000,110.286000(')).toBe(true)
  for (const link of [amap, apple, own]) expect(link).toContain(encodeURIComponent('塘蓬卡口 A&B'))
  expect(directions({ lng: 2.35, lat: 48.85, name: 'x' }).amap).toContain('to=2.350000,48.850000')
  expect([mapApps('Mozilla/5.0 (iPhone; CPU iPhone OS 17)'), mapApps('Mozilla/5.0 (Linux; Android 14)')]).toEqual([['amap', 'apple'], ['amap', 'own']])
})
