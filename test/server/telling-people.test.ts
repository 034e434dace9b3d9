import type { Got } from '../support/push-service.ts'
import { Buffer } from 'node:buffer'
import { createPublicKey, verify } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { readConfig } from '../../server/core/config.ts'
import { pusher, pushKeys } from '../../server/telling/push.ts'
import { texter } from '../../server/telling/sms.ts'
import { noChoice } from '../../shared/notices/ways.ts'
import { outside, subscriber } from '../support/push-service.ts'
import { runningBoard } from '../support/running-board.ts'
import { tempFolder } from '../support/temp.ts'

it('[NT8] [F88] a push reaches a browser\'s own service encrypted and signed, and says nothing of what is in a notice', async () => {
  const service = await outside()
  const board = await runningBoard({ settings: { WEBHOOK_PRIVATE: 'yes' } })
  const ann = board.person({ role: 'coordinator', name: '金丝雀' } as never)
  const phone = subscriber(`${service.url}/push/1`)
  const post = (to: string, body: object) => ann.fetch(`/api/telling${to}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  expect((await post('', { ...noChoice, usual: ['push'] })).status).toBe(204)
  expect((await post('/push', phone.address)).status).toBe(204)
  const { key } = await (await ann.fetch('/api/telling')).json() as { key: string }
  await board.authority.submit({ id: 'c1', name: 'reportIssue', args: { issue: 'i1', title: '秘密方案 no gloves', aspect: 'safety', severity: 'immediate', township: 'north', lng: 1, lat: 1, unit: 'health' } }, ann.actor)
  expect(await (await post('/try', { way: 'push' })).json()).toEqual({ sent: true })
  const [{ headers, body, url }] = service.got as [Got]
  expect([url, headers['content-encoding'], Number(headers.ttl) > 0]).toEqual(['/push/1', 'aes128gcm', true])
  const said = phone.read(body)
  expect(JSON.parse(said)).toMatchObject({ title: expect.stringContaining('一线'), body: '这是一条测试消息。', incident: 'first' })
  for (const secret of ['金丝雀', 'the coordinator', '秘密', 'gloves', ann.actor.id]) expect(said + body.toString('latin1'), secret).not.toContain(secret)
  // The service knows the server by its key, which stays the same over restarts and is readable by its user only.
  const [, token = '', sent] = /^vapid t=([^,]+), ?k=(\S+)$/.exec(String(headers.authorization)) ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  const raw = Buffer.from(key, 'base64url')
  const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: raw.subarray(1, 33).toString('base64url'), y: raw.subarray(33).toString('base64url') } })
  expect([sent, verify('sha256', Buffer.from(`${head}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))]).toEqual([key, true])
  expect(fs.statSync(path.join(board.data, 'push-keys')).mode & 0o077).toBe(0)
  expect((await pushKeys(board.data)).publicKey).toBe(key)
  // A device that signs out gets no more.
  await ann.fetch('/api/session', { method: 'DELETE' })
  const again = board.accounts.signIn(board.accounts.invite(ann.actor.id, 1), 1)
  expect(await (await fetch(`${board.origin()}/api/telling`, { headers: { cookie: `yixian=${again}` } })).json()).toMatchObject({ devices: 0, registered: false, choice: { usual: ['push'] } })
  // The browser registers again for the new session, and not for others.
  const signedIn = { 'cookie': `yixian=${again}`, 'origin': board.origin(), 'content-type': 'application/json' }
  expect((await fetch(`${board.origin()}/api/telling/push`, { method: 'POST', body: JSON.stringify(phone.address), headers: signedIn })).status).toBe(204)
  const other = board.accounts.signIn(board.accounts.invite(ann.actor.id, 1), 1)
  const seen = async (token: string) => await (await fetch(`${board.origin()}/api/telling`, { headers: { cookie: `yixian=${token}` } })).json() as object
  expect([await seen(again), await seen(other)]).toMatchObject([{ devices: 1, registered: true }, { devices: 1, registered: false }])
  // Its address is deleted with its session, however that ends.
  const file = new SQLite(path.join(board.data, 'board.db'), { readonly: true })
  const rows = () => file.prepare('select count(*) from pushing').pluck().get()
  expect(rows()).toBe(1)
  board.accounts.add({ name: 'second', role: 'admin' })
  board.accounts.disable('system', ann.actor.id)
  expect(rows()).toBe(0)
  file.close()
})

it('[NT8] an address that is gone is forgotten, one on a private network is not called', async () => {
  const statuses = [410, 403, 401]
  const service = await outside(() => statuses.shift() ?? 500)
  const { address } = subscriber(service.url)
  const keys = await pushKeys(tempFolder())
  const send = pusher({ keys, subject: 'mailto:a@b.example', allowPrivate: true })
  // Also one that was made under another key of this server.
  for (const _ of [410, 403, 401]) expect(await send(address, {})).toBe(false)
  await expect(send(address, {})).rejects.toThrow('500')
  expect(await pusher({ keys, subject: 'mailto:a@b.example', allowPrivate: false })(address, {})).toBe(false)
  await expect(pusher({ keys, subject: 'mailto:a@b.example', allowPrivate: false })({ ...address, endpoint: service.url.replace('http:', 'https:') }, {})).rejects.toThrow('private')
  expect(service.got).toHaveLength(4)
})

it('[NT8] [DF1] the keys for pushes are written whole, and an empty or broken file of them stops the start with a sentence', async () => {
  const data = tempFolder()
  const { publicKey } = await pushKeys(data)
  expect(fs.readdirSync(data)).toEqual(['push-keys'])
  for (const broken of ['', '{"publicKey":', '{}', JSON.stringify({ publicKey, privateKey: 'x' })]) {
    fs.writeFileSync(path.join(data, 'push-keys'), broken)
    await expect(pushKeys(data)).rejects.toMatchObject({ reason: 'push_keys_damaged', message: expect.stringContaining('push-keys') })
    expect(fs.readFileSync(path.join(data, 'push-keys'), 'utf8')).toBe(broken)
  }
})

it('[NT8] nobody has the county write to strangers: no newcomer, viewer or wall screen is told anything, and a person tries a way five times a day', async () => {
  const provider = await outside()
  const board = await runningBoard({ settings: { WEBHOOK_PRIVATE: 'yes', SMS: JSON.stringify({ url: `${provider.url}/sms`, headers: {}, body: '{"to":"{phone}","text":"{text}"}' }) } })
  const ask = (person: ReturnType<typeof board.person>, method: string, to: string, body?: object) => person.fetch(`/api/telling${to}`, { method, body: body && JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  const strangers = [board.person({ role: 'volunteer', approved: false }), board.person({ role: 'viewer' })]
  const routes = [['GET', ''], ['POST', '', noChoice], ['POST', '/push', subscriber(`${provider.url}/push`).address], ['DELETE', '/push'], ['POST', '/try', { way: 'sms' }]] as const
  for (const person of strangers) {
    for (const [method, to, body] of routes) expect((await ask(person, method, to, body)).status, `${person.actor.role} ${method} ${to}`).toBe(403)
  }
  const ann = board.person({ role: 'coordinator' })
  board.accounts.change('system', ann.actor.id, { phone: '13900000000' })
  for (let i = 0; i < 5; i++) expect(await (await ask(ann, 'POST', '/try', { way: 'sms' })).json()).toEqual({ sent: true })
  const sixth = await ask(ann, 'POST', '/try', { way: 'sms' })
  expect([sixth.status, await sixth.json()]).toMatchObject([429, { code: 'slow_down' }])
  expect(provider.got.map(({ body }) => (JSON.parse(body.toString()) as { text: string }).text)).toEqual(Array.from({ length: 5 }, () => '一线 这是一条测试消息。'))
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
