import type { AddressInfo } from 'node:net'
import type { TestPostgres } from '../support/postgres.ts'
import { Buffer } from 'node:buffer'
import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { startBoard } from '../../server/board-server.ts'
import { postgresStore } from '../../server/board/store-postgres.ts'
import { seizeLease } from '../../server/cluster/lease.ts'
import { copiedDatabase } from '../../server/cluster/outbox.ts'
import { copiedRows } from '../../server/cluster/rows.ts'
import { readConfig } from '../../server/core/config.ts'
import { openDatabase } from '../../server/database/database.ts'
import { addAdmin } from '../../server/operate/add-admin.ts'
import { openPostgres } from '../../server/postgres/postgres.ts'
import { county } from '../support/county.ts'
import { freePort } from '../support/free-port.ts'
import { who } from '../support/given.ts'
import { hasPostgres, testPostgres } from '../support/postgres.ts'
import { ask, runningBoard, until } from '../support/running-board.ts'
import { tempFolder } from '../support/temp.ts'

const place = (n: number) => ({ place: `p${n}`, name: `Place ${n}`, kind: 'school', township: 'north', lng: 110, lat: 21 })

describe.skipIf(!hasPostgres)('several servers on one PostgreSQL', () => {
  let server: TestPostgres
  beforeAll(async () => {
    server = await testPostgres()
  })
  afterAll(async () => server?.stop())

  async function open(store: string, data = tempFolder()) {
    const port = String(await freePort())
    return runningBoard({ data, port, settings: { STORE: store, NODE_URL: `http://127.0.0.1:${port}` } })
  }
  /** The folder of a further server: the deployment's key and nothing else. */
  function joining(data: string): string {
    const folder = tempFolder()
    fs.copyFileSync(path.join(data, 'key'), path.join(folder, 'key'))
    return folder
  }
  /** Two servers: the first one writes. */
  async function two() {
    const store = await server.database()
    const one = await open(store)
    const other = await open(store, joining(one.data))
    /** Somebody whom both know: without a request that changed them, nothing waits for that. */
    async function person(...given: Parameters<typeof one.person>) {
      const made = one.person(...given)
      await until(() => other.accounts.session(made.cookie.slice('yixian='.length)))
      return made
    }
    return { store, one, other, person }
  }
  const post = (body: object) => ({ method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  const start = (data: string, more: Record<string, string>) => startBoard({ config: readConfig({ PORT: '0', DATA_DIR: data, START_WITH: 'empty', ...more }), folder: { county } }).then(() => 'started', (error: { reason?: string }) => error.reason)

  it('[CL1] [CL4] a further server begins with the key alone, has boards, people and sessions, and passes commands and requests on to the writer', async () => {
    const { one, other, person } = await two()
    const page = other.page(await person({ role: 'coordinator' }))
    await page.live()
    page.do('addPlace', place(1))
    await until(() => page.replica.get('place', 'p1') && page.replica.queue.length === 0)
    expect(one.authority.board.get('place', 'p1')?.name).toBe('Place 1')
    await until(() => other.authority.board.get('place', 'p1'))
    // What one answers is known to the other at once.
    const admin = await person({ role: 'admin' })
    const there = { headers: { cookie: admin.cookie, origin: other.origin() } }
    const { id, token } = await (await fetch(`${other.origin()}/api/people`, { ...there, ...post({ name: 'Ben', role: 'officer', township: 'north' }), headers: { ...there.headers, 'content-type': 'application/json' } })).json() as { id: string, token: string }
    expect(one.accounts.nameOf(id)).toBe('Ben')
    const signedIn = await fetch(`${other.origin()}/api/session`, post({ token }))
    expect(signedIn.status).toBe(204)
    // Whatever way a path is written that Express takes, the writer answers: nothing is made on the copy.
    const again = await fetch(`${other.origin()}/API/people`, { ...there, ...post({ name: 'Cleo', role: 'officer', township: 'north' }), headers: { ...there.headers, 'content-type': 'application/json' } })
    const { id: cleo } = await again.json() as { id: string }
    expect(one.accounts.nameOf(cleo)).toBe('Cleo')
    // What administrators have decided is known to all.
    one.accounts.factors.require('system', 7)
    await until(() => other.accounts.factors.required() === 7, 5000)
    const line = await other.line(signedIn.headers.getSetCookie()[0]!.split(';')[0]!)
    expect(line.connected).toBe(true)
    expect(other.accounts.nameOf(id)).toBe('Ben')
    expect([...one.bugs, ...other.bugs]).toEqual([])
  })

  it('[CL2] whoever is not the writer of this term writes nothing: no commit, no row, no file, no value of its own', async () => {
    const postgres = await openPostgres(await server.database())
    onTestFinished(() => postgres.close())
    await postgres.sql`insert into lease values ('writer', 2, 'http://here', now())`
    await postgres.sql`insert into board_writer values ('first', 2, 'http://here', now()), ('second', 3, 'http://here', now())`
    const commit = { seq: 1, id: 'c1', name: 'addPlace', args: {}, actor: 'ann', at: 1000, changes: [] }
    const row = { database: 'first', name: 'account', id: '["a"]', value: '{}' }
    for (const term of [1, null, 3]) {
      const [store, rows] = [postgresStore(postgres, 'first', { writer: () => term, board: () => term }), copiedRows(postgres, () => term)]
      for (const written of [() => store.append([commit]), () => store.remember('x', 'y'), () => rows.push([row]), () => rows.pushFile('first', 'photos/x', Buffer.from('x')), () => rows.pushFile('first', 'photos/x', null)])
        await expect(written(), String(term)).rejects.toMatchObject({ code: 'FENCED' })
    }
    const [store, rows] = [postgresStore(postgres, 'first', { writer: () => 2, board: () => 2 }), copiedRows(postgres, () => 2)]
    expect([await store.since(0, 9), await rows.since(0), await rows.file('first', 'photos/x'), await store.recall('x')]).toEqual([[], [], null, null])
    expect(await store.append([commit])).toBe(true)
    await rows.push([row])
    expect(await rows.since(0)).toMatchObject([{ ...row, seq: 1 }])
  })

  it('[CL3] [AC2] a person who is disabled on one server is off the other, and a device that was signed out elsewhere too', async () => {
    const { other, person } = await two()
    const [admin, ann, ben] = [await person({ role: 'admin' }), await person({ role: 'coordinator' }), await person({ role: 'coordinator' })]
    const lines = await Promise.all([ann, ben].map(person => other.line(person.cookie)))
    expect((await admin.fetch(`/api/people/${ann.actor.id}/disable`, post({}))).ok).toBe(true)
    expect((await ben.fetch('/api/session', { method: 'DELETE' })).ok).toBe(true)
    await until(() => lines.every(line => !line.connected), 5000)
    await expect(other.line(ann.cookie)).rejects.toThrow('signed_out')
  })

  it('[CL5] when the writer stops another goes on: open pages stay, photos, registers and a further incident are there, and the work that one server does for all begins', async () => {
    const { one, other, person } = await two()
    const page = other.page(await person({ role: 'coordinator' }))
    await page.live()
    const id = await one.incidents.add({ code: '002', name: 'Two', phase: 'emergency', drill: false, startedAt: 1 }, who.admin)
    await until(() => other.incidents.find(id))
    await one.incidents.find('first')!.template.keep(Buffer.from('a template'))
    await until(() => fs.existsSync(path.join(other.data, 'papers/bulletin.docx')))
    one.incidents.find('first')!.care.vault.made()
    await until(() => fs.existsSync(path.join(other.data, 'care.key')))
    await one.stop()
    page.do('addPlace', place(7))
    await until(() => page.replica.queue.length === 0 && other.authority.board.get('place', 'p7'))
    expect(page.socket.connected).toBe(true)
    expect(other.incidents.find('first')!.care.vault.keys()).not.toBeNull()
    const admin = other.person({ role: 'admin' })
    expect((await admin.fetch('/api/people')).ok).toBe(true)
    expect(other.bugs).toEqual([])
  })

  it('[CL6] a server with another key, one that is to be alone, and one whose key is missing do not start, and change nothing', async () => {
    const { store } = await two()
    const wrong = tempFolder()
    fs.writeFileSync(path.join(wrong, 'key'), 'ab'.repeat(32), { mode: 0o600 })
    const url = { STORE: store, NODE_URL: 'http://127.0.0.1:1' }
    expect(await start(wrong, url)).toBe('key_wrong')
    expect(await start(tempFolder(), url)).toBe('key_lost')
    expect(await start(tempFolder(), { STORE: store })).toBe('store_in_use')
    expect(fs.readdirSync(wrong)).toEqual(['key'])
    expect(() => readConfig({ NODE_URL: 'http://127.0.0.1:1' })).toThrow('STORE')
  })

  it('[CL7] a server that was the writer and comes back forgets what nobody was told of, and has what came since', async () => {
    const { store, one, other } = await two()
    await one.stop()
    const base = openDatabase(path.join(one.data, 'board.db'))
    const outbox = copiedDatabase(base.raw, one.data)
    outbox.watch()
    base.raw.exec('insert into account (id, role, approved, skills, trained, createdAt) values (\'ghost\', \'admin\', 1, \'[]\', \'[]\', 1)')
    expect(outbox.isEmpty()).toBe(false)
    base.close()
    await expect.poll(async () => (await other.authority.submit({ id: 'x', name: 'addPlace', args: place(1) }, who.coordinator)).ok, { timeout: 10_000 }).toBe(true)
    const since = other.person({ role: 'officer', township: 'north' })
    await until(() => other.accounts.actorOf(since.actor.id))
    const again = await open(store, one.data)
    expect(again.accounts.actorOf('ghost')).toBeNull()
    await until(() => again.accounts.actorOf(since.actor.id))
    expect(again.authority.board.get('place', 'p1')?.name).toBe('Place 1')
  })

  it('[CL11] [V7] who is at one server is shown at the other as on one: to staff with what they look at, to volunteers as a number', async () => {
    const { one, other, person } = await two()
    const ann = await person({ role: 'coordinator' })
    const here = await one.line(ann.cookie)
    const [there, volunteer] = [other.page(await person({ role: 'coordinator' })), other.page(await person({ role: 'volunteer', approved: true }))]
    for (const page of [there, volunteer]) await page.live()
    const open = () => [...there.here.values()].find(seen => seen.person === ann.actor.id)
    await until(open)
    here.emit('looking', { looking: 'issue/i1' })
    await until(() => open()?.looking === 'issue/i1')
    await until(() => volunteer.online() === 3)
    expect(volunteer.here.size).toBe(0)
    here.disconnect()
    await until(() => !open() && volunteer.online() === 2)
    expect([...one.bugs, ...other.bugs]).toEqual([])
  })

  it('[CL10] an administrator who is added on a stopped server is known to the others, also to the one that writes', async () => {
    const { store, one, other } = await two()
    await other.stop()
    const lines = vi.spyOn(console, 'log').mockReturnValue()
    onTestFinished(() => lines.mockRestore())
    const config = readConfig({ STORE: store, DATA_DIR: other.data })
    await expect(addAdmin(readConfig({ DATA_DIR: other.data }), ['Wang'])).rejects.toThrow('STORE')
    await addAdmin(config, ['Wang'])
    const token = String(lines.mock.lastCall).match(/\/in#(\S+)/)![1]!
    // The writer has lost its lease and ends; its supervisor starts it again.
    await until(() => one.damages.length === 1)
    await one.stop()
    const again = await open(store, one.data)
    const answer = await fetch(`${again.origin()}/api/session`, post({ token }))
    expect(answer.status).toBe(204)
    expect(again.accounts.list().find(({ name }) => name === 'Wang')).toMatchObject({ role: 'admin' })
    const third = await open(store, other.data)
    expect(third.accounts.list().find(({ name }) => name === 'Wang')).toMatchObject({ role: 'admin' })
  })

  it('[CL10] [CL5] while an operator has the lease, a server that follows says 503 and lets commands wait, and then it takes over', async () => {
    const { store, other, person } = await two()
    const ann = await person({ role: 'coordinator' })
    const line = await other.line(ann.cookie)
    const postgres = await openPostgres(store, { connections: 2 })
    onTestFinished(() => postgres.close())
    const lease = await seizeLease(postgres.sql)
    const asked = () => fetch(`${other.origin()}/api/session`, { headers: { cookie: ann.cookie } }).then(answer => answer.status)
    await expect.poll(asked, { timeout: 5000 }).toBe(503)
    const answer = ask(line, 'command', { id: 'c1', name: 'addPlace', args: place(1) })
    expect(await asked()).toBe(503)
    await lease.giveBack()
    expect(await answer).toMatchObject({ ok: true })
    await expect.poll(asked, { timeout: 5000 }).toBe(200)
    expect([other.authority.board.get('place', 'p1')?.name, other.bugs]).toEqual(['Place 1', []])
  })

  it('[CL8] a request that names another server in its first line is passed on to the writer, and nobody else gets the secret of the deployment', async () => {
    const { other } = await two()
    const got: unknown[] = []
    const stranger = http.createServer(({ headers }, response) => void response.end(String(got.push(headers)))).listen(0, '127.0.0.1')
    onTestFinished(() => void stranger.close())
    await once(stranger, 'listening')
    const asking = http.get({ port: other.port(), host: '127.0.0.1', path: `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/api/people` })
    const [response] = await once(asking, 'response') as [http.IncomingMessage]
    expect([response.resume().statusCode, got]).toEqual([401, []])
  })

  it('[CL8] the address that another server names counts only with the secret of the deployment', async () => {
    const { one } = await two()
    const guess = (client: string) => fetch(`${one.origin()}/api/session`, { method: 'POST', body: JSON.stringify({ token: 'x'.repeat(43) }), headers: { 'content-type': 'application/json', 'x-yixian-node': 'x'.repeat(43), 'x-yixian-client': client } }).then(answer => answer.status)
    const answers: number[] = []
    for (let n = 0; n < 200 && !answers.includes(429); n++) answers.push(await guess(`10.0.0.${n}`))
    expect(answers).toContain(429)
  })
})
