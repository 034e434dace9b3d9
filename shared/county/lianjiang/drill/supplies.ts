import type { Place } from '../../../records.ts'
import type { Story } from '../../story.ts'
import { day, hour, minute } from '../../story.ts'

type Spot = Omit<Place, 'retired' | 'coded' | 'inspectedAt'>

/** Seven open shortages, ten that were met, and one that was withdrawn. */
export function supplies(story: Story, spots: readonly Spot[]): void {
  const { now, today } = story
  let n = 0
  function post(place: string, item: string, quantity: number, measure: string, hoursAgo: number, hoursLeft: number | null, by = 'p-team4-1'): string {
    const spot = spots.find(one => one.id === place) ?? spots[0] as Spot
    const shortage = `so-${++n}`
    story.tell(by, now - hoursAgo * hour, 'postShortage', {
      shortage,
      item,
      quantity,
      measure,
      place: spot.id,
      township: spot.township,
      lng: spot.lng,
      lat: spot.lat,
      source: 'place',
      runsOutAt: hoursLeft === null ? null : Math.floor(now + hoursLeft * hour),
      note: '',
    })
    return shortage
  }
  post('pl-nanqiao-sampling', '防护手套', 2000, '只', 0.05, 6)
  post('pl-nanqiao-sampling', '防护服', 200, '套', 0.05, 9)
  const formula = post('pl-hotel-shicheng-3', '婴幼儿奶粉', 24, '罐', 20, 46)
  post('pl-hotel-north-2', '常用药', 60, '份', 8, 30)
  post('pl-welfare', '生活物资包', 80, '份', 17, 24)
  post('pl-welfare-2', '奶粉', 30, '罐', 12, 40)
  post('pl-huaren-jishui', '成人护理垫', 300, '片', 6, 52)
  story.tell('p-unit-health', now - 9 * hour, 'coverShortage', { shortage: formula, quantity: 10, from: '市级仓库' })

  const met = ['手套', '消毒液', '采样管', '隔离衣', 'N95 口罩', '面屏', '抗原试剂', '大米', '食用油', '蔬菜包']
  met.forEach((item, i) => {
    const spot = spots[(i * 67 + 40) % spots.length] as Spot
    const shortage = post(spot.id, item, 100 + i * 20, i > 6 ? '份' : '件', 30 + i * 24, null, 'p-team1-1')
    if (i % 3 === 0) story.tell('p-unit-health', now - (28 + i * 24) * hour, 'coverShortage', { shortage, quantity: 60, from: '镇街仓库' })
    story.tell('p-coord-2', now - (22 + i * 24) * hour, 'coverShortage', { shortage, quantity: 100 + i * 20 - (i % 3 === 0 ? 60 : 0), from: '市级仓库' })
  })
  const mistaken = post('pl-huaren-hechun', '床位', 12, '张', 75, null, 'p-team2-1')
  story.tell('p-team2-1', now - 70 * hour, 'withdrawShortage', { shortage: mistaken, reason: '重复登记' })

  story.tell('p-coord-1', today - 2 * day + 8 * hour, 'announce', { announcement: 'an-1', text: '各督导组：即日起回头看不少于在办问题的三成。', until: today - day })
  story.tell('p-coord-1', Math.min(now - 20 * minute, today + 8 * hour), 'announce', { announcement: 'an-2', text: '各镇街养老院核酸结果，今日 20:00 前报指挥部。', until: today + day })
}
