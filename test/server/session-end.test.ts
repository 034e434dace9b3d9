import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lineEnds } from '../../server/line/ends.ts'
import { ask, runningBoard, until } from '../support/running-board.ts'

const report = (issue: string) => ({ issue, title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: 1, lat: 1 })
const minute = 60_000

describe('one timer for all connections', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('[AC2] cuts each connection when its session ends, in whatever order they came, and no other', () => {
    const lines = [30, 10, 20, 10].map((minutes, i) => ({ name: `l${i}`, data: { endsAt: Date.now() + minutes * minute } }))
    const open = new Set(lines)
    const ends = lineEnds(() => open, line => void open.delete(line), Date.now)
    for (const line of lines) ends.came(line)
    expect(vi.getTimerCount()).toBe(1)
    const left = () => [...open].map(({ name }) => name)
    vi.advanceTimersByTime(10 * minute - 1)
    expect(left()).toEqual(['l0', 'l1', 'l2', 'l3'])
    vi.advanceTimersByTime(1)
    expect(left()).toEqual(['l0', 'l2'])
    vi.advanceTimersByTime(10 * minute)
    expect(left()).toEqual(['l0'])
    expect(vi.getTimerCount()).toBe(1)
    vi.advanceTimersByTime(10 * minute)
    expect([left(), vi.getTimerCount()]).toEqual([[], 0])
  })

  it('[AC2] a session longer than a timer can be set for is not cut early', () => {
    const line = { data: { endsAt: Date.now() + 90 * 24 * 60 * minute } }
    const cut = vi.fn()
    const ends = lineEnds(() => [line], cut, Date.now)
    ends.came(line)
    vi.advanceTimersByTime(89 * 24 * 60 * minute)
    expect(cut).not.toHaveBeenCalled()
    ends.stop()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('[AC2] a clock that is put forward ends connections within a minute', () => {
    let ahead = 0
    const line = { data: { endsAt: Date.now() + 600 * minute } }
    const cut = vi.fn()
    lineEnds(() => [line], cut, () => Date.now() + ahead).came(line)
    ahead = 600 * minute
    vi.advanceTimersByTime(minute)
    expect(cut).toHaveBeenCalled()
  })
})

it('[AC2] a message on a connection whose session has ended does nothing, and the connection is cut; waiting commands stay on the device', async () => {
  let ahead = 0
  const board = await runningBoard({ now: () => Date.now() + ahead })
  const [ann, bob] = [board.person({ role: 'coordinator' }), board.person({ role: 'coordinator' })]
  const page = board.page(ann)
  await page.live()
  const bare = await board.line(ann.cookie)
  // Bob signs in later and so goes on.
  ahead = minute * 30
  const later = board.page({ ...bob, cookie: `yixian=${board.accounts.signIn(board.accounts.invite(bob.actor.id, 1), 1)}` })
  await later.live()
  ahead = minute * 60
  const seq = board.authority.board.seq
  const told: string[] = []
  bare.onAny((event: string) => told.push(event))
  for (const [event, body] of [['command', { id: 'late', name: 'reportIssue', args: report('late') }], ['resume', { epoch: board.authority.epoch, seq: 0 }]] as const) void ask(bare, event, body).catch(() => {})
  await until(() => !bare.connected)
  expect(told).toEqual(['signedOut'])
  page.do('reportIssue', report('kept'))
  await until(() => page.state() === 'signedOut')
  expect([board.authority.board.seq, page.vault.kept.size, page.refused]).toEqual([seq, 1, []])
  expect((await ann.fetch('/api/session')).status).toBe(401)
  await expect(board.line(ann.cookie)).rejects.toThrow('signed_out')
  later.do('reportIssue', report('heard'))
  await until(() => board.authority.board.get('issue', 'heard'))
  expect([later.state(), board.bugs]).toEqual(['live', []])
})

it('[AC3] a device that signs in again loses the connections of its earlier session, and other devices stay', async () => {
  const board = await runningBoard()
  const ann = board.person({ role: 'coordinator' })
  const elsewhere = `yixian=${board.accounts.signIn(board.accounts.invite(ann.actor.id, 1), 1)}`
  const [here, there] = [await board.line(ann.cookie), await board.line(elsewhere)]
  const enter = (token: string) => ann.fetch('/api/session', { method: 'POST', body: JSON.stringify({ token }), headers: { 'content-type': 'application/json' } })
  expect((await enter('x'.repeat(43))).status).toBe(401)
  expect((await ann.fetch('/api/session')).status).toBe(200)
  expect((await enter(board.accounts.invite(ann.actor.id, 1))).status).toBe(204)
  await until(() => !here.connected)
  expect((await ann.fetch('/api/session')).status).toBe(401)
  expect(await ask(there, 'resume', { epoch: board.authority.epoch, seq: board.authority.board.seq })).toMatchObject({ ok: true })
})
