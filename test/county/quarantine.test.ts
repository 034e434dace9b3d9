import { expect, it } from 'vitest'
import { Board } from '../../shared/core/board.ts'
import { factsOf } from '../../shared/core/county.ts'
import { decide } from '../../shared/core/decide.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'
import { owed } from '../../shared/notices/owed.ts'
import { batchesAt, headsIn, presentIn, takenAt } from '../../shared/quarantine/batches.ts'
import { isLate } from '../../shared/requirements/dues.ts'
import { dutiesAt } from '../../shared/requirements/duties.ts'
import { zoningOf } from '../../shared/requirements/zoning.ts'

const facts = factsOf(folder.county)
const hour = 3_600_000
const now = Date.parse('2026-05-23T16:42:00+08:00')

/** The board of the drill as it was at a moment of the story that ends now. */
function at(moment: number, ends = now): Board {
  const tale = folder.drill!(ends, 506)
  const people = new Map(tale.people.map(person => [person.id, person]))
  const board = new Board()
  for (const step of tale.steps) {
    if (step.at > moment) break
    for (const change of decide(board, step.command, { actor: people.get(step.actor)!, now: step.at, real: step.at, facts })) board.set(change)
  }
  return board
}
const late = (board: Board, moment: number) => dutiesAt(board, facts, zoningOf(board.all('place'), board.all('zone')), moment).filter(one => one.batch && isLate(one, moment))

it('[F42] guests received on the afternoon of 8 May without a test are red next morning, by the rule and its source', () => {
  const evening = Date.parse('2026-05-08T22:00:00+08:00')
  const morning = Date.parse('2026-05-09T08:00:00+08:00')
  expect(late(at(evening), evening)).toEqual([])
  const [one, ...more] = late(at(morning), morning)
  expect(more).toEqual([])
  expect(one).toMatchObject({ place: { name: '罗州街道1号隔离点' }, batch: { heads: 14, note: '5月8日下午接收' }, rule: { id: 'quarantine-daily-1', version: 1 }, dueAt: Date.parse('2026-05-09T02:42:00+08:00') })
  expect(one!.rule.source.zh).toContain('5月8日下午')
  const tested = Date.parse('2026-05-09T11:00:00+08:00')
  expect(late(at(tested), tested)).toEqual([])
})

it('[F42] [F44] [F47] the report’s findings lie at their places: the hotel of 8 May, the two care homes, the sampling site, and the site without formula and medicine', () => {
  const board = at(now)
  const found = (title: string) => [...board.all('issue')].filter(one => one.title.includes(title)).map(one => ({ place: board.get('place', one.place ?? '')?.name, note: one.note, at: one.foundAt }))
  const [hotel] = found('5月8日下午接收的隔离人员')
  const batch = board.get('batch', 'ba-1')!
  expect(hotel).toMatchObject({ place: board.get('place', batch.place)!.name, note: '该酒店隔离点5月8日下午接收的隔离人员还没完成核酸检测，请有关职能部门立即组织监测。' })
  // Found after they had come, and before they were tested.
  expect([hotel!.at > batch.at, hotel!.at < Date.parse('2026-05-09T10:30:00+08:00')]).toEqual([true, true])
  expect(found('仅实行一周两检').map(one => one.place)).toEqual(expect.arrayContaining(['吉水镇华仁养老院', '河唇镇华仁养老院']))
  expect(found('防护服、防护手套不足')).toMatchObject([{ place: '良垌镇南桥小学采样点', note: '核酸检测点防护服、防护手套配备不足，请立即解决。' }])
  const milk = found('婴幼儿奶粉、常用药未配齐').find(one => one.note.includes('没有及时配备婴幼儿奶粉、常用药物'))
  const short = [...board.all('shortage')].filter(one => one.item === '婴幼儿奶粉').map(one => board.get('place', one.place ?? '')?.name)
  expect(short).toContain(milk!.place)
})

it('[F42] in the drill rooms and heads of every site add up, and this morning one batch is red', () => {
  const board = at(now)
  for (const site of board.all('quarantine')) {
    const batches = batchesAt(board, site.id)
    expect(takenAt(board, site.id).size, site.id).toBe(batches.reduce((sum, { rooms }) => sum + rooms.length, 0))
    for (const batch of board.all('batch')) expect(headsIn(batch.rooms), batch.id).toBe(presentIn(batch))
    for (const room of takenAt(board, site.id).keys()) expect(site.rooms).toContain(room)
  }
  expect(late(board, now).map(({ batch }) => batch!.id)).toEqual(['ba-5'])
  // Whatever hour the drill ends at.
  for (const ends of [now - 16 * hour, now - 9 * hour, now + 7 * hour]) expect(late(at(ends, ends), ends).map(({ batch }) => batch!.id), new Date(ends).toISOString()).toContain('ba-5')
})

it('[F43] in the drill one transfer is late, and gives one notice', () => {
  const board = at(now)
  expect([...board.all('transfer')].map(({ id, state }) => `${id} ${state}`)).toEqual(['tr-1 arrived', 'tr-3 underWay', 'tr-2 underWay', 'tr-4 planned'])
  expect(owed(board, now, facts).filter(one => one.rule === 'transferLate')).toMatchObject([{ about: '城北街道2号隔离点', to: { role: 'coordinator' } }])
})
