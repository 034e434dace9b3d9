import { Buffer } from 'node:buffer'
import { createHmac } from 'node:crypto'
import { readSheet } from 'read-excel-file/node'
import { expect, it } from 'vitest'
import { Authority } from '../../server/board/authority.ts'
import { memoryStore } from '../../server/board/store-memory.ts'
import { readConfig } from '../../server/core/config.ts'
import { paperMaker } from '../../server/papers/paper-maker.ts'
import { tableSending } from '../../server/tables/sending.ts'
import { county } from '../support/county.ts'
import { facts, hour, noon, who } from '../support/given.ts'
import { runningBoard } from '../support/running-board.ts'

const plan = { name: 'Open issues', of: 'issue', columns: [{ field: 'title' }, { field: 'count', sum: true }], filters: [], group: null, rows: true, settled: false, shared: 'all' } as const
const issue = (id: string, township: string, title = id) => ({ issue: id, title, aspect: 'safety', severity: 'day', township, lng: 110, lat: 21, unit: 'health' })

it('[F77] [TB4] another system reads a table with a key as its maker sees it at that moment, and no longer once the key is ended or renewed or its person disabled', async () => {
  const board = await runningBoard()
  const ann = board.person({ role: 'coordinator' })
  const olaf = board.person({ role: 'officer', township: 'north' })
  const nora = board.person({ role: 'officer', township: 'south' })
  let n = 0
  const give = async (actor: typeof ann.actor, name: string, args: object) => expect(await board.authority.submit({ id: `c${++n}`, name, args }, actor)).toMatchObject({ ok: true })
  await give(ann.actor, 'reportIssue', issue('i1', 'north', '=1+1'))
  await give(ann.actor, 'reportIssue', issue('i2', 'south'))
  await give(ann.actor, 'saveTable', { ...plan, table: 'all', version: 0 })
  await give(olaf.actor, 'saveTable', { ...plan, table: 'private', version: 0, shared: 'own' })

  const make = async (by: typeof ann, table: string) => by.fetch(`/api/i/first/tables/${table}/key`, { method: 'POST' })
  const secretOf = async (by: typeof ann, table: string) => (await (await make(by, table)).json() as { secret: string }).secret
  const read = (secret: string, path = 'first/all') => fetch(`${board.origin()}/api/tables/${path}`, { headers: { authorization: `Bearer ${secret}` } })
  const rows = async (secret: string, path?: string) => (await (await read(secret, path)).json() as { rows: unknown[] }).rows

  const [all, north] = [await secretOf(ann, 'all'), await secretOf(olaf, 'all')]
  expect((await rows(all)).sort()).toEqual([['=1+1', 1], ['i2', 1]])
  expect(await rows(north)).toEqual([['=1+1', 1]])
  const file = Buffer.from(await (await read(north, 'first/all?as=excel')).arrayBuffer())
  expect(await readSheet(file)).toEqual([['标题', '件数'], ['=1+1', 1], [null, 1]])

  // Nobody makes a key for a table that they do not see, and a key opens its own table only.
  expect((await make(nora, 'private')).status).toBe(404)
  expect((await make(ann, 'private')).status).toBe(404)
  const own = await secretOf(olaf, 'private')
  expect([(await read(own)).status, (await read(own, 'first/private')).status, (await read(own, 'other/private')).status, (await read('')).status]).toEqual([404, 200, 404, 404])

  // The rights of the moment count: of another township, and of a table that is no longer shared.
  board.accounts.change(ann.actor.id, olaf.actor.id, { township: 'south' })
  expect(await rows(north)).toEqual([['i2', 1]])
  await give(ann.actor, 'saveTable', { ...plan, table: 'all', version: 1, shared: 'own' })
  expect([(await read(north)).status, (await read(all)).status]).toEqual([404, 200])

  const next = await secretOf(ann, 'all')
  expect([(await read(all)).status, (await read(next)).status]).toEqual([404, 200])
  const known = await (await ann.fetch('/api/i/first/tables')).text()
  expect(known).toContain('"table":"all"')
  expect(known).not.toContain(next)
  expect((await ann.fetch('/api/i/first/tables/all/key', { method: 'DELETE' })).status).toBe(204)
  expect((await read(next)).status).toBe(404)
  const last = await secretOf(olaf, 'private')
  board.accounts.disable(ann.actor.id, olaf.actor.id)
  expect((await read(last, 'first/private')).status).toBe(404)
  board.accounts.enable(ann.actor.id, olaf.actor.id)
  expect((await read(last, 'first/private')).status).toBe(404)
  expect(board.bugs).toEqual([])
})

/** A board with one issue in each township, whose tables are sent to a receiver that answers as the test asks. */
async function office(store = memoryStore()) {
  const clock = { now: noon }
  const now = () => clock.now
  const authority = await Authority.open(store, { facts, now })
  const sent: { title: string, file: { base64: string }, headers: Readonly<Record<string, string>>, body: string }[] = []
  const state = { down: false, owner: who.coordinator as typeof who.coordinator | typeof who.inspector | null }
  const config = readConfig({ WEBHOOKS: JSON.stringify([{ name: 'office', kind: 'json', url: 'http://127.0.0.1:1/', secret: 'key' }, { name: 'robot', kind: 'wecom', url: 'http://127.0.0.1:1/' }]) })
  const troubles: unknown[] = []
  const sending = tableSending(authority, store, {
    config,
    county,
    papers: paperMaker(undefined),
    actorOf: () => state.owner,
    now,
    onTrouble: (_, error) => troubles.push(error),
    async send({ body, headers = {} }) {
      if (state.down) throw new Error('down')
      sent.push({ ...JSON.parse(String(body)) as { title: string, file: { base64: string } }, headers, body: String(body) })
      return 200
    },
  })
  let n = authority.board.seq
  const give = async (name: string, args: object) => expect(await authority.submit({ id: `c${++n}`, name, args }, who.coordinator)).toMatchObject({ ok: true })
  return { clock, sent, state, troubles, sending, give, store }
}

async function scheduled() {
  const made = await office()
  await made.give('openIncident', { code: '0506', name: 'Test', phase: 'emergency', drill: true, startedAt: noon }).catch(() => {})
  return made
}

it('[F77] [TB5] a table goes out once a day at its hour as a signed Excel file, also over a restart, and again to a receiver that was down', async () => {
  const { clock, sent, state, sending, give, store, troubles } = await scheduled()
  await give('reportIssue', issue('i1', 'north'))
  await give('saveTable', { ...plan, table: 'all', version: 0 })
  await give('scheduleTable', { table: 'all', schedule: { at: '13:00', to: 'office' } })
  await sending()
  expect(sent).toHaveLength(0)
  state.down = true
  clock.now = noon + hour
  await sending()
  expect([sent.length, troubles.length]).toEqual([0, 1])
  state.down = false
  await sending()
  expect(sent).toHaveLength(0)
  clock.now += 5 * 60_000
  await sending()
  await sending()
  expect(sent).toHaveLength(1)
  const [{ title, file, headers, body }] = sent as [typeof sent[number]]
  expect(title).toContain('Open issues')
  expect(await readSheet(Buffer.from(file.base64, 'base64'))).toEqual([['标题', '件数'], ['i1', 1], [null, 1]])
  expect(headers['x-yixian-signature']).toBe(`sha256=${createHmac('sha256', 'key').update(`${headers['x-yixian-timestamp']}.${body}`).digest('hex')}`)

  const again = await office(store)
  again.clock.now = noon + 2 * hour
  await again.sending()
  expect(again.sent).toHaveLength(0)
  again.clock.now = noon + 25 * hour
  await again.sending()
  expect(again.sent).toHaveLength(1)
})

it('[F77] [TB5] a table is not sent for an owner who is gone or leads no more, nor to a robot that takes no files', async () => {
  const { clock, sent, state, sending, give, troubles } = await scheduled()
  await give('saveTable', { ...plan, table: 'all', version: 0 })
  await give('saveTable', { ...plan, table: 'other', version: 0 })
  await give('scheduleTable', { table: 'all', schedule: { at: '13:00', to: 'office' } })
  await give('scheduleTable', { table: 'other', schedule: { at: '13:00', to: 'robot' } })
  for (const owner of [null, who.inspector]) {
    clock.now += 24 * hour
    state.owner = owner
    await sending()
  }
  expect([sent, troubles]).toEqual([[], []])
  clock.now += 24 * hour
  state.owner = who.coordinator
  await sending()
  expect(sent).toHaveLength(1)
  await give('scheduleTable', { table: 'all', schedule: null })
  clock.now += 24 * hour
  await sending()
  expect(sent).toHaveLength(1)
})
