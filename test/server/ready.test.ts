import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, it, onTestFinished } from 'vitest'
import { Authority } from '../../server/board/authority.ts'
import { memoryStore } from '../../server/board/store-memory.ts'
import { readyPage } from '../../server/http/ready.ts'
import { facts } from '../support/county.ts'
import { runningBoard } from '../support/running-board.ts'

type Sources = Parameters<typeof readyPage>[0]
const fine: Sources = { room: () => 'enough', read: () => {}, boards: () => [], now: () => 100_000 }

async function asked(sources: Partial<Sources>) {
  const server = express().get('/ready', readyPage({ ...fine, ...sources })).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise(listening => server.once('listening', listening))
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/ready`)
  return [answer.status, await answer.json()]
}

it('[F94] a server that works says that it is ready, without a sign-in, and names nobody', async () => {
  const board = await runningBoard()
  const answer = await fetch(`${board.origin()}/ready`)
  expect([answer.status, await answer.json()]).toEqual([200, { ready: true }])
})

it('[F94] a running board on a full disk is not ready, and says so, while it still runs', async () => {
  const board = await runningBoard({ space: async () => ({ free: 0, total: 1e12 }) })
  const answer = await fetch(`${board.origin()}/ready`)
  expect([answer.status, await answer.json()]).toEqual([503, { ready: false, why: ['storage_full'] }])
  expect((await fetch(`${board.origin()}/health`)).status).toBe(200)
})

it('[F94] a database that cannot be read, and a queue that does not move, make a server unready; a short disk and a short wait do not', async () => {
  expect(await asked({ read: () => {
    throw new Error('disk I/O error')
  } })).toEqual([503, { ready: false, why: ['database'] }])
  expect(await asked({ boards: () => [{ waitingSince: () => null }, { waitingSince: () => 89_999 }] })).toEqual([503, { ready: false, why: ['behind'] }])
  expect(await asked({ room: () => 'low', boards: () => [{ waitingSince: () => 90_000 }] })).toEqual([200, { ready: true }])
})

it('[F94] an authority says since when its oldest unanswered command waits', async () => {
  let clock = 1000
  const authority = await Authority.open(memoryStore(), { facts, now: () => clock })
  expect(authority.waitingSince()).toBeNull()
  const actor = { id: 'c', role: 'coordinator' } as const
  const answers = [authority.submit({ id: 'n1', name: 'announce', args: {} }, actor)]
  clock = 9000
  answers.push(authority.submit({ id: 'n2', name: 'announce', args: {} }, actor))
  expect(authority.waitingSince()).toBe(1000)
  await Promise.all(answers)
  await authority.idle()
  expect(authority.waitingSince()).toBeNull()
})
