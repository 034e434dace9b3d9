import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { turnLines } from '../../server/cluster/turned.ts'
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

it('[AC14] a session of headquarters or the level above that nobody used for hours is over, and the device learns why; one with an open page goes on, and so do those of the field', async () => {
  let ahead = 0
  const board = await runningBoard({ now: () => Date.now() + ahead, settings: { IDLE_HOURS: '12' } })
  const enter = (actor: { readonly id: string }) => `yixian=${board.accounts.signIn(board.accounts.invite(actor.id, 1), 72)}`
  const people = Object.fromEntries((['coordinator', 'overseer', 'inspector', 'admin'] as const).map((role) => {
    const { actor } = board.person({ role })
    return [role, { actor, cookie: enter(actor) }]
  }))
  const asks = async (who: string) => {
    const answer = await fetch(`${board.origin()}/api/session`, { headers: { cookie: people[who]!.cookie, origin: board.origin() } })
    return answer.status === 200 ? 200 : (await answer.json() as { detail?: string }).detail
  }
  for (const who of Object.keys(people)) expect(await asks(who)).toBe(200)
  const shown = board.page(people.admin!)
  await shown.live()
  ahead = 11 * 60 * minute
  expect(await asks('overseer')).toBe(200)
  board.noteContacts()
  ahead = 13 * 60 * minute
  expect([await asks('coordinator'), await asks('overseer'), await asks('inspector'), await asks('admin')]).toEqual(['idle', 200, 200, 200])
  // It opens nothing, and nothing revives it.
  expect(board.accounts.owing(people.coordinator!.cookie.slice('yixian='.length))).toBe(null)
  await expect(board.line(people.coordinator!.cookie)).rejects.toThrow('signed_out')
  expect(board.bugs).toEqual([])
})

it('[AC14] where a county sets it, sessions of headquarters and auditors end after half an hour unused and after twelve hours in any case; those of the field do not', async () => {
  let ahead = 0
  const board = await runningBoard({ now: () => Date.now() + ahead, settings: { HEADQUARTERS_HOURS: '12', IDLE_HOURS: '0.5' } })
  const cookies = Object.fromEntries((['coordinator', 'auditor', 'admin', 'inspector'] as const).map(role => [role, `yixian=${board.accounts.signIn(board.accounts.invite(board.person({ role }).actor.id, 1), 72)}`]))
  const asks = async (who: string) => (await fetch(`${board.origin()}/api/session`, { headers: { cookie: cookies[who]!, origin: board.origin() } })).status
  ahead = 20 * minute
  expect([await asks('admin'), await asks('auditor')]).toEqual([200, 200])
  ahead = 31 * minute
  expect([await asks('coordinator'), await asks('inspector')]).toEqual([401, 200])
  for (; ahead < 12 * 60 * minute; ahead += 25 * minute) expect([await asks('admin'), await asks('auditor')]).toEqual([200, 200])
  ahead = 12 * 60 * minute + minute
  expect([await asks('admin'), await asks('auditor'), await asks('inspector')]).toEqual([401, 401, 200])
})

it('[AC15] [SF2] a fresh proof gives a whole session another token: the former is dead at once, its open page goes on with the new one, and its end and device stay', async () => {
  const board = await runningBoard()
  const { actor, cookie } = board.person({ role: 'coordinator' })
  const line = await board.line(cookie)
  const told: string[] = []
  line.onAny((event: string) => told.push(event))
  const at = (path: string, with_: string, more = {}) => fetch(`${board.origin()}/api${path}`, { headers: { 'cookie': with_, 'origin': board.origin(), 'content-type': 'application/json' }, ...more })
  const proof = await at('/session/confirm', cookie, { method: 'POST', body: JSON.stringify({ token: board.accounts.invite(actor.id, 1) }) })
  const [fresh = ''] = proof.headers.getSetCookie()[0]!.split(';')
  expect([proof.status, fresh.length > 20, fresh === cookie]).toEqual([204, true, false])
  expect([(await at('/session', cookie)).status, (await at('/session', fresh)).status]).toEqual([401, 200])
  await until(() => !line.connected)
  // It is no sign-out: the page comes again with the new token.
  expect(told).not.toContain('signedOut')
  expect((await board.line(fresh)).connected).toBe(true)
  await expect(board.line(cookie)).rejects.toThrow('signed_out')
  const devices = await (await at(`/devices/of/${actor.id}`, fresh)).json() as { signedIn: { mine: boolean }[] }
  expect(devices.signedIn.map(one => one.mine)).toEqual([true])
  expect(board.bugs).toEqual([])
})

it('[AC15] [CL3] a session that went on under another token on another server is no sign-out there, and one that ended is', () => {
  const told: string[] = []
  const say = (what: string) => (whom?: string) => void told.push(`${what} ${whom}`)
  const row = (account: string) => JSON.stringify({ account, createdAt: 5, expiresAt: 9 })
  const gone = (hash: string, account: string) => ({ table: 'session', id: JSON.stringify([hash]), before: row(account), after: null })
  turnLines([gone('a1', 'ann'), { table: 'session', id: '["a2"]', before: null, after: row('ann') }, gone('b1', 'bob')], { cutOff: say('cut'), actorChanged: say('changed'), waitingChanged: say('waiting'), endHash: say('ended'), hashRenewed: say('renewed') })
  expect(told).toEqual(['renewed a1', 'ended b1'])
})

it('[CL3] an account that was disabled, removed or given other rights on another server is cut off or told here, whatever became of its sessions', () => {
  const told: string[] = []
  const say = (what: string) => (whom?: string) => void told.push(whom === undefined ? what : `${what} ${whom}`)
  const account = (role: string, disabledAt: number | null, signedInAt = 1) => JSON.stringify({ role, disabledAt, signedInAt })
  const turn = (id: string, before: string | null, after: string | null) => ({ table: 'account', id: JSON.stringify([id]), before, after })
  const lines = { cutOff: say('cut'), actorChanged: say('changed'), waitingChanged: say('waiting'), endHash: say('ended'), hashRenewed: say('renewed') }
  turnLines([turn('ann', account('officer', null), account('officer', 7)), turn('bob', account('officer', null), null), turn('cai', account('volunteer', null), account('officer', null))], lines)
  expect(told).toEqual(['cut ann', 'waiting', 'cut bob', 'waiting', 'changed cai', 'waiting'])
  // Somebody new has no connection, and signing in is no change.
  told.length = 0
  turnLines([turn('dee', null, account('officer', null)), turn('eve', account('officer', null), account('officer', null, 2))], lines)
  expect(told).toEqual(['waiting'])
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
