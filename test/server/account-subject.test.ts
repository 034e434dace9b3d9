import { expect, it } from 'vitest'
import { runningBoard } from '../support/running-board.ts'

it('[AC13] an administrator copies and deletes what is kept about somebody with an account; their work keeps an id that names nobody', async () => {
  const board = await runningBoard()
  const [boss, other] = [board.person({ role: 'admin' }), board.person({ role: 'coordinator' })]
  const id = board.accounts.add({ name: 'Wang', phone: '13900000009', role: 'volunteer', township: 'north' })
  const send = async (who: typeof boss, at: string) => await who.fetch(`/api/people/${at}`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
  for (const act of ['copy', 'forget']) expect([act, (await send(other, `${id}/${act}`)).status]).toEqual([act, 403])
  expect(await (await send(boss, `${id}/copy`)).json()).toMatchObject({ name: 'Wang', phone: '13900000009', role: 'volunteer', readings: [{ act: 'read', own: false }, { act: 'add' }] })
  expect((await send(boss, `${id}/forget`)).status).toBe(204)
  expect([board.accounts.about(id), board.accounts.actorOf(id)]).toEqual([{ name: '', phone: '' }, null])
  for (const act of ['copy', 'forget']) expect([act, (await send(boss, `${id}/${act}`)).status]).toEqual([act, 404])
  expect((await (await boss.fetch('/api/people')).json() as { id: string }[]).some(one => one.id === id)).toBe(true)
})
