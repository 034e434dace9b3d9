import { expect, it } from 'vitest'
import { playDrill } from '../../server/beginning.ts'
import { Authority } from '../../server/board/authority.ts'
import { scheduler } from '../../server/board/scheduler.ts'
import { memoryStore } from '../../server/board/store-memory.ts'
import { ranking } from '../../shared/bulletins/ranking.ts'
import { summary } from '../../shared/bulletins/summary.ts'
import { factsOf } from '../../shared/core/county.ts'
import { spanAt } from '../../shared/core/cut-off.ts'
import { folder } from '../../shared/county/lianjiang/index.ts'

const facts = factsOf(folder.county)
const now = Date.parse('2026-05-23T16:42:00+08:00')

async function begin(at: number, clock = at) {
  const store = memoryStore()
  await playDrill(folder.drill!(at, 506), store, facts, at, at)
  const authority = await Authority.open(store, { facts, now: () => clock })
  return { store, authority }
}

it('[F38] [F73] each of the eighteen days has its bulletin, the sums run on from day to day, and the last is 369 = 314 + 55', async () => {
  const late = now + 4 * 3_600_000
  const { store, authority } = await begin(now, late)
  await scheduler(authority, store, { facts }).look()
  const bulletins = [...authority.board.all('bulletin')].sort((a, b) => a.day < b.day ? -1 : 1)
  expect(bulletins).toHaveLength(18)
  // A bulletin's day ends at 20:00: what was found in the last evening is in the next one.
  expect(bulletins.map(one => one.figures.foundToday)).toEqual([12, 18, 27, 31, 34, 33, 30, 28, 26, 24, 22, 19, 17, 14, 12, 9, 4, 9])
  const last = bulletins.at(-1)!.figures
  expect([last.found, last.closed, last.followed, (last.closed / last.found * 100).toFixed(1)]).toEqual([369, 314, 55, '85.1'])
  bulletins.forEach(({ figures }, i) => {
    expect(figures.found).toBe((bulletins[i - 1]?.figures.found ?? 0) + figures.foundToday)
    expect(figures.found).toBe(figures.closed + figures.followed)
    for (const group of ['byAspect', 'byTownship', 'byUnit', 'bySeverity'] as const) expect(Object.values(figures[group]).reduce((sum, part) => sum + part.found, 0)).toBe(figures.found)
  })
  // All bulletins but the newest are signed, both in the drill and among those frozen since.
  expect(bulletins.map(one => one.no)).toEqual([...Array.from({ length: 16 }, (_, i) => i + 1), null, null])
})

it('[F38] bulletins frozen during the drill equal those frozen at once from its log afterwards', async () => {
  const { store, authority } = await begin(now)
  const frozen = [...authority.board.all('bulletin')]
  expect(frozen).toHaveLength(17)
  const bare = memoryStore()
  await bare.append(store.log.filter(one => one.name !== 'freezeBulletin' && one.name !== 'issueBulletin').map((one, i) => ({ ...one, seq: i + 1, id: `x${i}` })))
  const other = await Authority.open(bare, { facts, now: () => now })
  await scheduler(other, bare, { facts }).look()
  for (const { day: id, figures, sample } of frozen) expect(other.board.get('bulletin', id)).toMatchObject({ figures, sample })
})

it('[F38] [F79] today\'s running figures equal the report\'s, and units are ranked only from five closings on', async () => {
  const { authority: { board } } = await begin(now)
  const running = summary(board, spanAt(now, facts), now, facts)
  expect(running).toMatchObject({ found: 369, closed: 314, followed: 55, overdue: 4, relapsedToday: 0, shortages: 7 })
  expect(running.closed / running.found).toBeCloseTo(0.851, 3)
  const { ranked, unranked } = ranking(running.byUnit, facts.rules.rankFrom)
  expect(ranked.length).toBeGreaterThan(10)
  expect(ranked.every(one => running.byUnit[one.unit]!.closed >= 5)).toBe(true)
  expect(unranked.every(one => one.closed < 5)).toBe(true)
})
