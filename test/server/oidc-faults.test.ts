import type { Twists } from '../support/oidc-provider.ts'
import { expect, it } from 'vitest'
import { mostAnswered } from '../../server/core/bounded-fetch.ts'
import { post, world } from '../support/sign-in-by.ts'

const faults: readonly (readonly [string, Twists, string])[] = [
  ['a wrong audience', { claims: { aud: 'another' } }, 'untrue'],
  ['another issuer', { claims: { iss: 'https://evil.example' } }, 'untrue'],
  ['another nonce', { claims: { nonce: 'n' } }, 'untrue'],
  ['an answer that has expired', { claims: { iat: 1, exp: 2 } }, 'late'],
  ['a signature by a foreign key', { foreignKey: true }, 'untrue'],
  ['nonsense', { instead: { path: '/token', answer: response => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"a') } }, 'nonsense'],
  ['a page in place of an answer', { instead: { path: '/token', answer: response => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>hello</p>') } }, 'nonsense'],
  ['too long an answer', { instead: { path: '/token', answer: response => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ a: 'x'.repeat(mostAnswered) })) } }, 'nonsense'],
  ['a fault of its own', { instead: { path: '/token', answer: response => void response.writeHead(500).end() } }, 'away'],
  ['no answer', { instead: { path: '/token', answer: () => {} } }, 'away'],
  ['half an answer', { instead: { path: '/token', answer: response => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"a') } }, 'away'],
  ['a redirect to elsewhere', { instead: { path: '/token', answer: response => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end() } }, 'away'],
]
it('[F91] [SO4] of an answer that is wrong, late, foreign, broken, too long or missing nobody is signed in, each is said, and other ways stay', async () => {
  const { board, provider, ann, browser } = await world()
  for (const [what, twists, trouble] of faults) {
    Object.assign(provider.twists, { claims: {}, foreignKey: false, instead: undefined }, twists)
    const one = browser([['yixian', ann.cookie.slice('yixian='.length)]])
    expect(await one.whole(), what).toBe(`/in?no=${trouble}`)
    expect((await one.who()).id, 'the session that was there goes on').toBe(ann.actor.id)
  }
  // Each is told to the operator as the provider's, without what it said of a person, and is no bug of the board.
  expect(board.troubles.map(said => said.split(/[ :]+/).slice(0, 2))).toEqual(faults.map(([,, trouble]) => ['oidc', trouble]))
  expect(board.troubles.join()).not.toMatch(/p-1|eyJ/)
  expect(board.bugs).toEqual([])
  Object.assign(provider.twists, { claims: {}, foreignKey: false, instead: undefined })
  expect(await browser().whole()).toBe('/in?came')
})

it('[F91] [SO4] a code that was used, a provider mixed up with another, a person who cancels', async () => {
  const { provider, browser } = await world()
  const one = browser()
  const address = await one.there((await one.away()).to!)
  const mixed = new URL(address)
  mixed.searchParams.set('iss', 'https://evil.example')
  expect(await one.back(mixed.href)).toBe('/in?no=untrue')
  const two = browser()
  const stolen = new URL(address)
  stolen.searchParams.set('state', new URL((await two.away()).to!).searchParams.get('state')!)
  // A code of another browser does not fit this one's verifier.
  expect(await two.back(stolen.href)).toBe('/in?no=used')
  const three = browser()
  const state = new URL((await three.away()).to!).searchParams.get('state')!
  expect(await three.back(`/session/with/oidc/back?${new URLSearchParams({ error: 'access_denied', state, iss: provider.issuer })}`)).toBe('/in?no=cancelled')
})

it('[F91] [SO4] a board starts and serves while the provider is away or speaks of another issuer, says so, and signs people in once it is back', async () => {
  const { provider, browser, board, ann } = await world()
  await provider.close()
  expect(await browser().away()).toMatchObject({ code: 'busy', detail: 'away' })
  expect(await (await browser().ask('/session/with')).json()).toEqual([{ id: 'oidc', name: '粤政通', leave: null }])
  const link = await browser().ask('/session', post({ token: board.accounts.invite(ann.actor.id, 1) }))
  expect(link.status).toBe(204)
  await provider.open()
  provider.twists.metadata = { issuer: 'https://evil.example' }
  expect(await browser().away()).toMatchObject({ code: 'busy', detail: 'untrue' })
  delete provider.twists.metadata
  expect(await browser().whole()).toBe('/in?came')
  const [listed] = await (await browser().ask('/session/with')).json() as { leave: string }[]
  expect(listed?.leave).toBe(`${provider.issuer}/end?post_logout_redirect_uri=${encodeURIComponent(`${board.origin()}/in`)}&client_id=board`)
})
