import type { NewHelp } from '../../shared/help/requests.ts'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { register } from '../support/register.ts'
import { until } from '../support/running-board.ts'

const minute = 60_000
const noon = Date.UTC(2030, 4, 6, 12)

function request(more: Partial<NewHelp> = {}): NewHelp {
  const id = randomUUID()
  return { id, kind: 'food', township: 'north', grid: 'n1', what: `needs-${id.slice(0, 8)}`, where: `Lane ${id.slice(9, 13)}`, name: `Asker-${id.slice(0, 4)}`, phone: `138${String(Number.parseInt(id.slice(0, 7), 16) % 1e8).padStart(8, '0')}`, ...more }
}

async function desk(more: Parameters<typeof register>[0] = {}) {
  const all = await register(more)
  const { board, people } = all
  /** Asks as somebody without an account. */
  async function outside(at: string, body?: unknown) {
    const answer = await fetch(`${board.origin()}/api/i/first/help${at}`, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', 'origin': board.origin() } })
    const text = await answer.text()
    return { status: answer.status, body: JSON.parse(text), text }
  }
  async function staff(who: keyof typeof people, at: string, body?: unknown) {
    const cookie = `yixian=${board.accounts.signIn(board.accounts.invite(people[who].actor.id, 2000), 2000)}`
    const answer = await people[who].fetch(`/api/i/first/help${at}`, body === undefined ? { headers: { cookie } } : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', cookie } })
    const text = await answer.text()
    return { status: answer.status, body: text ? JSON.parse(text) : null, text }
  }
  const count = (id: string) => board.authority.board.get('helpCount', id)
  const notices = (rule: string) => [...board.authority.board.all('notice')].filter(one => one.rule === rule)
  const look = async () => void await board.incidents.all()[0]!.care.look()
  return { ...all, outside, staff, count, notices, look }
}

it('[F56] [HR1] a person without an account gets a number and a code, and with them sees the state of that request alone', async () => {
  const { outside, staff, board } = await desk()
  expect((await outside('')).body).toMatchObject({ incident: expect.any(String), grids: [{ id: 'n1' }, { id: 'n2' }, { id: 's1' }] })
  const [one, other] = [request(), request()]
  const mine = await outside('', one)
  expect(mine).toMatchObject({ status: 201, body: { no: 1, code: expect.stringMatching(/^[2-9A-HJ-NP-Z]{8}$/) } })
  const theirs = (await outside('', other)).body
  expect((await outside('/status', mine.body)).body).toMatchObject({ no: 1, state: 'waiting', words: '', ride: null })
  expect((await outside('/status', { no: theirs.no, code: mine.body.code })).status).toBe(404)
  const id = (await staff('north', '/list')).body[0].id
  expect((await staff('north', `/of/${id}`, { act: 'take' })).status).toBe(204)
  expect((await staff('north', `/of/${id}`, { act: 'done', words: 'Rice was brought' })).status).toBe(204)
  const status = await outside('/status', mine.body)
  expect(status.body).toMatchObject({ state: 'done', words: 'Rice was brought', takenAt: expect.any(Number), endedAt: expect.any(Number) })
  for (const text of [one.what, one.where, one.name, one.phone, other.what]) expect(status.text).not.toContain(text)
  expect((await outside('/status', theirs)).body.state).toBe('waiting')
  expect(board.bugs).toEqual([])
})

it('[HR1] an asking that is sent again is one, with a new code; the former no longer opens it', async () => {
  const { outside, staff } = await desk()
  const one = request()
  const first = (await outside('', one)).body
  const again = (await outside('', one)).body
  expect(again.no).toBe(first.no)
  expect((await outside('/status', first)).status).toBe(404)
  expect((await outside('/status', again)).status).toBe(200)
  expect((await staff('north', '/list')).body).toEqual([expect.objectContaining({ no: first.no, joined: 0 })])
})

it('[HR2] one household that asks for the same twice is one request; another need, another household and a settled request are not joined', async () => {
  const { outside, staff } = await desk()
  const one = request({ where: '幸福路 3号, 502' })
  const ask = async (more: Partial<NewHelp>) => (await outside('', request(more))).body
  const first = (await outside('', one)).body
  const samePhone = await ask({ phone: one.phone })
  const sameDoor = await ask({ where: '幸福路3号502', what: 'second words' })
  expect([samePhone.no, sameDoor.no]).toEqual([first.no, first.no])
  expect(new Set([first.code, samePhone.code, sameDoor.code]).size).toBe(3)
  for (const secret of [first, samePhone, sameDoor]) expect((await outside('/status', secret)).body.no).toBe(first.no)
  expect((await ask({ phone: one.phone, kind: 'medical' })).no).not.toBe(first.no)
  expect((await ask({ where: one.where, township: 'south', grid: 's1' })).no).not.toBe(first.no)
  const [row] = (await staff('north', '/list')).body.filter((found: { no: number }) => found.no === first.no)
  expect(row.joined).toBe(2)
  expect((await staff('north', `/of/${row.id}/open`, {})).body.asks.map((asked: { what: string }) => asked.what)).toEqual([one.what, expect.any(String), 'second words'])
  await staff('north', `/of/${row.id}`, { act: 'done', words: 'brought' })
  expect((await ask({ phone: one.phone })).no).not.toBe(first.no)
})

it('[HR3] requests are masked in lists, opened with a line in the log, and seen only by those who work on them', async () => {
  const { outside, staff, ask, people } = await desk()
  const one = request()
  await outside('', one)
  const list = await staff('north', '/list')
  for (const text of [one.what, one.where, one.name, one.phone]) expect(list.text).not.toContain(text)
  const { id } = list.body[0]
  expect((await staff('lead', '/list')).body).toHaveLength(1)
  expect((await staff('south', '/list')).body).toEqual([])
  expect((await staff('south', `/of/${id}/open`, {})).status).toBe(404)
  expect((await staff('south', `/of/${id}`, { act: 'take' })).status).toBe(404)
  for (const who of ['plain', 'admin', 'inspector', 'unit', 'volunteer', 'viewer', 'overseer'] as const) expect([who, (await staff(who, '/list')).status, (await staff(who, `/of/${id}/open`, {})).status]).toEqual([who, 403, 404])
  expect((await staff('north', `/of/${id}/open`, {})).body.asks).toEqual([expect.objectContaining({ what: one.what, where: one.where, name: one.name, phone: one.phone })])
  expect((await ask('lead', '/log')).body.find((row: { act: string }) => row.act === 'open')).toMatchObject({ who: people.north.actor.id, person: id, reason: 'help' })
})

it('[HR3] nothing about a request reaches the board, a command or a file of the server in clear', async () => {
  const { outside, look, board, count, staff } = await desk()
  const one = request({ kind: 'medical' })
  await outside('', one)
  await look()
  await until(() => count('n1')?.open === 1)
  expect(count('n1')).toMatchObject({ township: 'north', open: 1, waiting: 1, urgent: 1 })
  const log = await (await staff('lead', '/list')).text
  expect(log).not.toContain(one.where)
  const files = fs.readdirSync(board.data, { recursive: true, withFileTypes: true }).filter(file => file.isFile())
  expect(files.some(({ name }) => name === 'care.db')).toBe(true)
  for (const { name, parentPath } of files) {
    const bytes = fs.readFileSync(path.join(parentPath, name))
    for (const text of [one.what, one.where, one.name, one.phone]) expect([name, bytes.includes(text)]).toEqual([name, false])
  }
})

it('[F58] [HR4] an urgent request that nobody takes is with the township at once and with headquarters after five minutes, each told once', async () => {
  let now = noon
  const { outside, staff, look, notices, count } = await desk({ now: () => now })
  await outside('', request({ kind: 'medical' }))
  await look()
  await until(() => notices('helpUrgent').length === 2)
  expect(notices('helpUrgent').map(({ to, about }) => [to.township ?? to.grid, about])).toEqual([['north', 'Grid n1'], ['n1', 'Grid n1']])
  expect(notices('helpFar')).toEqual([])
  now += 5 * minute
  await look()
  await until(() => notices('helpFar').length === 1)
  expect(notices('helpFar')[0]).toMatchObject({ to: { role: 'coordinator' }, at: expect.any(Number) })
  now += minute
  await look()
  await outside('', request({ kind: 'medical' }))
  await look()
  await until(() => notices('helpUrgent').length === 4)
  expect(notices('helpFar')).toHaveLength(1)
  for (const { id } of (await staff('north', '/list')).body) await staff('north', `/of/${id}`, { act: 'take' })
  now += 10 * minute
  await look()
  await until(() => count('n1')?.waiting === 0)
  expect(notices('helpFar')).toHaveLength(1)
})

it('[F58] [HR5] the green channel names hospital, vehicle and the time of each stage; the requester sees them without the driver’s phone', async () => {
  const { outside, staff } = await desk({ now: () => noon })
  const secret = (await outside('', request({ kind: 'medical' }))).body
  const { id } = (await staff('north', '/list')).body[0]
  expect((await staff('north', `/of/${id}`, { act: 'stage', stage: 'left', at: noon })).body.code).toBe('illegal_step')
  expect((await staff('north', `/of/${id}`, { act: 'ride', hospital: 'County hospital', vehicle: 'G12345', phone: '13800009999' })).status).toBe(204)
  expect((await staff('north', `/of/${id}`, { act: 'stage', stage: 'aboard', at: noon - minute })).status).toBe(204)
  expect((await staff('north', `/of/${id}`, { act: 'stage', stage: 'arrived', at: noon + minute })).status).toBe(204)
  const status = await outside('/status', secret)
  expect(status.body).toMatchObject({ state: 'taken', ride: { hospital: 'County hospital', vehicle: 'G12345', stages: { called: noon, aboard: noon - minute, arrived: noon } } })
  expect(status.text).not.toContain('13800009999')
  expect((await staff('lead', `/of/${id}`, { act: 'take' })).body.code).toBe('illegal_step')
  expect((await staff('lead', `/of/${id}`, { act: 'done', words: 'in hospital' })).status).toBe(204)
  expect((await staff('north', `/of/${id}`, { act: 'take' })).body.code).toBe('illegal_step')
})

it('[HR6] askings and guesses are limited for each address, and when many wait only urgent ones are taken', async () => {
  const { outside } = await desk()
  for (let i = 0; i < 5; i++) expect((await outside('', request())).status).toBe(201)
  expect((await outside('', request())).body.code).toBe('help_full')
  expect((await outside('', request({ kind: 'medical' }))).status).toBe(201)
  const answers = await Promise.all(Array.from({ length: 40 }, () => outside('', request({ kind: 'medical' }))))
  expect(new Set(answers.map(one => one.body.code === 'slow_down' ? 'slow_down' : one.status === 201 ? 'taken' : one.body.code))).toEqual(new Set(['taken', 'help_full', 'slow_down']))
  const guesses = await Promise.all(Array.from({ length: 40 }, (_, i) => outside('/status', { no: 1, code: `ABCDEF${String(i % 8 + 2)}${'23456789'[Math.floor(i / 8)]}` })))
  expect(new Set(guesses.map(one => one.status))).toEqual(new Set([404, 429]))
})

it('[HR1] bad input is refused and leaves nothing', async () => {
  const { outside, staff } = await desk()
  for (const more of [{ kind: 'gold' }, { township: 'west' }, { grid: 's1' }, { grid: 'nowhere' }, { phone: '12' }, { phone: 'call me' }, { what: '' }, { where: ' ' }, { what: 'x'.repeat(501) }, { id: '../x' }, { extra: 1 }]) {
    expect([more, (await outside('', { ...request(), ...more })).status]).toEqual([more, 400])
  }
  for (const secret of [{ no: 1 }, { no: 1, code: 'short' }, { no: -1, code: 'ABCDEFGH' }, { no: 1, code: '<script>' }]) expect((await outside('/status', secret)).status).toBe(400)
  expect((await staff('north', '/list')).body).toEqual([])
})
