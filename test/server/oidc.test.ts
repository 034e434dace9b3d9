import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { sealWith } from '../../server/core/seal.ts'
import { openDatabase } from '../../server/database/database.ts'
import { audit } from '../../server/people/audit.ts'
import { awayBounds, logins } from '../../server/people/logins.ts'
import { hour } from '../support/given.ts'
import { post, world } from '../support/sign-in-by.ts'

const minute = 60_000

it('[F91] [SO1] whoever the provider names is let in on the account that an administrator gave this name, and nobody else; no account is made', async () => {
  const { provider, board, admin, ann, login, browser } = await world()
  const people = board.accounts.list().length
  const one = browser()
  expect(await (await one.ask('/session/with')).json()).toMatchObject([{ id: 'oidc', name: '粤政通' }])
  expect([await one.whole(), (await one.who()).id]).toEqual(['/in?came', ann.actor.id])
  provider.twists.claims = { sub: 'p-2' }
  const other = browser()
  expect([await other.whole(), (await other.who()).code, board.accounts.list().length]).toEqual(['/in?no=stranger', 'signed_out', people])
  // Unknown and disabled people get the same answer.
  provider.twists.claims = {}
  await admin.fetch(`/api/people/${ann.actor.id}/disable`, { method: 'POST' })
  expect(await browser().whole()).toBe('/in?no=stranger')
  await admin.fetch(`/api/people/${ann.actor.id}/enable`, { method: 'POST' })
  expect(await browser().whole()).toBe('/in?came')
  await login(ann.actor.id, '')
  expect(await browser().whole()).toBe('/in?no=stranger')
})

it('[F91] [SO1] a name belongs to one account; administrators alone put it, for a colleague with a fresh proof; the disk has it sealed, and a deleted person has none', async () => {
  const { clock, board, admin, ann, login } = await world({ name: 'secret-name-of-ann' })
  const ben = board.person({ role: 'admin' })
  const taken = await login(ben.actor.id, 'secret-name-of-ann')
  expect([taken.status, await taken.json()]).toMatchObject([409, { code: 'exists', detail: 'login' }])
  const added = await admin.fetch('/api/people', post({ name: 'Cat', role: 'overseer', logins: { oidc: 'secret-name-of-ann' } }))
  expect([added.status, board.accounts.list().some(one => one.name === 'Cat')]).toEqual([409, false])
  expect((await ann.fetch(`/api/people/${ann.actor.id}`, post({ logins: { oidc: 'x' } }))).status).toBe(403)
  expect((await login(ann.actor.id, 'x'.repeat(201))).status).toBe(400)
  expect((await admin.fetch(`/api/people/${ann.actor.id}`, post({ logins: { wecom: 'x' } }))).status).toBe(400)
  const register = await (await admin.fetch('/api/people')).json() as { id: string, logins: object }[]
  expect(register.find(one => one.id === ann.actor.id)?.logins).toEqual({ oidc: 'secret-name-of-ann' })
  clock.ahead = 11 * minute
  // Whoever finds a signed-in device puts no name of their own on anybody.
  const newPerson = { name: 'Dan', role: 'overseer' }
  expect([(await login(ben.actor.id, 'y')).status, (await login(ann.actor.id, 'y')).status, (await admin.fetch('/api/people', post({ ...newPerson, logins: { oidc: 'y' } }))).status]).toEqual([403, 403, 403])
  expect([(await admin.fetch(`/api/people/${ann.actor.id}`, post({ phone: '1' }))).status, (await admin.fetch('/api/people', post({ ...newPerson, logins: { oidc: '' } }))).status]).toEqual([204, 201])
  expect(await (await admin.fetch(`/api/people/${ann.actor.id}/copy`, post({}))).json()).toMatchObject({ logins: { oidc: 'secret-name-of-ann' } })
  const files = () => fs.readdirSync(board.data).filter(name => name.startsWith('board.db')).map(name => fs.readFileSync(path.join(board.data, name), 'latin1')).join()
  expect(files()).not.toContain('secret-name-of-ann')
  await admin.fetch(`/api/people/${ann.actor.id}/forget`, post({}))
  expect(board.accounts.logins.of(ann.actor.id)).toEqual({})
})

it('[F91] [SO1] [IM9] a list of staff brings the names with it: for a fresh proof, and not if somebody else has one, when nobody of the list is added', async () => {
  const { board, admin, clock } = await world()
  const post = (rows: object[]) => admin.fetch('/api/people/roster', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ rows }) })
  const row = (i: number, logins?: object) => ({ name: `p${i}`, phone: `1380000000${i}`, role: 'overseer', ...logins && { logins } })
  const done = await post([row(1, { oidc: 'first' }), row(2)])
  const { added } = await done.json() as { added: { id: string }[] }
  expect([done.status, added.map(({ id }) => board.accounts.logins.of(id))]).toEqual([201, [{ oidc: 'first' }, {}]])
  const people = board.accounts.list().length
  const taken = await post([row(3), row(4, { oidc: 'first' })])
  expect([taken.status, await taken.json(), board.accounts.list().length]).toMatchObject([409, { code: 'exists', detail: 'login' }, people])
  expect((await post([row(5, { wecom: 'x' })])).status).toBe(400)
  clock.ahead = 11 * minute
  expect([(await post([row(6, { oidc: 'y' })])).status, (await post([row(7)])).status]).toEqual([403, 201])
})

it('[F91] [SO2] a mail address counts only if the provider says that it has confirmed it', async () => {
  const { provider, browser } = await world({ name: ' Ann@X.cn ', claim: 'email' })
  const ends = async (claims: object) => {
    provider.twists.claims = { ...claims }
    return browser().whole()
  }
  for (const claims of [{ email: 'ann@x.cn', email_verified: false }, { email: 'ann@x.cn' }, { email: 'ann@x.cn', email_verified: 'true' }, {}]) expect(await ends(claims), JSON.stringify(claims)).toBe('/in?no=unconfirmed')
  expect(await ends({ email: 'ANN@x.cn', email_verified: true })).toBe('/in?came')
  // Whoever gets her address at the provider later is nobody here, until an administrator puts the name again.
  expect(await ends({ sub: 'p-2', email: 'ann@x.cn', email_verified: true })).toBe('/in?no=stranger')
})

it('[F91] [SO2] a claim that is not in the token is read from the provider’s own page; a phone is one in all its forms', async () => {
  const { provider, browser } = await world({ name: '+86 138 0000 1111', claim: 'phone_number' })
  provider.twists.userinfo = { phone_number: '13800001111', phone_number_verified: true }
  expect(await browser().whole()).toBe('/in?came')
  provider.twists.userinfo = { sub: 'p-2', phone_number: '13800001111', phone_number_verified: true }
  expect(await browser().whole()).toMatch(/no=(?:untrue|nonsense)/)
})

it('[F91] [SO2] a name that an administrator takes off and puts again is the next person’s who comes by it', async () => {
  const { provider, ann, login, browser } = await world({ name: 'ann@x.cn', claim: 'email' })
  provider.twists.claims = { email: 'ann@x.cn', email_verified: true }
  expect(await browser().whole()).toBe('/in?came')
  provider.twists.claims.sub = 'p-2'
  await login(ann.actor.id, '')
  await login(ann.actor.id, 'ann@x.cn')
  expect(await browser().whole()).toBe('/in?came')
  provider.twists.claims.sub = 'p-1'
  expect(await browser().whole()).toBe('/in?no=stranger')
})

it('[F91] [SO3] a sign-in belongs to the browser that began it, and another site’s answer ends none', async () => {
  const { ann, browser } = await world()
  const [one, other] = [browser(), browser()]
  const address = await one.there((await one.away()).to!)
  expect([await other.back(address), await browserless(address)]).toEqual(['/in?no=another', '/in?no=another'])
  // What an attacker began is not finished here, and what this browser began goes on.
  const theirs = await other.there((await other.away()).to!)
  expect(await one.back(theirs)).toBe('/in?no=another')
  expect([await one.back(address), (await one.who()).id]).toEqual(['/in?came', ann.actor.id])

  async function browserless(to: string) {
    return (await fetch(to, { redirect: 'manual' })).headers.get('location')
  }
})

it('[F91] [SO3] it works once and for ten minutes, and the server does not store its secret', async () => {
  const { clock, board, browser } = await world()
  const one = browser()
  const address = await one.there((await one.away()).to!)
  const jar = [...one.jar]
  expect(await one.back(address)).toBe('/in?came')
  expect(await browser(jar).back(address)).toBe('/in?no=late')
  const late = browser()
  const slow = await late.there((await late.away()).to!)
  clock.ahead += awayBounds.minutes * minute
  expect(await late.back(slow)).toBe('/in?no=late')
  const secret = new Map(jar).get('yixian-away')!
  const written = fs.readdirSync(board.data).filter(name => name.startsWith('board.db')).map(name => fs.readFileSync(path.join(board.data, name), 'latin1')).join()
  expect([secret.length > 40, written.includes(secret)]).toEqual([true, false])
})

it('[F91] [SO3] only so many wait, the first makes room, and each comes back from the provider it went to', () => {
  const base = openDatabase(':memory:')
  let now = 0
  const names = logins(base, sealWith(new Uint8Array(32)), audit(base, () => now), () => now)
  for (; now <= awayBounds.most; now++) names.leave(`s${now}`, 'oidc')
  expect([names.back('s0', 'oidc'), names.back('s1', 'wecom'), names.back('s1', 'oidc'), names.back('s1', 'oidc')]).toEqual([false, false, true, false])
  base.raw.close()
})

it('[F91] [SO5] signing in gives a new session and ends the former; what an attacker set before is worth nothing', async () => {
  const { board, ann, browser } = await world()
  const ben = board.person({ role: 'viewer' })
  const one = browser([['yixian', ben.cookie.slice('yixian='.length)]])
  expect(await one.whole()).toBe('/in?came')
  expect([(await one.who()).id, (await ben.fetch('/api/session')).status, one.jar.get('yixian') === ben.cookie.slice('yixian='.length)]).toEqual([ann.actor.id, 401, false])
  const fixed = browser([['yixian', 'x'.repeat(43)], ['yixian-away', 'y'.repeat(43)]])
  expect(await fixed.whole()).toBe('/in?came')
  expect([fixed.jar.get('yixian'), fixed.jar.get('yixian-away')]).not.toContain('x'.repeat(43))
  expect(fixed.jar.has('yixian-away')).toBe(false)
})

it('[F91] [SO5] [SF2] a second factor is owed all the same, unless the provider says in words that the settings name that it checked one', async () => {
  const { board, provider, ann, browser } = await world({ factor: ['mfa'] })
  board.accounts.factors.require('system', 0)
  provider.twists.claims = { amr: ['pwd'], auth_time: Math.floor(Date.now() / 1000) }
  const one = browser()
  expect([await one.whole(), (await one.who()).detail]).toEqual(['/in?came', 'enrol'])
  provider.twists.claims.amr = ['pwd', 'mfa']
  const two = browser()
  expect([await two.whole(), (await two.who()).id]).toEqual(['/in?came', ann.actor.id])
})

it('[F91] [SO5] [SF7] it proves who somebody is as of the time that the provider says, and not at all if it says none', async () => {
  const { provider, admin, login, browser } = await world()
  await login(admin.actor.id, 'p-9')
  const making = async (claims: object) => {
    provider.twists.claims = { sub: 'p-9', ...claims }
    const one = browser()
    expect(await one.whole()).toBe('/in?came')
    return (await one.ask('/second-factor', post({ days: null }))).status
  }
  const at = Math.floor(Date.now() / 1000)
  expect([await making({}), await making({ auth_time: at - hour / 1000 }), await making({ auth_time: at })]).toEqual([403, 403, 204])
})

it('[F91] [SO5] a device that was reported lost is cleared before it gets a session', async () => {
  const { board, admin, ann, browser } = await world()
  const one = browser()
  await one.whole()
  const { signedIn } = await (await admin.fetch(`/api/devices/of/${ann.actor.id}`)).json() as { signedIn: { id: string }[] }
  for (const { id } of signedIn) await admin.fetch(`/api/devices/of/${ann.actor.id}/${id}/end`, post({ wipe: true }))
  expect(await one.away()).toMatchObject({ code: 'signed_out', detail: 'wipe' })
  expect(board.bugs).toEqual([])
})

it('[F91] [L3] a page of another site sends nobody to the provider', async () => {
  const { browser } = await world()
  expect((await browser().ask('/session/with/oidc', { method: 'POST', headers: { origin: 'https://evil.example' } })).status).toBe(403)
  expect((await browser().ask('/session/with/nobody', { method: 'POST' })).status).toBe(404)
})
