import type { AddressInfo } from 'node:net'
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { Authority } from '../../server/authority.ts'
import { readConfig } from '../../server/config.ts'
import { isPrivate, post } from '../../server/outgoing/guarded-request.ts'
import { outgoing } from '../../server/outgoing/outgoing.ts'
import { scheduler } from '../../server/scheduler.ts'
import { memoryStore } from '../../server/store-memory.ts'
import { county } from '../support/county.ts'
import { facts, hour, noon, who } from '../support/given.ts'

interface Got { readonly url: string, readonly headers: Record<string, unknown>, readonly body: string }

/** A receiver on this machine that keeps what it gets, and answers as it is told to. */
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

/** A board with one issue told to a unit, and who outside is told of it. */
async function desk(hooks: object[], start = noon) {
  const clock = { now: start }
  const now = () => clock.now
  const store = memoryStore()
  const authority = await Authority.open(store, { facts, now })
  const config = readConfig({ WEBHOOKS: JSON.stringify(hooks), WEBHOOK_PRIVATE: 'yes' })
  const troubles: string[] = []
  const tellers = outgoing(authority, { config, county, now, onTrouble: (name, error) => troubles.push(`${name}: ${String(error)}`) })
  const timer = scheduler(authority, store, { facts })
  onTestFinished(() => timer.stop())
  let n = 0
  const act = (name: string, args: object) => authority.submit({ id: `c${++n}`, name, args }, who.admin)
  await act('openIncident', { code: '0506', name: 'Test', phase: 'emergency', drill: true, startedAt: start })
  const issue = async (id: string, severity = 'day') => {
    await act('reportIssue', { issue: id, title: `no gloves ${id}`, aspect: 'safety', severity, township: 'north', lng: -20, lat: 64.5, unit: 'health' })
    await act('advanceIssue', { issue: id, from: 'found', to: 'told' })
  }
  return { clock, issue, tellers, timer, troubles }
}

it('[NT4] a signed message, and the forms of the two group robots', async () => {
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
  expect(JSON.parse(ours!.body)).toMatchObject({ notices: [{ rule: 'told', text: '新交办 0506-0001 no gloves i1（health）' }] })
  expect(JSON.parse(wecom!.body)).toMatchObject({ msgtype: 'markdown', markdown: { content: expect.stringContaining('0506-0001') } })
  const query = new URL(ding!.url, url).searchParams
  expect(query.get('sign')).toBe(createHmac('sha256', 'SEC').update(`${query.get('timestamp')}\nSEC`).digest('base64'))
  expect(JSON.parse(ding!.body)).toMatchObject({ msgtype: 'markdown', markdown: { title: expect.stringContaining('【演练】') } })
})

it('[NT4] [F31] never a storm: one message with all of it, the next only after a while, at night only the urgent', async () => {
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

it('[NT4] a receiver that is down is tried again, later each time, and loses nothing', async () => {
  const { got, url } = await receiver(n => n < 3 ? 503 : 200)
  const board = await desk([{ name: 'ours', kind: 'json', url }])
  await board.issue('i1')
  await board.timer.look()
  for (const minutes of [0, 0.5, 1, 1, 3]) {
    board.clock.now += minutes * 60_000
    await board.tellers.look()
  }
  expect(got).toHaveLength(3)
  expect(board.troubles).toHaveLength(2)
  expect(got[2]?.body).toContain('no gloves i1')
})

it('[NT4] nothing inside the house is called: by address, by name, or by a redirect', async () => {
  const { got, url } = await receiver()
  for (const address of ['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '::1', 'fe80::1', 'fc00::1', '::ffff:127.0.0.1']) expect(isPrivate(address), address).toBe(true)
  for (const address of ['8.8.8.8', '113.96.0.1', '2400:3200::1']) expect(isPrivate(address), address).toBe(false)
  await expect(post({ url, body: '{}', allowPrivate: false })).rejects.toThrow('private')
  await expect(post({ url: url.replace('127.0.0.1', 'localhost'), body: '{}', allowPrivate: false })).rejects.toThrow('private')
  const leads = await receiver(() => 302, url)
  await expect(post({ url: leads.url, body: '{}', allowPrivate: true })).rejects.toThrow('302')
  expect(got).toEqual([])
})

it('[L6] a receiver is configuration, and a bad one stops the start', () => {
  for (const hooks of ['x', '[{}]', '[{"name":"a","kind":"fax","url":"https://x"}]', '[{"name":"a","kind":"json","url":"file:///etc"}]']) expect(() => readConfig({ WEBHOOKS: hooks })).toThrow('WEBHOOKS')
})
