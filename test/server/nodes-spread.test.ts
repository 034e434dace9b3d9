import type { RunningBoard } from '../support/running-board.ts'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openPostgres } from '../../server/postgres/postgres.ts'
import { freePort } from '../support/free-port.ts'
import { who } from '../support/given.ts'
import { hasPostgres, testPostgres } from '../support/postgres.ts'
import { runningBoard, until } from '../support/running-board.ts'
import { tempFolder } from '../support/temp.ts'

const place = (id: string) => ({ place: id, name: id, kind: 'school', township: 'north', lng: 110, lat: 21 })
const json = (body: object) => ({ method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })

it.skipIf(!hasPostgres)('[CL13] [CL4] boards spread over two servers: each takes commands and requests of all boards, rights that end on one end on both, and when one is lost the other has all', async () => {
  const server = await testPostgres()
  onTestFinished(() => server.stop())
  const store = await server.database()
  const { sql, close } = await openPostgres(store, { connections: 2 })
  onTestFinished(close)
  const open = async (data: string) => {
    const port = String(await freePort())
    return runningBoard({ data, port, settings: { STORE: store, NODE_URL: `http://127.0.0.1:${port}` } })
  }
  const one = await open(tempFolder())
  const theirs = tempFolder()
  fs.copyFileSync(path.join(one.data, 'key'), path.join(theirs, 'key'))
  const incidents = ['first']
  for (const code of ['002', '003', '004']) incidents.push(await one.incidents.add({ code, name: code, phase: 'emergency', drill: false, startedAt: 1 }, who.admin))
  const other = await open(theirs)
  const deciders = async () => new Map((await sql<{ board: string, address: string }[]>`select board, address from board_writer where since < now()`).map(({ board, address }) => [board, address]))
  const address = (of: RunningBoard) => of.origin()
  await expect.poll(async () => [...(await deciders()).values()].sort(), { timeout: 20_000 }).toEqual([one, one, other, other].map(address).sort())
  const lead = one.person({ role: 'coordinator' })
  await until(() => other.accounts.session(lead.cookie.slice('yixian='.length)))

  // Over HTTP at both, which the writer answers, and over live connections at both.
  const added: string[] = []
  for (const at of [one, other]) {
    for (const incident of incidents) {
      const [over, live] = [`p${added.length}`, `q${added.length}`]
      const answered = await fetch(`${at.origin()}/api/i/${incident}/commands`, { ...json({ id: randomUUID(), name: 'addPlace', args: place(over) }), headers: { 'cookie': lead.cookie, 'origin': at.origin(), 'content-type': 'application/json' } })
      expect([incident, answered.status]).toEqual([incident, 201])
      const line = await at.line(lead.cookie, { auth: { incident } })
      expect(await line.timeout(10_000).emitWithAck('command', { id: randomUUID(), name: 'addPlace', args: place(live) })).toMatchObject({ ok: true })
      line.disconnect()
      added.push(over, live)
      // What another server has decided is known to whoever asks the writer next.
      const history = await fetch(`${at.origin()}/api/i/${incident}/history/place/${live}`, { headers: { cookie: lead.cookie } })
      expect([incident, await history.json()]).toMatchObject([incident, [{ name: 'addPlace' }]])
    }
  }
  for (const incident of incidents) {
    await until(() => [one, other].every(at => added.filter(id => at.incidents.find(incident)?.authority.board.get('place', id)).length === 4))
  }

  // Work that the writer does for a board that another server decides.
  const far = [...await deciders()].find(([, by]) => by === address(other))![0]
  expect(await one.incidents.find(far)!.authority.submit({ id: 'by-writer', name: 'addPlace', args: place('by-writer') }, who.coordinator)).toMatchObject({ ok: true })
  expect(one.incidents.find(far)!.authority.board.get('place', 'by-writer')?.name).toBe('by-writer')

  // Whoever is disabled by the writer is refused by the other at once, before it has heard of it.
  const gone = one.person({ role: 'coordinator' })
  await until(() => other.accounts.session(gone.cookie.slice('yixian='.length)))
  one.accounts.disable('system', gone.actor.id)
  const refused = await fetch(`${other.origin()}/api/i/${far}/commands`, { ...json({ id: randomUUID(), name: 'addPlace', args: place('x') }), headers: { 'cookie': gone.cookie, 'origin': other.origin(), 'content-type': 'application/json' } })
  expect(refused.status).toBe(401)

  await one.stop()
  await expect.poll(async () => new Set((await deciders()).values()), { timeout: 20_000 }).toEqual(new Set([address(other)]))
  for (const incident of incidents) {
    expect(await other.incidents.find(incident)!.authority.submit({ id: `after-${incident}`, name: 'addPlace', args: place('after') }, who.coordinator)).toMatchObject({ ok: true })
  }
  expect([...one.bugs, ...other.bugs]).toEqual([])
})
