import { expect, it } from 'vitest'
import { runningBoard } from '../support/running-board.ts'

const here = 'https://board.example'

/** A board behind https, with the requests a browser sends. */
async function secureBoard() {
  const board = await runningBoard({ settings: { PUBLIC_URL: here } })
  const ask = (method: string, cookie = '', body?: object) => fetch(`${board.origin()}/api/session`, { method, body: JSON.stringify(body), headers: { 'origin': here, cookie, 'content-type': 'application/json' } })
  const signIn = async (cookie = '') => (await ask('POST', cookie, { token: board.accounts.invite(board.accounts.list()[0]!.id, 1) })).headers.getSetCookie()
  return { board, ask, signIn }
}
const value = (cookies: readonly string[], name: string) => cookies.find(one => one.startsWith(`${name}=`))?.split(';')[0]?.slice(name.length + 1)

it('[AC6] behind https a session is a cookie of this host alone: __Host-, Secure, HttpOnly, Lax, for / and no domain', async () => {
  const { ask, signIn } = await secureBoard()
  const cookies = await signIn()
  const bound = cookies.find(one => one.startsWith('__Host-yixian='))!
  for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Max-Age=']) expect(bound).toContain(part)
  expect(bound).not.toContain('Domain')
  const token = value(cookies, '__Host-yixian')!
  expect((await ask('GET', `__Host-yixian=${token}`)).status).toBe(200)
  // Another site of the domain could have planted the old name, so it signs nobody in.
  expect((await ask('GET', `yixian=${token}`)).status).toBe(401)
  expect((await ask('GET', `yixian=${token.replace('host.', '')}`)).status).toBe(401)
  const out = await ask('DELETE', `__Host-yixian=${token}`)
  expect([out.status, value(out.headers.getSetCookie(), '__Host-yixian'), value(out.headers.getSetCookie(), 'yixian')]).toEqual([200, '', ''])
  expect((await ask('GET', `__Host-yixian=${token}`)).status).toBe(401)
})

it('[AC6] a session from before the change goes on under the new name, until it ends', async () => {
  const { board, ask } = await secureBoard()
  const old = board.accounts.signIn(board.accounts.invite(board.accounts.list()[0]!.id, 1), 1)
  const answer = await ask('GET', `yixian=${old}`)
  const cookies = answer.headers.getSetCookie()
  expect([answer.status, value(cookies, '__Host-yixian'), value(cookies, 'yixian')]).toEqual([200, old, ''])
  const age = Number(/Max-Age=(\d+)/.exec(cookies.find(one => one.startsWith('__Host-'))!)?.[1])
  expect(age).toBeGreaterThan(0)
  expect(age).toBeLessThanOrEqual(3600)
  const next = await ask('GET', `__Host-yixian=${old}`)
  expect([next.status, next.headers.getSetCookie()]).toEqual([200, []])
  // A page from before the change still opens its connection.
  expect((await board.line(`yixian=${old}`, { extraHeaders: { cookie: `yixian=${old}`, origin: here } })).connected).toBe(true)
})

it('[AC6] if both cookies are sent, the __Host- one counts; a device with a session under either name has one session', async () => {
  const { board, ask, signIn } = await secureBoard()
  const planted = board.accounts.signIn(board.accounts.invite(board.person({ role: 'viewer' }).actor.id, 1), 1)
  const mine = value(await signIn(), '__Host-yixian')!
  expect(await (await ask('GET', `yixian=${planted}; __Host-yixian=${mine}`)).json()).toMatchObject({ role: 'admin' })
  await signIn(`__Host-yixian=${mine}`)
  await signIn(`yixian=${planted}`)
  expect([board.accounts.actor(mine), board.accounts.actor(planted)]).toEqual([null, null])
})

it('[AC6] without https the cookie has its plain name, since a browser would refuse the other', async () => {
  const board = await runningBoard()
  const answer = await fetch(`${board.origin()}/api/session`, { method: 'POST', body: JSON.stringify({ token: board.links[0]!.token }), headers: { 'origin': board.origin(), 'content-type': 'application/json' } })
  expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^yixian=[\w-]{43}; Max-Age=\d+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/)])
})
