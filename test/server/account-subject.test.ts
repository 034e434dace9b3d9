import type { TellingChoice } from '../../shared/notices/ways.ts'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { noChoice } from '../../shared/notices/ways.ts'
import { runningBoard } from '../support/running-board.ts'

const json = { 'content-type': 'application/json' }

it('[AC13] an administrator copies and deletes what is kept about somebody with an account; their work keeps an id that names nobody', async () => {
  const board = await runningBoard()
  const [boss, other, wang] = [board.person({ role: 'admin' }), board.person({ role: 'coordinator' }), board.person({ role: 'volunteer', township: 'north' })]
  const { id } = wang.actor
  board.accounts.change(boss.actor.id, id, { name: 'Wang', phone: '13900000009' })
  const send = async (who: typeof boss, at: string, body: object = {}) => await who.fetch(`/api/${at}`, { method: 'POST', body: JSON.stringify(body), headers: json })
  for (const act of ['copy', 'forget']) expect([act, (await send(other, `people/${id}/${act}`)).status]).toEqual([act, 403])
  const told: TellingChoice = { ...noChoice, mail: 'wang@example.org', usual: ['push', 'mail'], nights: true }
  expect((await send(wang, 'telling', told)).status).toBe(204)
  expect((await send(wang, 'telling/push', { endpoint: 'https://push.example.org/wang', keys: { p256dh: 'p'.repeat(87), auth: 'a'.repeat(22) } })).status).toBe(204)
  expect(await (await send(boss, `people/${id}/copy`)).json()).toMatchObject({ name: 'Wang', phone: '13900000009', role: 'volunteer', told, pushes: 1, readings: expect.arrayContaining([expect.objectContaining({ act: 'read', own: false }), expect.objectContaining({ act: 'add' })]) })
  expect((await send(boss, `people/${id}/forget`)).status).toBe(204)
  expect([board.accounts.about(id), board.accounts.actorOf(id)]).toEqual([{ name: '', phone: '' }, null])
  const file = new SQLite(path.join(board.data, 'board.db'), { readonly: true })
  for (const table of ['person', 'telling', 'pushing', 'session', 'invitation', 'calendar', 'tableKey']) expect([table, file.prepare(`select * from ${table} where account = ?`).all(id)]).toEqual([table, []])
  file.close()
  for (const act of ['copy', 'forget']) expect([act, (await send(boss, `people/${id}/${act}`)).status]).toEqual([act, 404])
  expect((await (await boss.fetch('/api/people')).json() as { id: string }[]).some(one => one.id === id)).toBe(true)
})
