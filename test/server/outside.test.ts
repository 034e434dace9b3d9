import type { AddressInfo } from 'node:net'
import { createECDH, randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { NotTaken, outsideTroubles } from '../../server/core/outside.ts'
import { runningBoard, until } from '../support/running-board.ts'

const token = 'a-token-of-twenty-characters'
const body = (value: object) => ({ method: 'POST', body: JSON.stringify(value), headers: { 'content-type': 'application/json' } })

/** A port of this machine at which nobody listens. */
async function deadPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise(done => server.close(done))
  return port
}

it('[NT15] a webhook, a mail server, a sender of text messages and a push service that are down are each one plain line and a figure, and no fault of the board', async () => {
  const dead = `127.0.0.1:${await deadPort()}`
  const board = await runningBoard({ settings: {
    WEBHOOKS: JSON.stringify([{ name: 'robot', kind: 'json', url: `http://${dead}/a`, secret: 'the-secret' }]),
    WEBHOOK_PRIVATE: 'yes',
    MAIL_URL: `smtp://${dead}`,
    MAIL_FROM: 'board@county.example',
    MAIL_PLAIN: 'yes',
    SMS: JSON.stringify({ url: `http://${dead}/sms`, headers: { 'content-type': 'application/json' }, body: '{"to":"{phone}","text":"{text}"}' }),
    METRICS: 'yes',
    METRICS_TOKEN: token,
  } })
  const id = board.accounts.add({ name: 'Ann Lee', role: 'coordinator', phone: '13800001234' })
  const headers = { 'cookie': `yixian=${board.accounts.signIn(board.accounts.invite(id, 1), 1)}`, 'origin': board.origin(), 'content-type': 'application/json' }
  const ask = (path: string, value: object) => fetch(`${board.origin()}/api/telling${path}`, { ...body(value), headers })
  const keys = createECDH('prime256v1')
  const push = { endpoint: `https://${dead}/p`, keys: { p256dh: keys.generateKeys('base64url'), auth: randomBytes(16).toString('base64url') } }
  expect((await ask('/push', push)).status).toBe(204)
  for (const way of ['sms', 'push', 'sms']) expect(await (await ask('/try', { way })).json()).toEqual({ sent: false })
  expect((await ask('/', { usual: [], except: {}, everyMinutes: 15, nights: false, mail: 'ann@home.example', lang: 'en' })).status).toBe(204)

  const give = (name: string, args: object) => board.authority.submit({ id: `${name}-1`, name, args }, { id, role: 'coordinator' })
  await give('reportIssue', { issue: 'i1', title: 'no gloves', aspect: 'safety', severity: 'immediate', township: 'north', lng: -20, lat: 64.5, unit: 'health' })
  expect(await give('advanceIssue', { issue: 'i1', from: 'found', to: 'told' })).toMatchObject({ ok: true })
  const port = board.port()
  await board.stop()
  await board.again(port)

  await until(() => board.untaken.length === 4)
  expect(board.untaken.map(({ way, receiver, times }) => [way, receiver, times]).sort()).toEqual([['mail', 'people', 1], ['push', 'people', 1], ['sms', 'people', 1], ['webhook', 'robot', 1]])
  for (const { why } of board.untaken) expect(why).toContain('ECONNREFUSED')
  expect(JSON.stringify(board.untaken)).not.toMatch(/13800001234|ann@|Ann|the-secret|gloves/)
  const figures = await (await fetch(`${board.origin()}/metrics`, { headers: { authorization: `Bearer ${token}` } })).text()
  expect(figures).toContain('yixian_outside_troubles_total{way="webhook"} 1\n')
  expect(board.bugs).toEqual([])
})

it('[NT15] however many messages one receiver does not take, it is a line at once and then one in ten minutes with their number; what is no trouble outside stays a fault', () => {
  let now = 0
  const [lines, bugs, counted] = [[] as unknown[], [] as unknown[], [] as string[]]
  const outside = outsideTroubles({ now: () => now, onCount: way => counted.push(way), onTrouble: line => lines.push(line), onBug: bug => bugs.push(bug) })
  for (let i = 0; i < 100; i++) outside('sms', 'people', new NotTaken('answered 503'))
  outside('webhook', 'robot', new NotTaken('answered 500'))
  now = 600_000
  outside('sms', 'people', new NotTaken('answered 504'))
  const fault = new TypeError('x is not a function')
  outside('sms', 'people', fault)
  expect(lines).toEqual([
    { way: 'sms', receiver: 'people', why: 'answered 503', times: 1 },
    { way: 'webhook', receiver: 'robot', why: 'answered 500', times: 1 },
    { way: 'sms', receiver: 'people', why: 'answered 504', times: 100 },
  ])
  expect([counted.length, bugs]).toEqual([102, [fault]])
})
