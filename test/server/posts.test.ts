import path from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../../server/database/database.ts'
import { codeAt } from '../../shared/duty/post-code.ts'
import { ask, runningBoard } from '../support/running-board.ts'

const where = { township: 'north', lng: 110, lat: 21 }
const hour = 3_600_000

it('[V5] [V6] [F65] only a post\'s leader and planners get its key, each reading is recorded, and its code checks a holder in', async () => {
  const board = await runningBoard()
  const [planner, leader, helper, other] = [board.person({ role: 'coordinator' }), board.person({ role: 'volunteer' }), board.person({ role: 'volunteer' }), board.person({ role: 'officer', township: 'south' })]
  const [plans, helps] = [await board.line(planner.cookie), await board.line(helper.cookie)]
  await ask(plans, 'command', { id: 'c1', name: 'openPost', args: { post: 'g1', title: 'gate', ...where, leader: leader.actor.id, pattern: [{ id: 'a', title: 'day', start: '00:00', hours: 24, needed: 2 }] } })
  await ask(plans, 'command', { id: 'c2', name: 'planShifts', args: { posts: ['g1'], from: new Date().toISOString().slice(0, 10), days: 1 } })
  const shift = [...board.authority.board.all('shift')][0]!
  // Twenty-four hours are over the county's limit, so a planner assigns the helper.
  await ask(plans, 'command', { id: 'c3', name: 'assignShift', args: { shift: shift.id, person: helper.actor.id, reason: 'test' } })
  const [first, second] = await Promise.all([leader, planner].map(async one => await (await one.fetch('/api/i/first/posts/g1/key')).json() as { key: string }))
  expect(first!.key).toMatch(/^[\da-f]{64}$/)
  expect(second).toEqual(first)
  expect((await helper.fetch('/api/i/first/posts/g1/key')).status).toBe(403)
  expect((await other.fetch('/api/i/first/posts/g1/key')).status).toBe(404)
  expect((await planner.fetch('/api/i/first/history/postKey/g1')).status).toBe(404)
  expect(await (await planner.fetch('/api/i/first/board')).text()).not.toContain(first!.key)
  const now = Date.now()
  expect(await ask(helps, 'command', { id: 'c4', name: 'checkInShift', args: { shift: shift.id, at: now, code: codeAt(first!.key, now - hour) } })).toMatchObject({ code: 'stale_code' })
  expect(await ask(helps, 'command', { id: 'c5', name: 'checkInShift', args: { shift: shift.id, at: now, code: codeAt(first!.key, now) } })).toMatchObject({ ok: true })
  expect(board.bugs).toEqual([])
})

it('[H6] [F68] what a volunteer may do comes from their account, not from their message', async () => {
  const board = await runningBoard()
  const person = (more: object) => board.accounts.add({ name: 'x', role: 'volunteer', ...more })
  const actor = (id: string) => board.accounts.actor(board.accounts.signIn(board.accounts.invite(id, 1), 1))
  expect(actor(person({}))).toMatchObject({ role: 'volunteer', approved: true })
  expect(actor(person({ approved: false, skills: ['swab'], trained: ['suit'] }))).toMatchObject({ approved: false, skills: ['swab'], trained: ['suit'] })
})

it('[V6] [F64] a planner\'s candidates are approved volunteers they may name or who gave no township; they come without names, and the reading is recorded', async () => {
  const board = await runningBoard()
  const add = (more: object) => board.accounts.add({ name: '王小明', role: 'volunteer', ...more })
  const [here, there, nowhere, waits] = [add({ township: 'north', skills: ['swab'] }), add({ township: 'south' }), add({}), add({ approved: false })]
  const list = async (person: ReturnType<typeof board.person>) => {
    const answer = await person.fetch('/api/names/helpers')
    const text = await answer.text()
    expect(text).not.toContain('王小明')
    return { status: answer.status, ids: answer.ok ? (JSON.parse(text) as { id: string }[]).map(one => one.id) : [] }
  }
  const all = await list(board.person({ role: 'coordinator' }))
  expect(all.ids).toEqual(expect.arrayContaining([here, there, nowhere]))
  expect(all.ids).not.toContain(waits)
  const own = await list(board.person({ role: 'officer', township: 'north' }))
  expect(own.ids).toEqual(expect.arrayContaining([here, nowhere]))
  expect(own.ids).not.toContain(there)
  for (const role of ['volunteer', 'inspector', 'viewer'] as const) expect((await list(board.person({ role }))).status).toBe(403)
  const database = openDatabase(path.join(board.data, 'board.db'))
  const read = database.raw.prepare('select people from reading where act = \'read\' order by id').all() as { people: string }[]
  expect(read).toHaveLength(2)
  expect(JSON.parse(read[1]!.people)).toEqual(own.ids)
  database.close()
})

it('[V12] a holder of a shift learns whom to ring, until it ends; others do not, and each reading is recorded', async () => {
  const board = await runningBoard()
  const [planner, holder, other, south] = [board.person({ role: 'coordinator' }), board.person({ role: 'volunteer' }), board.person({ role: 'volunteer' }), board.person({ role: 'officer', township: 'south' })]
  const leader = board.accounts.add({ name: '老周', role: 'volunteer', phone: '13800000001' })
  const officer = board.accounts.add({ name: '镇干部', role: 'officer', township: 'north', phone: '13800000002' })
  board.accounts.add({ name: '邻镇干部', role: 'officer', township: 'south', phone: '13800000003' })
  const plans = await board.line(planner.cookie)
  const now = board.authority.now()
  await ask(plans, 'command', { id: 'c1', name: 'openPost', args: { post: 'g1', title: 'gate', ...where, leader, pattern: [{ id: 'a', title: 'day', start: '00:00', hours: 24, needed: 2 }] } })
  await ask(plans, 'command', { id: 'c2', name: 'planShifts', args: { posts: ['g1'], from: new Date(now + 24 * hour).toISOString().slice(0, 10), days: 1 } })
  const { id } = [...board.authority.board.all('shift')][0]!
  await ask(plans, 'command', { id: 'c3', name: 'assignShift', args: { shift: id, person: holder.actor.id, reason: 'test' } })
  await ask(plans, 'command', { id: 'c4', name: 'openShift', args: { shift: 'gone', title: 'gone', ...where, startsAt: now - 2 * hour, endsAt: now + 1500, needed: 1 } })
  await ask(plans, 'command', { id: 'c5', name: 'assignShift', args: { shift: 'gone', person: holder.actor.id, reason: 'test' } })
  const contacts = (person: typeof holder, shift = id) => person.fetch(`/api/i/first/shifts/${shift}/contacts`)
  expect(await (await contacts(holder)).json()).toEqual({ leader: { id: leader, name: '老周', phone: '13800000001' }, planner: { id: officer, name: '镇干部', phone: '13800000002' } })
  expect(await (await contacts(holder, 'gone')).json()).toMatchObject({ leader: null, planner: { id: officer } })
  expect([(await contacts(other)).status, (await contacts(south)).status, (await contacts(holder, 'none')).status]).toEqual([403, 404, 404])
  await expect.poll(async () => (await contacts(holder, 'gone')).status, { timeout: 20_000 }).toBe(403)
  board.accounts.disable('system', officer)
  expect(await (await contacts(holder)).json()).toMatchObject({ planner: null })
  const read = openDatabase(path.join(board.data, 'board.db')).raw.prepare('select reader, people from reading where act = \'read\' order by id').all() as { reader: string, people: string }[]
  expect(read.slice(0, 2).map(one => [one.reader, JSON.parse(one.people)])).toEqual([[holder.actor.id, [leader]], [holder.actor.id, [officer]]])
})

it('[V6] planners read the phone numbers of the volunteers whose names they may read; nobody else does', async () => {
  const board = await runningBoard()
  const add = (more: object) => board.accounts.add({ name: '王小明', phone: '13800000009', role: 'volunteer', ...more })
  const [here, there, inspector] = [add({ township: 'north' }), add({ township: 'south' }), add({ role: 'inspector' })]
  const phones = async (person: ReturnType<typeof board.person>) => Object.fromEntries((await (await person.fetch(`/api/names?ids=${here},${there},${inspector}`)).json() as { id: string, phone?: string }[]).map(one => [one.id, one.phone]))
  expect(await phones(board.person({ role: 'coordinator' }))).toEqual({ [here]: '13800000009', [there]: '13800000009', [inspector]: undefined })
  expect(await phones(board.person({ role: 'officer', township: 'north' }))).toEqual({ [here]: '13800000009', [inspector]: undefined })
  expect(await phones(board.person({ role: 'inspector' }))).toEqual({ [inspector]: undefined })
  expect(await phones(board.person({ role: 'volunteer' }))).toEqual({})
})
