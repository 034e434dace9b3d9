import type { Hit } from '../../client/base/search.ts'
import { beforeAll, expect, it } from 'vitest'
import { loadReadings } from '../../client/base/readings.ts'
import { best, fit } from '../../client/base/search.ts'

const nothing = () => []
let readings: Awaited<ReturnType<typeof loadReadings>>
beforeAll(async () => {
  readings = await loadReadings()
})
const hit = (title: string, sub = ''): Hit => ({ key: `place/${title}`, title, sub, icon: 'school' })
const found = (query: string, ...all: Hit[]) => best(all, query, readings).map(one => one.title)

it('[F96] a name is found by its characters, its pinyin, the beginning of its pinyin, and its initials, also with some left out', () => {
  const name = '吉水镇华仁养老院'
  for (const query of ['华仁', 'huaren', 'jszhr', 'jishui', 'hryly', '吉水yly', 'HUAREN', ' 华 仁 ', '華仁', '養老院', '吉水鎮華仁養老院']) expect(fit(name, query, readings), query).toBeGreaterThan(0)
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

it('[F96] one wrong letter, or other characters of the same sound, still find a name, after those that fit', () => {
  const home = hit('吉水镇华仁养老院')
  for (const query of ['huaern', 'huarem', 'huarren', 'haren yang', '华人养老院', 'jishuizhenhuarn']) expect(found(query, home), query).toEqual(['吉水镇华仁养老院'])
  for (const query of ['huanan', 'harm', '华美养老院子', '13800000000']) expect(found(query, home), query).toEqual([])
  expect(found('huaren', hit('化仁中学'), hit('瓜仁小学'), home)).toEqual(['化仁中学', '吉水镇华仁养老院', '瓜仁小学'])
})

it('[F96] a phone and a number find what bears them; a short part of one does not', () => {
  const team: Hit = { key: '/meeting#t3', title: '第三组', sub: '0759-6661234', icon: 'people', numbers: ['3', '0759-6661234'] }
  const issue: Hit = { key: 'issue/i1', title: '没有洗手液', sub: '石岭镇 · #369', icon: 'issue', numbers: ['369', '0506-0369'] }
  for (const query of ['0759 6661234', '07596661234', '6661234', '1234']) expect(found(query, team, issue), query).toEqual(['第三组'])
  for (const query of ['369', '#369', '0506-0369', '0369']) expect(found(query, team, issue), query).toEqual(['没有洗手液'])
  expect(found('36', team, issue)).toEqual([])
})

it('[F96] hits stand kind by kind: the kind of the best hit first, in each kind the best first', () => {
  const of = (kind: string, title: string): Hit => ({ ...hit(title), key: `${kind}/${title}` })
  expect(found('wang', { ...hit('网址'), key: '/wang' }, of('place', '王村'), { ...hit('王网'), key: '/net' })).toEqual(['网址', '王网', '王村'])
  expect(found('市场', of('place', '九洲江市场'), of('issue', '市场没有消毒'), of('place', '市场东门'), of('issue', '东门市场拥挤'))).toEqual(['市场没有消毒', '东门市场拥挤', '市场东门', '九洲江市场'])
})

it('[F96] with 20,000 places a key stroke finds what it should; its time is printed', () => {
  const [a, b, c] = [[...'石良安青高长河吉雅新营塘'], [...'岭垌铺平桥山唇水塘民仔蓬'], [...'中东西南北大小上下前后老']]
  const all = Array.from({ length: 20_000 }, (_, i) => hit(`${a[i % 12]}${b[Math.floor(i / 12) % 12]}镇${c[Math.floor(i / 144) % 12]}${a[Math.floor(i / 1728) % 12]}村第${i}养老院`))
  const times = ['s', 'sh', 'shiling', 'slzyly', '石岭', '12345', 'shiilng', 'yanglaoyuam'].map((query) => {
    const start = performance.now()
    const hits = found(query, ...all)
    return { query, hits: hits.length, ms: Math.round(performance.now() - start) }
  })
  console.log('[F96] one key stroke over 20,000 places:', JSON.stringify(times))
  expect(times.every(one => one.hits > 0)).toBe(true)
})
