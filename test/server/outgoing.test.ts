import type { AddressInfo } from 'node:net'
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { Authority } from '../../server/board/authority.ts'
import { scheduler } from '../../server/board/scheduler.ts'
import { memoryStore } from '../../server/board/store-memory.ts'
import { readConfig } from '../../server/core/config.ts'
import { isPrivate, postOut } from '../../server/outgoing/guarded-request.ts'
import { outgoing } from '../../server/outgoing/outgoing.ts'
import { county } from '../support/county.ts'
import { facts, hour, noon, who } from '../support/given.ts'
import { until } from '../support/running-board.ts'

interface Got { readonly url: string, readonly headers: Record<string, unknown>, readonly body: string }

/** A receiver on this machine that keeps what it gets and answers as the test asks. */
async function receiver(answer: (n: number) => number = () => 200, location = '') {
  const got: Got[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', part => body += part)
    request.on('end', () => {
      got.push({ url: request.url ?? '', headers: request.headers, body })
      response.writeHead(answer(got.length), location ? { location } : {}).end()
    })
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** A board with one issue assigned to a unit, and receivers outside that are told of it. */
async function desk(hooks: object[], start = noon, store = memoryStore()) {
  const clock = { now: start }
  const now = () => clock.now
  const authority = await Authority.open(store, { facts, now })
  const config = readConfig({ WEBHOOKS: JSON.stringify(hooks), WEBHOOK_PRIVATE: 'yes' })
  const troubles: string[] = []
  const tellers = await outgoing(authority, store, { config, county, now, onTrouble: (name, error) => troubles.push(`${name}: ${String(error)}`) })
  const timer = scheduler(authority, store, { facts })
  onTestFinished(() => timer.stop())
  let n = authority.board.seq
  const act = (name: string, args: object) => authority.submit({ id: `c${++n}`, name, args }, who.admin)
  if (authority.board.seq === 0) await act('openIncident', { code: '0506', name: 'Test', phase: 'emergency', drill: true, startedAt: start })
  const issue = async (id: string, severity = 'day') => {
    await act('reportIssue', { issue: id, title: `no gloves ${id}`, aspect: 'safety', severity, township: 'north', lng: -20, lat: 64.5, unit: 'health' })
    await act('advanceIssue', { issue: id, from: 'found', to: 'told' })
  }
  return { clock, issue, tellers, timer, troubles }
}

it('[NT4] a message is signed, or has the form of one of the two group robots', async () => {
  const { got, url } = await receiver()
  const board = await desk([
    { name: 'ours', kind: 'json', url: `${url}/json`, secret: 'key' },
    { name: 'wecom', kind: 'wecom', url: `${url}/wecom?key=1` },
    { name: 'ding', kind: 'dingtalk', url: `${url}/ding?access_token=1`, secret: 'SEC' },
  ])
  await board.issue('i1')
  await board.timer.look()
  await board.tellers.look()
  const [ours, wecom, ding] = ['/json', '/wecom', '/ding'].map(path => got.find(one => one.url.startsWith(path))!)
  const at = String(ours!.headers['x-yixian-timestamp'])
  expect(ours!.headers['x-yixian-signature']).toBe(`sha256=${createHmac('sha256', 'key').update(`${at}.${ours!.body}`).digest('hex')}`)
  expect(JSON.parse(ours!.body)).toMatchObject({ notices: [{ rule: 'told', text: '新交办 0506-0001 no gloves i1（North · health）' }] })
  expect(JSON.parse(wecom!.body)).toMatchObject({ msgtype: 'markdown', markdown: { content: expect.stringContaining('0506-0001') } })
  const query = new URL(ding!.url, url).searchParams
  expect(query.get('sign')).toBe(createHmac('sha256', 'SEC').update(`${query.get('timestamp')}\nSEC`).digest('base64'))
  expect(JSON.parse(ding!.body)).toMatchObject({ msgtype: 'markdown', markdown: { title: expect.stringContaining('【演练】') } })
})

it('[NT4] [F31] many notices make one message, the next comes only after a while, and at night only urgent ones come', async () => {
  const { got, url } = await receiver()
  const board = await desk([{ name: 'ours', kind: 'json', url, everyMinutes: 10 }])
  for (const id of ['a', 'b', 'c']) await board.issue(id)
  const minute = async (by: number) => {
    board.clock.now += by * 60_000
    await board.timer.look()
    await board.tellers.look()
    return got.map(one => (JSON.parse(one.body) as { notices: unknown[] }).notices.length)
  }
  expect(await minute(0)).toEqual([3])
  await board.issue('d')
  expect(await minute(1)).toEqual([3])
  expect(await minute(10)).toEqual([3, 1])
  // The county is quiet from 23 to 6, and its clock is UTC.
  board.clock.now = noon + 11.5 * hour
  await board.issue('e')
  await board.issue('f', 'immediate')
  expect(await minute(1)).toEqual([3, 1, 1])
  expect(got.at(-1)?.body).toContain('no gloves f')
})

/** The notices of all messages that came. */
const lines = (got: readonly Got[]) => got.flatMap(one => (JSON.parse(one.body) as { notices: { text: string }[] }).notices.map(({ text }) => /gloves (\w+)/.exec(text)?.[1]))

it('[NT5] a receiver that is down is tried again at growing intervals up to an hour, and loses nothing', async () => {
  let up = false
  const { got, url } = await receiver(() => up ? 200 : 503)
  const board = await desk([{ name: 'ours', kind: 'json', url }])
  await board.issue('i1')
  await board.timer.look()
  const tries: number[] = []
  for (let minute = 0; minute < 10 * 60; minute++) {
    const before = got.length
    board.clock.now += 60_000
    await board.tellers.look()
    if (got.length > before) tries.push(minute)
  }
  const pauses = tries.slice(1).map((minute, i) => minute - tries[i]!)
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
  expect([pauses[0], Math.max(...pauses)]).toEqual([1, 60])
  expect(board.troubles).toHaveLength(got.length)
  up = true
  got.length = 0
  board.clock.now = noon + 24 * hour
  await board.issue('i2', 'immediate')
  await board.timer.look()
  await board.tellers.look()
  expect(lines(got)).toEqual(expect.arrayContaining(['i1', 'i2']))
})

it('[NT5] waiting notices, and those of a time when the server was down, survive a restart; none is sent twice', async () => {
  let up = false
  const { got, url } = await receiver(() => up ? 200 : 503)
  const store = memoryStore()
  const hooks = [{ name: 'ours', kind: 'json', url, everyMinutes: 1 }]
  const first = await desk(hooks, noon, store)
  await first.issue('i1')
  await first.timer.look()
  await first.tellers.look()
  await first.issue('i2')
  first.clock.now += 60_000
  // The notice is in the log, and the server ends before it has read it.
  await first.timer.look()
  first.tellers.stop()

  up = true
  got.length = 0
  const second = await desk(hooks, noon + hour, store)
  await second.tellers.look()
  expect(lines(got)).toEqual(['i1', 'i2'])
  const third = await desk(hooks, noon + 2 * hour, store)
  await third.tellers.look()
  expect(lines(got)).toEqual(['i1', 'i2'])
})

it('[NT5] notices that do not fit in one message come with the next; beyond 500 the oldest are dropped, and the next message says how many', async () => {
  const { got, url } = await receiver()
  const board = await desk([{ name: 'wecom', kind: 'wecom', url, everyMinutes: 1 }, { name: 'ours', kind: 'json', url: `${url}/json` }])
  const ids = Array.from({ length: 510 }, (_, i) => `n${i}`)
  for (const id of ids) await board.issue(id)
  // The clock gives two hundred a minute.
  for (let i = 0; i < 4; i++) {
    await board.timer.look()
    board.clock.now += 60_000
  }
  for (let i = 0; i < 30; i++) {
    await board.tellers.look()
    board.clock.now += 60_000
  }
  const wecom = got.filter(one => !one.url.startsWith('/json')).map(one => (JSON.parse(one.body) as { markdown: { content: string } }).markdown.content)
  const told = wecom.flatMap(content => [...content.matchAll(/gloves (n\d+)/g)].map(([, id]) => id))
  expect(told).toEqual(ids.slice(10))
  expect(wecom.every(content => new TextEncoder().encode(content).length <= 4096)).toBe(true)
  expect(wecom[0]).toContain('另有 10 条未列')
  expect(wecom[1]).not.toContain('另有')
})

it('[NT4] a receiver that answers without end, or breaks off in the middle, harms nobody', async () => {
  const server = createServer((request, response) => {
    response.writeHead(200).write('x')
    if (request.url === '/broken') setImmediate(() => response.destroy())
    else setInterval(() => response.write('x'), 5).unref()
  })
  const open = new Set<unknown>()
  server.on('connection', socket => open.add(socket.on('close', () => open.delete(socket))))
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  for (const path of ['endless', 'broken']) expect(await postOut({ url: `http://127.0.0.1:${port}/${path}`, body: '{}', allowPrivate: true })).toBe(200)
  await until(() => open.size === 0)
})

it('[NT4] no receiver inside the network is called, by address or by name, and no redirect is followed', async () => {
  const { got, url } = await receiver()
  for (const address of ['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '::1', 'fe80::1', 'fc00::1', '::ffff:127.0.0.1']) expect(isPrivate(address), address).toBe(true)
  for (const address of ['8.8.8.8', '113.96.0.1', '2400:3200::1']) expect(isPrivate(address), address).toBe(false)
  await expect(postOut({ url, body: '{}', allowPrivate: false })).rejects.toThrow('private')
  await expect(postOut({ url: url.replace('127.0.0.1', 'localhost'), body: '{}', allowPrivate: false })).rejects.toThrow('private')
  const leads = await receiver(() => 302, url)
  await expect(postOut({ url: leads.url, body: '{}', allowPrivate: true })).rejects.toThrow('302')
  expect(got).toEqual([])
})

it('[L6] a receiver is configuration, and a bad one stops the start', () => {
  for (const hooks of ['x', '[{}]', JSON.stringify([{ name: 'a', kind: 'json', url: 'https://x' }, { name: 'a', kind: 'json', url: 'https://y' }]), '[{"name":"a","kind":"fax","url":"https://x"}]', '[{"name":"a","kind":"json","url":"file:///etc"}]']) expect(() => readConfig({ WEBHOOKS: hooks })).toThrow('WEBHOOKS')
})
