import type { AddressInfo } from 'node:net'
import type { Way } from '../../shared/notices/ways.ts'
import { Buffer } from 'node:buffer'
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import fs from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { Authority } from '../../server/board/authority.ts'
import { scheduler } from '../../server/board/scheduler.ts'
import { memoryStore } from '../../server/board/store-memory.ts'
import { readConfig } from '../../server/core/config.ts'
import { pusher, pushKeys } from '../../server/telling/push.ts'
import { texter } from '../../server/telling/sms.ts'
import { telling } from '../../server/telling/telling.ts'
import { noChoice } from '../../shared/notices/ways.ts'
import { county } from '../support/county.ts'
import { facts, hour, noon, who } from '../support/given.ts'
import { runningBoard } from '../support/running-board.ts'
import { tempFolder } from '../support/temp.ts'

interface Got { readonly url: string, readonly headers: Record<string, string | string[] | undefined>, readonly body: Buffer }

/** A push service, or a provider of text messages, on this machine. */
async function outside(answer: () => number = () => 201) {
  const got: Got[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      got.push({ url: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) })
      response.writeHead(answer()).end()
    })
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** A browser's half of RFC 8291: an address for pushes, and what is read of a message that came there. */
function browser(endpoint: string) {
  const curve = createECDH('prime256v1')
  const own = curve.generateKeys()
  const auth = randomBytes(16)
  const address = { endpoint, keys: { p256dh: own.toString('base64url'), auth: auth.toString('base64url') } }
  function read(body: Buffer): string {
    const salt = body.subarray(0, 16)
    const length = body[20]!
    const theirs = body.subarray(21, 21 + length)
    const key = Buffer.from(hkdfSync('sha256', curve.computeSecret(theirs), auth, Buffer.concat([Buffer.from('WebPush: info\0'), own, theirs]), 32))
    const derive = (info: string, size: number) => Buffer.from(hkdfSync('sha256', key, salt, Buffer.from(`Content-Encoding: ${info}\0`), size))
    const sealed = body.subarray(21 + length)
    const cipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
    cipher.setAuthTag(sealed.subarray(-16))
    const plain = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
    return plain.subarray(0, plain.lastIndexOf(2)).toString()
  }
  return { address, read }
}

it('[NT8] [F88] a push reaches a browser\'s own service encrypted and signed, and says how many notices there are and nothing of what is in them', async () => {
  const service = await outside()
  const board = await runningBoard({ settings: { WEBHOOK_PRIVATE: 'yes' } })
  const ann = board.person({ role: 'coordinator', name: '金丝雀' } as never)
  const phone = browser(`${service.url}/push/1`)
  const post = (to: string, body: object) => ann.fetch(`/api/telling${to}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  expect((await post('', { ...noChoice, usual: ['push'] })).status).toBe(204)
  expect((await post('/push', phone.address)).status).toBe(204)
  const { key } = await (await ann.fetch('/api/telling')).json() as { key: string }
  await board.authority.submit({ id: 'c1', name: 'reportIssue', args: { issue: 'i1', title: '秘密方案 no gloves', aspect: 'safety', severity: 'immediate', township: 'north', lng: 1, lat: 1, unit: 'health' } }, ann.actor)
  expect(await (await post('/try', { way: 'push' })).json()).toEqual({ sent: true })
  const [{ headers, body, url }] = service.got as [Got]
  expect([url, headers['content-encoding'], Number(headers.ttl) > 0]).toEqual(['/push/1', 'aes128gcm', true])
  const said = phone.read(body)
  expect(JSON.parse(said)).toMatchObject({ title: expect.stringContaining('一线'), body: expect.stringContaining('1 条'), incident: 'first' })
  for (const secret of ['金丝雀', 'the coordinator', '秘密', 'gloves', ann.actor.id]) expect(said + body.toString('latin1'), secret).not.toContain(secret)
  // The service knows the server by its key, which stays the same over restarts and is readable by its user only.
  const [, token = '', sent] = /^vapid t=([^,]+), ?k=(\S+)$/.exec(String(headers.authorization)) ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  const raw = Buffer.from(key, 'base64url')
  const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: raw.subarray(1, 33).toString('base64url'), y: raw.subarray(33).toString('base64url') } })
  expect([sent, verify('sha256', Buffer.from(`${head}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))]).toEqual([key, true])
  expect(fs.statSync(path.join(board.data, 'push-keys')).mode & 0o077).toBe(0)
  expect(pushKeys(board.data).publicKey).toBe(key)
  // A device that signs out gets no more.
  await ann.fetch('/api/session', { method: 'DELETE' })
  const again = board.accounts.signIn(board.accounts.invite(ann.actor.id, 1), 1)
  expect(await (await fetch(`${board.origin()}/api/telling`, { headers: { cookie: `yixian=${again}` } })).json()).toMatchObject({ devices: 0, choice: { usual: ['push'] } })
})

it('[NT8] an address that is gone is forgotten, one on a private network is not called', async () => {
  const service = await outside(() => 410)
  const { address } = browser(service.url)
  const keys = pushKeys(tempFolder())
  expect(await pusher({ keys, subject: 'mailto:a@b.example', allowPrivate: true })(address, {})).toBe(false)
  expect(await pusher({ keys, subject: 'mailto:a@b.example', allowPrivate: false })(address, {})).toBe(false)
  await expect(pusher({ keys, subject: 'mailto:a@b.example', allowPrivate: false })({ ...address, endpoint: service.url.replace('http:', 'https:') }, {})).rejects.toThrow('private')
  expect(service.got).toHaveLength(1)
})

it('[NT9] a text message goes to any provider by a template, and no text can leave its field', async () => {
  const provider = await outside()
  const nasty = '1","mobile":"2&to=3\n'
  const sms = (headers: object, body: string) => texter(readConfig({ WEBHOOK_PRIVATE: 'yes', SMS: JSON.stringify({ url: `${provider.url}/sms`, headers, body }) }))!
  await sms({ 'x-key': 'k' }, '{"mobile":"{phone}","content":"【县】{text}"}')('139', nasty)
  await sms({ 'Content-Type': 'application/x-www-form-urlencoded' }, 'to={phone}&text={text}')('139', nasty)
  const [json, form] = provider.got as [Got, Got]
  expect([json.headers['x-key'], JSON.parse(json.body.toString())]).toEqual(['k', { mobile: '139', content: `【县】${nasty}` }])
  expect([...new URLSearchParams(form.body.toString())]).toEqual([['to', '139'], ['text', nasty]])
  expect(texter(readConfig({}))).toBeNull()
})

/** A board whose unit is told of what is assigned to it, by ways that answer as the test asks. */
async function office(choice: object, answers: Partial<Record<Way, (n: number) => boolean>> = {}, store = memoryStore(), start = noon) {
  const clock = { now: start }
  const now = () => clock.now
  const authority = await Authority.open(store, { facts, now })
  const sent: string[] = []
  const by = (way: Way) => async (_: string, __: object, { count, urgent }: { count: number, urgent: boolean }) => {
    sent.push(`${way} ${count}${urgent ? ' urgent' : ''}`)
    return (answers[way] ?? (() => true))(sent.length)
  }
  const people = await telling(authority, store, { incident: 'first', county, now, actorOf: () => who.unit, choices: { people: () => [who.unit.id], of: () => ({ ...noChoice, ...choice }) }, send: { has: ['push', 'mail', 'sms'], by: { push: by('push'), mail: by('mail'), sms: by('sms') } } })
  const timer = scheduler(authority, store, { facts })
  onTestFinished(() => timer.stop())
  let n = authority.board.seq
  const act = async (name: string, args: object, actor = who.admin) => expect(await authority.submit({ id: `c${++n}`, name, args }, actor)).toMatchObject({ ok: true })
  if (n === 0) await act('openIncident', { code: '0506', name: 'Test', phase: 'emergency', drill: true, startedAt: start })
  const issue = async (id: string, severity = 'day') => {
    await act('reportIssue', { issue: id, title: `no gloves ${id}`, aspect: 'safety', severity, township: 'north', lng: -20, lat: 64.5, unit: 'health' })
    await act('advanceIssue', { issue: id, from: 'found', to: 'told' })
  }
  const minutes = async (by = 0) => {
    clock.now += by * 60_000
    await timer.look()
    await people.look()
    return sent.splice(0)
  }
  return { authority, act, issue, minutes, store, clock }
}

it('[NT7] [F88] each notice is told once by each chosen way, what comes within the pause as one message, and what was read in the app not at all, also over a restart', async () => {
  const board = await office({ usual: ['push', 'mail'], everyMinutes: 15 })
  await board.issue('a')
  await board.issue('b')
  expect(await board.minutes()).toEqual(['push 2', 'mail 2'])
  expect(await board.minutes(1)).toEqual([])
  await board.issue('c')
  await board.issue('d')
  expect(await board.minutes(5)).toEqual([])
  await board.act('readNotices', { notices: [...board.authority.board.all('notice')].filter(one => one.issue === 'c').map(({ id }) => id) }, who.unit)
  const again = await office({ usual: ['push', 'mail'], everyMinutes: 15 }, {}, board.store, board.clock.now)
  expect(await again.minutes(15)).toEqual(['push 1', 'mail 1'])
  expect(await again.minutes(60)).toEqual([])
})

it('[NT7] the way is chosen by rule, and at night only what is urgent is told; in the morning the rest is one digest', async () => {
  const board = await office({ usual: ['push'], except: { assigned: [], told: ['sms'] } }, {}, memoryStore(), noon + 11 * hour)
  await board.issue('a')
  await board.issue('b')
  expect(await board.minutes()).toEqual([])
  await board.issue('c', 'immediate')
  expect(await board.minutes(6)).toEqual(['sms 1 urgent'])
  const morning = await board.minutes(9 * 60)
  expect(morning).toContain('sms 2')
  const nobody = await office({ usual: [] })
  await nobody.issue('a')
  expect(await nobody.minutes()).toEqual([])
  const nights = await office({ usual: ['mail'], nights: true }, {}, memoryStore(), noon + 11 * hour)
  await nights.issue('a')
  expect(await nights.minutes()).toEqual(['mail 1'])
})

it('[NT7] a way that does not get through is replaced by the next at once if it is closed, and after three failures if it does not answer', async () => {
  const closed = await office({ usual: ['push'] }, { push: () => false })
  await closed.issue('a')
  expect(await closed.minutes()).toEqual(['push 1', 'mail 1'])
  expect(await closed.minutes(60)).toEqual([])
  const failing = () => {
    throw new Error('no answer')
  }
  const silent = await office({ usual: ['push'] }, { push: failing, mail: () => false })
  await silent.issue('a')
  expect([await silent.minutes(), await silent.minutes(0.5), await silent.minutes(1), await silent.minutes(3)]).toEqual([['push 1'], [], ['push 1'], ['push 1', 'mail 1', 'sms 1']])
  expect(await silent.minutes(60)).toEqual([])
})
