import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { expect, it } from 'vitest'
import { Authority } from '../../server/board/authority.ts'
import { scheduler } from '../../server/board/scheduler.ts'
import { memoryStore } from '../../server/board/store-memory.ts'
import { readConfig } from '../../server/core/config.ts'
import { ending } from '../../server/ending.ts'
import { restartAfter } from '../fault/supervised.ts'
import { facts, noon, who } from '../support/given.ts'
import { runningBoard, until } from '../support/running-board.ts'

it('[UP1] a clock tick that fails is reported, the rest of the tick is done, and the next one comes', async () => {
  const store = memoryStore()
  let now = noon - 3 * 24 * 3_600_000
  const authority = await Authority.open(store, { facts, now: () => now })
  await authority.submit({ id: 'open', name: 'openIncident', args: { code: '1', name: 'Test', phase: 'emergency', drill: false, startedAt: now } }, who.admin)
  now = noon
  const bugs: unknown[] = []
  let after = 0
  const clock = scheduler(authority, { ...store, since: async () => Promise.reject(new Error('unreadable')) }, { facts, onBug: bug => bugs.push(bug), async after() {
    after++
    throw new Error('nobody there')
  } })
  await clock.look()
  await clock.look()
  await clock.stop()
  await until(() => bugs.length === 4)
  expect(after).toBe(2)
})

it('[UP1] a connection whose admission fails is refused and reported, and the next one is admitted', async () => {
  const board = await runningBoard()
  const ann = board.person({ role: 'coordinator' })
  const { session } = board.accounts
  board.accounts.session = () => {
    throw new Error('a bug')
  }
  await expect(board.line(ann.cookie)).rejects.toThrow('internal')
  board.accounts.session = session
  expect((await board.line(ann.cookie)).connected).toBe(true)
  expect(board.bugs.splice(0).map(String)).toContain('Error: a bug')
})

it('[UP2] each uncaught exception is reported with an id; the process ends once, with status 1, and not before the closing is done', async () => {
  const told: unknown[] = []
  const ends: number[] = []
  let finish = () => {}
  const end = ending({ close: () => new Promise<void>(done => finish = done), end: status => ends.push(status), onUnknown: (error, id) => told.push([String(error), /^[\w-]{36}$/.test(id)]), most: { unknown: 60_000, asked: 60_000 } })
  end.unknown(new Error('one'))
  end.unknown(new Error('two'))
  end.asked(0)
  expect(ends).toEqual([])
  finish()
  await until(() => ends.length)
  expect(ends).toEqual([1])
  expect(told).toEqual([['Error: one', true], ['Error: two', true]])
})

it('[UP2] closing does not wait for ever for unfinished work, and a close that fails ends the process too', async () => {
  const ends: number[] = []
  const most = { unknown: 10, asked: 10 }
  ending({ close: () => new Promise<void>(() => {}), end: status => ends.push(status), onUnknown() {}, most }).unknown(new Error('x'))
  ending({ close: async () => Promise.reject(new Error('disk')), end: status => ends.push(status), onUnknown() {}, most }).asked(0)
  ending({ close: async () => {}, end: status => ends.push(status), onUnknown() {}, most }).asked(78)
  await until(() => ends.length === 3)
  expect(ends.sort()).toEqual([1, 1, 78])
})

it('[UP2] while the server closes, earlier commands are kept and answered, and new ones are told to come back', async () => {
  const board = await runningBoard()
  const ann = board.person({ role: 'coordinator' })
  const line = await board.line(ann.cookie)
  const announce = () => line.timeout(5000).emitWithAck('command', { id: randomUUID(), name: 'announce', args: { announcement: randomUUID(), text: 'x' } }) as Promise<{ ok: boolean, code?: string }>
  // The store is held until the closing begins, so that the commands are still waiting then.
  const { store } = board.incidents.find('first')!
  const { append } = store
  let letGo = () => {}
  const held = new Promise<void>(done => letGo = done)
  store.append = async commits => held.then(() => append(commits))
  const early = [announce(), announce()]
  await until(() => line.io.engine.writeBuffer.length === 0)
  await expect.poll(async () => (await ann.fetch('/api/session')).status).toBe(200)
  const closed = board.stop()
  expect(await announce()).toMatchObject({ ok: false, code: 'busy' })
  const answer = await ann.fetch('/api/session')
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2'])
  await expect(board.line(ann.cookie)).rejects.toThrow('busy')
  letGo()
  expect(await Promise.all(early)).toMatchObject([{ ok: true }, { ok: true }])
  await closed
  await until(() => !line.connected)
})

it('[UP3] the unit file starts it again always, as soon as the supervisor of the fault row, but not where that could do harm; its settings are ours', () => {
  const unit = fs.readFileSync('deploy/yixian.service', 'utf8')
  const of = (key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(unit)?.[1] ?? ''
  expect([of('Restart'), of('RestartSec'), of('StartLimitIntervalSec'), of('RestartPreventExitStatus')]).toEqual(['always', `${restartAfter}ms`, '0', '78'])
  const settings = Object.fromEntries(of('Environment').split(' ').map(pair => pair.split('=') as [string, string]))
  const { NODE_ENV: _, ...ours } = settings
  expect(readConfig(ours)).toMatchObject({ ...ours, TRUST_PROXY: 1 })
})
