import type { Kind } from '../../shared/records.ts'
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { hour } from '../support/given.ts'
import { runningBoard, until } from '../support/running-board.ts'

it('[V9] [H6] an open phone has the volunteers\' board within a second of the approval, and nothing can be done before', async () => {
  const board = await runningBoard()
  const [ann, dan] = [board.person({ role: 'coordinator' }), board.person({ role: 'volunteer', approved: false, township: 'north' })]
  const [desk, phone] = [board.page(ann), board.page(dan)]
  await Promise.all([desk.live(), phone.live()])
  desk.do('openShift', { shift: 's', title: 'Gate', township: 'north', lng: -20, lat: 64, startsAt: Date.now() + hour, endsAt: Date.now() + 2 * hour, needed: 2 })
  await until(() => desk.vault.kept.size === 0)
  for (const [name, args] of [['claimShift', { shift: 's' }], ['formCrew', { crew: 'k', name: 'x' }]] as const) {
    expect(await board.authority.submit({ id: randomUUID(), name, args }, dan.actor)).toMatchObject({ code: 'not_approved' })
  }
  expect([...phone.replica.all('shift' satisfies Kind)]).toEqual([])
  await ann.fetch(`/api/volunteers/waiting/${dan.actor.id}/approve`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ trained: [] }) })
  expect(await until(() => phone.replica.get('shift', 's'))).toBeLessThan(1000)
  await until(() => phone.state() === 'live')
  expect(phone.replica.actor.approved).toBe(true)
  phone.do('claimShift', { shift: 's' })
  await until(() => desk.replica.get('shift', 's')?.claimedBy.includes(dan.actor.id))
})
