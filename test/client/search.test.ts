import { beforeAll, expect, it } from 'vitest'
import { best, fit, loadReadings } from '../../client/base/search.ts'

type Hit = Parameters<typeof best>[0][number]
const nothing = () => []
let readings: Awaited<ReturnType<typeof loadReadings>>
beforeAll(async () => {
  readings = await loadReadings()
})
const hit = (title: string, sub = ''): Hit => ({ key: `place/${title}`, title, sub, icon: 'school' })
const found = (query: string, ...all: Hit[]) => best(all, query, readings).map(one => one.title)

it('[F96] a name is found by its characters, its pinyin, the beginning of its pinyin, and its initials, also with some left out', () => {
  const name = '吉水镇华仁养老院'
  for (const query of ['华仁', 'huaren', 'jszhr', 'jishui', 'hryly', '吉水yly', 'HUAREN', ' 华 仁 ']) expect(fit(name, query, readings), query).toBeGreaterThan(0)
  for (const query of ['仁华', 'rhyly', 'xyz', '吉水镇华仁养老院东', '', ' ']) expect(fit(name, query, readings), query).toBe(0)
})

it('[F96] names that begin with the query come first, then names that contain it, then names that sound like it', () => {
  expect(found('市场', hit('石城'), hit('九洲江市场'), hit('市场东门'))).toEqual(['市场东门', '九洲江市场'])
  expect(found('shi', hit('九洲江市场'), hit('市场东门'), hit('shi'))).toEqual(['shi', '市场东门', '九洲江市场'])
  expect(found('hr', hit('华中仁'), hit('华仁'))).toEqual(['华仁', '华中仁'])
})

it('[F96] the second line counts where it begins with the query, after the names', () => {
  expect(found('石岭', hit('中心小学', '石岭镇'), hit('石岭卫生院', '良垌镇'), hit('东门', '新石岭'))).toEqual(['石岭卫生院', '中心小学'])
})

it('[F96] fifty are offered, the best of all', () => {
  const all = [...Array.from({ length: 300 }, (_, i) => hit(`第${i}小学`)), hit('小学')]
  expect(found('小学', ...all)).toHaveLength(50)
  expect(found('小学', ...all)[0]).toBe('小学')
})

it('[F96] before the pinyin is loaded, names are found by their characters', () => {
  expect([fit('华仁', '华', nothing), fit('华仁', 'hua', nothing)]).toEqual([1000, 0])
})
