import type { Served, ServiceTotal } from '../../shared/duty/service-hours.ts'
import { expect, it } from 'vitest'
import { serviceOf, sumOf } from '../../shared/duty/service-hours.ts'
import { hour, make, noon } from '../support/given.ts'
import { runningBoard } from '../support/running-board.ts'

const day = 24 * hour
const came = (from: number, to: number) => ({ in: { at: from, how: 'code' as const, late: 0, offline: false, confirmedBy: null }, out: { at: to, early: 0 } })

it('[SE6] the certificate counts shifts of a hundred days ago to the minute; its person and planners who see those shifts may read it', async () => {
  const board = await runningBoard({ now: () => noon })
  const ben = board.person({ role: 'volunteer', township: 'north', approved: true })
  const shifts = Array.from({ length: 100 }, (_, i) => {
    const startsAt = noon - (i + 1) * day
    // Some left early and lost their place; their hours stay.
    return make('shift', { id: `s${i}`, township: i % 4 ? 'north' : 'south', startsAt, endsAt: startsAt + 8 * hour, claimedBy: i % 3 ? [ben.actor.id] : ['x'], presence: { [ben.actor.id]: came(startsAt + i * 60_000, startsAt + 6 * hour + 17_000 * i), x: came(startsAt, startsAt + hour) } })
  })
  const { authority } = board
  expect(await board.incidents.find('first')?.store.append(shifts.map((value, i) => ({ seq: authority.board.seq + i + 1, id: `w${i}`, name: 'openShift', args: {}, actor: 'x', at: noon, changes: [{ kind: 'shift' as const, id: value.id, value }] })))).toBe(true)
  await authority.catchUp()
  const whole = serviceOf(ben.actor.id, shifts, noon)
  expect(whole.served).toHaveLength(100)
  const path = `/api/i/first/service/${ben.actor.id}`
  const ask = async (who: typeof ben) => await (await who.fetch(path)).json() as Served[]
  // No shift has left the board: the page has them all.
  expect(await ask(ben)).toEqual([])
  expect(await authority.submit({ id: 'clear', name: 'clearBoards', args: { before: { shift: noon - 4 * day } } }, { id: 'system', role: 'system' })).toMatchObject({ ok: true })

  const page = board.page(ben)
  await page.live()
  const here = [...page.replica.all('shift')]
  expect(here.length).toBeLessThan(5)
  expect(sumOf([...await ask(ben), ...serviceOf(ben.actor.id, here, noon).served])).toEqual(whole)

  const coordinator = board.person({ role: 'coordinator' })
  expect(await ask(coordinator)).toEqual(await ask(ben))
  const officer = await ask(board.person({ role: 'officer', township: 'north' }))
  expect(officer.map(one => one.shift.id)).toEqual((await ask(ben)).map(one => one.shift.id).filter(id => Number(id.slice(1)) % 4))
  // A planner's register has the totals of everybody, from the shifts that this planner sees.
  const totals = async (who: typeof ben) => await (await who.fetch('/api/i/first/service')).json() as ServiceTotal[]
  const left = await ask(ben)
  expect((await totals(coordinator)).find(one => one.person === ben.actor.id)).toEqual({ person: ben.actor.id, shifts: left.length, minutes: sumOf(left).minutes })
  expect((await totals(coordinator)).find(one => one.person === 'x')).toMatchObject({ shifts: 100 - here.length })
  expect((await totals(board.person({ role: 'officer', township: 'north' }))).find(one => one.person === ben.actor.id)).toEqual({ person: ben.actor.id, shifts: officer.length, minutes: sumOf(officer).minutes })
  for (const other of [board.person({ role: 'volunteer', township: 'north', approved: true }), board.person({ role: 'viewer' }), board.person({ role: 'inspector' })]) {
    for (const one of [path, '/api/i/first/service']) expect((await other.fetch(one)).status).toBe(403)
  }
  expect((await ben.fetch('/api/i/first/service')).status).toBe(403)
})
