import { expect, it } from 'vitest'
import { drillBegins } from '../../server/beginning.ts'
import { Authority } from '../../server/board/authority.ts'
import { scheduler } from '../../server/board/scheduler.ts'
import { memoryStore } from '../../server/board/store-memory.ts'
import { minuteOfDay } from '../../shared/core/calendar.ts'
import { spanAt } from '../../shared/core/cut-off.ts'
import { facts } from '../support/county.ts'
import { hour, noon, who } from '../support/given.ts'

it('[E5] [F98] a drill whose clock moves past a deadline and the end of the day gives its notices and freezes its bulletin at once', async () => {
  const store = memoryStore()
  const authority = await Authority.open(store, { facts, now: () => noon })
  const timer = scheduler(authority, store, { facts, every: 2 ** 30 })
  let n = 0
  const act = (name: string, args: object) => authority.submit({ id: `c${++n}`, name, args }, who.admin)
  await act('openIncident', { code: '1', name: 'x', phase: 'emergency', drill: true, startedAt: noon })
  await act('reportIssue', { issue: 'i1', title: 'no gloves', aspect: 'safety', severity: 'immediate', township: 'north', lng: -20, lat: 64.5, unit: 'health' })
  await act('advanceIssue', { issue: 'i1', from: 'found', to: 'told' })
  const { day, until } = spanAt(noon, facts)
  await act('moveClock', { to: until + 2 * hour })
  await expect.poll(() => [...authority.board.all('notice')].map(({ rule }) => rule).sort(), { timeout: 60_000 }).toEqual(['late', 'lateLeader', 'told'])
  expect(authority.board.get('bulletin', day)).toMatchObject({ until, figures: { found: 1, overdue: 0 } })
  expect(authority.now()).toBe(until + 2 * hour)
  expect(store.log.at(-1)?.at).toBe(until + 2 * hour)
  // A new server on the same log keeps the drill's time.
  expect((await Authority.open(store, { facts, now: () => noon + hour })).now()).toBe(until + 3 * hour)
  await timer.stop()
})

it('[E5] [F98] a drill begins on the day it is loaded, at the hour its folder names', () => {
  const zone = 'Asia/Shanghai'
  for (let hours = 0; hours < 48; hours += 0.5) {
    const real = Date.parse('2030-05-06T00:00:00+08:00') + hours * hour
    const begins = drillBegins(real, 16 * 60 + 42, zone)
    expect(minuteOfDay(begins, zone)).toBe(16 * 60 + 42)
    expect(Math.abs(begins - real)).toBeLessThan(24 * hour)
  }
})
