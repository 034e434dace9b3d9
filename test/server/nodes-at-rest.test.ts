import fs from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { freePort } from '../support/free-port.ts'
import { hasPostgres, testPostgres } from '../support/postgres.ts'
import { runningBoard, until } from '../support/running-board.ts'
import { tempFolder } from '../support/temp.ts'

it.skipIf(!hasPostgres)('[CL12] [E11] a server that follows leaves boards out of memory that nobody looks at there, and has what was written meanwhile when somebody comes and when it becomes the writer', async () => {
  const server = await testPostgres()
  onTestFinished(() => server.stop())
  const store = await server.database()
  const open = async (data: string, bounds = {}) => {
    const port = String(await freePort())
    return runningBoard({ data, port, bounds, settings: { STORE: store, NODE_URL: `http://127.0.0.1:${port}` } })
  }
  const one = await open(tempFolder())
  const theirs = tempFolder()
  fs.copyFileSync(path.join(one.data, 'key'), path.join(theirs, 'key'))
  const other = await open(theirs, { rest: { after: 0, every: 10 } })
  const place = (n: number) => ({ place: `p${n}`, name: `Place ${n}`, kind: 'school', township: 'north', lng: 110, lat: 21 })
  const post = (body: object) => ({ method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  const { board } = other.authority
  await until(() => board.resting)
  const lead = one.person({ role: 'coordinator' })
  expect((await lead.fetch('/api/i/first/commands', post({ id: 'c1', name: 'addPlace', args: place(1) }))).ok).toBe(true)
  await until(() => other.accounts.session(lead.cookie.slice('yixian='.length)))
  const page = other.page(lead)
  await page.live()
  await until(() => page.replica.get('place', 'p1'))
  expect(board.resting).toBe(false)
  page.link.end()
  await until(() => board.resting)
  expect((await lead.fetch('/api/i/first/commands', post({ id: 'c2', name: 'addPlace', args: place(2) }))).ok).toBe(true)
  await one.stop()
  const again = other.page(lead)
  await again.live()
  again.do('addPlace', place(3))
  await until(() => again.replica.queue.length === 0)
  expect(['p1', 'p2', 'p3'].map(id => board.get('place', id)?.id)).toEqual(['p1', 'p2', 'p3'])
  expect(other.bugs).toEqual([])
})
