import type { CountyFolder } from '../../shared/county/county-folder.ts'
import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { audienceOf } from '../../shared/core/sight.ts'
import { kinds } from '../../shared/kinds.ts'
import { folder } from '../support/county.ts'
import { runningBoard, until } from '../support/running-board.ts'
import { take } from '../support/taken.ts'
import { tempFolder } from '../support/temp.ts'

type Board = Awaited<ReturnType<typeof runningBoard>>
type Page = ReturnType<Board['page']>

const where = { township: 'north', lng: -20, lat: 64 }
const report = (issue: string, more = {}) => ({ issue, title: `issue ${issue}`, aspect: 'safety', severity: 'day', ...where, unit: 'health', ...more })

function same(board: Board, page: Page): void {
  const { records, seq } = take(board.authority, audienceOf(page.replica.actor))
  expect(page.replica.seq).toBe(seq)
  for (const kind of kinds) {
    const byId = (a: { id: string }, b: { id: string }) => a.id < b.id ? -1 : 1
    expect([...page.replica.all(kind)].sort(byId)).toEqual([...records[kind] ?? []].sort(byId))
  }
}

it('[S1] [F02] a report is seen by others within a second', async () => {
  const board = await runningBoard()
  const [one, two] = [board.page(board.person({ role: 'coordinator' })), board.page(board.person({ role: 'inspector' }))]
  await Promise.all([one.live(), two.live()])
  for (const [from, to, id] of [[one, two, 'a'], [two, one, 'b']] as const) {
    from.do('reportIssue', report(id))
    expect(from.replica.get('issue', id)?.title).toBe(`issue ${id}`)
    expect(await until(() => to.replica.get('issue', id))).toBeLessThan(1000)
  }
  await until(() => one.vault.kept.size + two.vault.kept.size === 0)
  expect([one.replica.get('issue', 'a')?.no, two.replica.get('issue', 'b')?.no]).toEqual([1, 2])
  expect(board.bugs).toEqual([])
})

it('[S1] [F17] drawing a zone, and undoing it, reaches every screen within a second', async () => {
  const board = await runningBoard()
  const one = board.page(board.person({ role: 'coordinator' }))
  const others = (['viewer', 'volunteer', 'inspector'] as const).map(role => board.page(board.person({ role })))
  await Promise.all([one, ...others].map(page => page.live()))
  one.do('drawZone', { zone: 'z', name: 'Gate', level: 'lockdown', ring: [[0, 0], [1, 0], [1, 1]], validFrom: Date.now() })
  expect(await until(() => others.every(page => page.replica.get('zone', 'z')))).toBeLessThan(1000)
  one.do('liftZone', { zone: 'z', reason: 'drawn by mistake', approver: 'Ann', override: true })
  expect(await until(() => others.every(page => page.replica.get('zone', 'z')?.liftedAt))).toBeLessThan(1000)
})

it('[H1] [F62] 200 claim 4 places at once: exactly 4 have one, 196 are told shift_full, all boards are equal', async () => {
  const board = await runningBoard()
  const planner = board.page(board.person({ role: 'coordinator' }))
  await planner.live()
  planner.do('openShift', { shift: 's', title: 'Gate', ...where, startsAt: Date.now() + 1000, endsAt: Date.now() + 3_600_000, needed: 4 })
  await until(() => planner.vault.kept.size === 0)
  const crowd = Array.from({ length: 200 }, () => board.page(board.person({ role: 'volunteer' })))
  await Promise.all(crowd.map(page => page.live()))
  await until(() => crowd.every(page => page.replica.get('shift', 's')))
  for (const page of crowd) page.do('claimShift', { shift: 's' })
  await until(() => crowd.every(page => page.vault.kept.size === 0))
  const refusals = crowd.flatMap(page => page.refused.map(one => one.refusal.code))
  expect(refusals).toEqual(Array.from({ length: 196 }, () => 'shift_full'))
  await until(() => [planner, ...crowd].every(page => page.replica.seq === board.authority.board.seq && !page.replica.queue.length))
  const held = board.authority.board.get('shift', 's')?.claimedBy ?? []
  expect(new Set(held).size).toBe(4)
  for (const page of [planner, ...crowd]) same(board, page)
  expect(new Set(crowd.filter(page => !page.refused.length).map(page => page.replica.actor.id))).toEqual(new Set(held))
  expect(board.bugs).toEqual([])
}, 60_000)

it('[V7] [F81] a person who comes, and what they look at, is seen within a second; they are gone within ten', async () => {
  const board = await runningBoard()
  const [one, two, helper] = (['coordinator', 'inspector', 'volunteer'] as const).map(role => board.page(board.person({ role })))
  await one!.live()
  await helper!.live()
  await two!.live()
  const sees = () => [...one!.here.values()].find(here => here.person === two!.replica.actor.id)
  expect(await until(sees)).toBeLessThan(1000)
  two!.socket.emit('looking', { looking: 'issue/i1' })
  expect(await until(() => sees()?.looking === 'issue/i1')).toBeLessThan(1000)
  await until(() => helper!.online() === 3)
  expect(helper!.here.size).toBe(0)
  two!.link.end()
  expect(await until(() => !sees(), 10_000)).toBeLessThan(10_000)
  await until(() => helper!.online() === 2)
})

it('[S6] [D7] [F80] after a dropped connection with 500 changes and work on both sides, all boards are equal', async () => {
  const board = await runningBoard({ pace: { commands: 10_000, seconds: 1 } })
  const [one, two] = [board.page(board.person({ role: 'coordinator' })), board.page(board.person({ role: 'officer', township: 'north' }))]
  await Promise.all([one.live(), two.live()])
  one.do('reportIssue', report('i', { note: 'first' }))
  await until(() => two.replica.get('issue', 'i'))
  two.socket.disconnect()
  two.do('editIssue', { issue: 'i', set: { title: 'mine' }, base: { title: 'issue i' } })
  for (let i = 0; i < 500; i++) one.do(i % 2 ? 'commentIssue' : 'addPlace', i % 2 ? { issue: 'i', text: 'x' } : { place: `p${i}`, name: 'x', kind: 'shop', ...where, township: i % 4 ? 'north' : 'south' })
  one.do('editIssue', { issue: 'i', set: { note: 'theirs' }, base: { note: 'first' } })
  await until(() => one.vault.kept.size === 0)
  await until(() => two.state() === 'live' && two.vault.kept.size === 0 && two.replica.seq === board.authority.board.seq)
  await until(() => one.replica.seq === board.authority.board.seq)
  expect(two.replica.get('issue', 'i')).toMatchObject({ title: 'mine', note: 'theirs', comments: 250 })
  same(board, one)
  same(board, two)
  expect([one.refused, two.refused, board.bugs]).toEqual([[], [], []])
}, 60_000)

it('[C9] [D2] [F82] two edit the same field offline: the second is told both values, and keeps their work', async () => {
  const board = await runningBoard()
  const [one, two] = [board.page(board.person({ role: 'coordinator' })), board.page(board.person({ role: 'inspector' }))]
  await Promise.all([one.live(), two.live()])
  one.do('reportIssue', report('i'))
  await until(() => two.replica.get('issue', 'i'))
  for (const page of [one, two]) page.socket.disconnect()
  one.do('editIssue', { issue: 'i', set: { title: 'from one' }, base: { title: 'issue i' } })
  two.do('editIssue', { issue: 'i', set: { title: 'from two' }, base: { title: 'issue i' } })
  await until(() => one.vault.kept.size + two.vault.kept.size === 0)
  const loser = [one, two].find(page => page.refused.length)!
  const [mine, theirs] = loser === one ? ['from one', 'from two'] : ['from two', 'from one']
  expect(loser.refused).toMatchObject([{ refusal: { code: 'conflict', clashes: [{ field: 'title', mine, theirs }] } }])
  expect(loser.vault.refused.size).toBe(1)
  expect(loser.replica.get('issue', 'i')?.title).toBe(theirs)
})

it('[L4] a disabled person is disconnected within a second, gets nothing more, and cannot reconnect', async () => {
  const board = await runningBoard()
  const [admin, person] = [board.person({ role: 'admin' }), board.person({ role: 'inspector' })]
  const [page, other] = [board.page(person), board.page(board.person({ role: 'coordinator' }))]
  await Promise.all([page.live(), other.live()])
  const answer = await admin.fetch(`/api/people/${person.actor.id}/disable`, { method: 'POST' })
  expect(answer.status).toBe(204)
  expect(await until(() => page.state() === 'signedOut')).toBeLessThan(1000)
  other.do('reportIssue', report('secret'))
  await until(() => other.vault.kept.size === 0)
  expect(page.replica.get('issue', 'secret')).toBeUndefined()
  expect((await person.fetch('/api/i/first/board')).status).toBe(401)
  await expect(board.line(person.cookie)).rejects.toThrow('signed_out')
})

it('[L4] signing out closes the person\'s connection', async () => {
  const board = await runningBoard()
  const person = board.person({ role: 'inspector' })
  const page = board.page(person)
  await page.live()
  expect((await person.fetch('/api/session', { method: 'DELETE' })).status).toBe(200)
  expect(await until(() => page.state() === 'signedOut')).toBeLessThan(1000)
})

it('[S6] after a restart on the same folder nothing is lost, and connected people go on', async () => {
  const board = await runningBoard()
  const person = board.person({ role: 'coordinator' })
  const page = board.page(person)
  await page.live()
  for (const id of ['a', 'b', 'c']) page.do('reportIssue', report(id))
  await until(() => page.vault.kept.size === 0)
  const [port, before, epoch] = [board.port(), take(board.authority, 'staff'), board.authority.epoch]
  await board.stop()
  page.do('reportIssue', report('d'))
  await board.again(port)
  expect(take(board.authority, 'staff')).toEqual(before)
  expect(board.authority.epoch).toBe(epoch)
  await until(() => page.state() === 'live' && page.vault.kept.size === 0)
  await until(() => page.replica.seq === before.seq + 1)
  expect(page.replica.get('issue', 'd')?.no).toBe(4)
  same(board, page)
})

it('[D7] [ST8] after an older backup is restored everybody starts from it, and devices send it what they have waiting', async () => {
  const board = await runningBoard()
  const person = board.person({ role: 'coordinator' })
  const page = board.page(person)
  await page.live()
  page.do('reportIssue', report('before'))
  await until(() => page.vault.kept.size === 0)
  const port = board.port()
  await board.stop()
  fs.copyFileSync(path.join(board.data, 'board.db'), path.join(board.data, 'backup.db'))
  await board.again(port)
  await until(() => page.state() === 'live')
  for (const id of ['lost1', 'lost2', 'lost3']) page.do('reportIssue', report(id))
  await until(() => page.vault.kept.size === 0 && page.replica.queue.length === 0)
  await board.stop()
  page.do('reportIssue', report('waiting'))
  for (const end of ['-wal', '-shm']) fs.rmSync(path.join(board.data, `board.db${end}`), { force: true })
  fs.copyFileSync(path.join(board.data, 'backup.db'), path.join(board.data, 'board.db'))
  const raw = new SQLite(path.join(board.data, 'board.db'))
  raw.exec('delete from meta where key=\'epoch\'')
  raw.close()
  await board.again(port)
  await until(() => page.state() === 'live' && page.vault.kept.size === 0)
  await until(() => page.replica.queue.length === 0)
  expect([...page.replica.all('issue')].map(one => one.id).sort()).toEqual(['before', 'waiting'])
  same(board, page)
})

it('[L7] an empty board prints one link, for its administrator, which works once', async () => {
  const board = await runningBoard()
  expect(board.links.map(one => one.role)).toEqual(['admin'])
  const signIn = () => fetch(`${board.origin()}/api/session`, { method: 'POST', headers: { 'origin': board.origin(), 'content-type': 'application/json' }, body: JSON.stringify({ token: board.links[0]!.token }) })
  const first = await signIn()
  expect(first.status).toBe(204)
  expect(first.headers.get('set-cookie')).toMatch(/^yixian=[\w-]{43}; .*HttpOnly; SameSite=Lax$/)
  const cookie = first.headers.get('set-cookie')!.split(';')[0]!
  expect(await (await fetch(`${board.origin()}/api/session`, { headers: { cookie } })).json()).toMatchObject({ role: 'admin' })
  expect((await signIn()).status).toBe(401)
})

it('[AC4] a drill prints one link a role, each good once; after a restart it prints only the administrator\'s, on request', async () => {
  const people = [{ id: 'boss', role: 'admin', name: 'A' }, { id: 'ann', role: 'coordinator', name: 'B' }, { id: 'bob', role: 'coordinator', name: 'C' }] as const
  const story: CountyFolder = { ...folder, drill: now => ({ incident: { code: '1', name: 'x', phase: 'emergency', drill: true, startedAt: now }, people, signer: 'ann', steps: [{ actor: 'boss', at: now, command: { id: 'open', name: 'openIncident', args: { code: '1', name: 'x', phase: 'emergency', drill: true, startedAt: now } } }] }) }
  const data = tempFolder()
  const start = (settings = {}) => startBoard({ config: readConfig({ PORT: '0', DATA_DIR: data, ...settings }), folder: story })
  const first = await start()
  expect(first.links.map(({ role, name }) => [role, name])).toEqual([['admin', 'A'], ['coordinator', 'B']])
  const [boss, ann] = first.links.map(({ token }) => token)
  first.accounts.signIn(boss!, 1)
  expect(() => first.accounts.signIn(boss!, 1)).toThrow('signed_out')
  await first.close()
  const second = await start()
  expect(second.links).toEqual([])
  // Links that are not used yet still work.
  expect(second.accounts.actor(second.accounts.signIn(ann!, 1))?.id).toBe('ann')
  await second.close()
  const third = await start({ ADMIN_LINK: 'yes' })
  expect(third.links.map(({ role, name }) => [role, name])).toEqual([['admin', 'A']])
  await third.close()
})
