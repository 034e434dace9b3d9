import type { IncomingMessage } from 'node:http'
import type { RunningBoard } from '../support/running-board.ts'
import { expect, it } from 'vitest'
import { clientAddress } from '../../server/core/address.ts'
import { runningBoard } from '../support/running-board.ts'

const from = (hops: number, remoteAddress: string | undefined, told?: string) =>
  clientAddress(hops)({ headers: { 'x-forwarded-for': told }, socket: { remoteAddress } as IncomingMessage['socket'] })

it('[AC1] the client is the caller of our outermost proxy; its own header is not read', () => {
  expect(from(0, '10.0.0.1', '1.2.3.4')).toBe('10.0.0.1')
  expect(from(1, '10.0.0.1', '6.6.6.6, 1.2.3.4')).toBe('1.2.3.4')
  expect(from(2, '10.0.0.1', '6.6.6.6, 1.2.3.4, 10.0.0.2')).toBe('1.2.3.4')
  expect(from(2, '10.0.0.1', '1.2.3.4')).toBe('1.2.3.4')
  expect(from(1, '10.0.0.1')).toBe('10.0.0.1')
  expect(from(2, '10.0.0.1', '1.2.3.4, nobody')).toBe('10.0.0.1')
  expect(from(1, undefined)).toBe('')
})

it('[AC1] an IPv4 address is the same however it is written, and a /64 of IPv6 is one client', () => {
  expect(from(0, '::ffff:10.0.0.1')).toBe('10.0.0.1')
  expect(from(0, '2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
  expect(from(0, '2001:DB8:1:2::9')).toBe('2001:db8:1:2::/64')
  expect(from(0, '2001:db8:1:3::9')).toBe('2001:db8:1:3::/64')
  expect(from(0, 'fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  expect(from(0, '::1')).toBe('0:0:0:0::/64')
})

const post = (board: RunningBoard, at: string, body: object, client: string) =>
  fetch(`${board.origin()}${at}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', 'origin': board.origin(), 'x-forwarded-for': client } })

/** Every route with a secret that can be guessed: one wrong request and one right one. */
const doors: Record<string, (board: RunningBoard) => Promise<{ wrong: (client: string) => Promise<Response>, right: (client: string) => Promise<Response>, well: number }>> = {
  'the sign-in link': async board => ({
    wrong: client => post(board, '/api/session', { token: 'b'.repeat(43) }, client),
    right: client => post(board, '/api/session', { token: board.links[0]!.token }, client),
    well: 204,
  }),
  'the sign-up link': async (board) => {
    const { token } = await signUpLink(board)
    return {
      wrong: client => post(board, '/api/volunteers/join/look', { token: 'b'.repeat(43) }, client),
      right: client => post(board, '/api/volunteers/join/look', { token }, client),
      well: 200,
    }
  },
  'signing up': async (board) => {
    const { token } = await signUpLink(board)
    const who = { name: 'x', phone: '13800000000', township: 'north', skills: [], declared: [], consent: true }
    return {
      wrong: client => post(board, '/api/volunteers/join', { ...who, token: 'b'.repeat(43) }, client),
      right: client => post(board, '/api/volunteers/join', { ...who, token }, client),
      well: 204,
    }
  },
  'the code of a place': async (board) => {
    const ann = board.person({ role: 'coordinator' })
    await board.authority.submit({ id: 'c1', name: 'addPlace', args: { place: 'p1', name: 'School', kind: 'school', township: 'north', lng: -20, lat: 64.5 } }, ann.actor)
    const read = (place: string, client: string) => fetch(`${board.origin()}/api/i/first/line/${place}`, { headers: { 'x-forwarded-for': client } })
    return { wrong: client => read('p9', client), right: client => read('p1', client), well: 200 }
  },
  'the calendar': async (board) => {
    const { secret } = await (await board.person({ role: 'volunteer' }).fetch('/api/calendar', { method: 'POST' })).json() as { secret: string }
    const read = (which: string, client: string) => fetch(`${board.origin()}/api/calendar/${which}.ics`, { headers: { 'x-forwarded-for': client } })
    return { wrong: client => read('x', client), right: client => read(secret, client), well: 200 }
  },
}
const signUpLink = async (board: RunningBoard) => await (await board.person({ role: 'coordinator' }).fetch('/api/volunteers/links', { method: 'POST', body: JSON.stringify({ uses: 5, hours: 1 }), headers: { 'content-type': 'application/json' } })).json() as { token: string }

it.each(Object.keys(doors))('[AC1] guesses at %s end after a few, for the guesser and nobody else; a right secret always works', async (name) => {
  const board = await runningBoard({ settings: { TRUST_PROXY: '1' } })
  const { wrong, right, well } = await doors[name]!(board)
  const answers = await Promise.all(Array.from({ length: 40 }, () => wrong('198.51.100.7')))
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(10)
  for (const { headers } of refused) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  // A forged address further left is ignored: the guesser stays the same client.
  expect((await wrong('1.1.1.1, 198.51.100.7')).status).toBe(429)
  expect((await wrong('198.51.100.8')).status).not.toBe(429)
  expect((await right('198.51.100.7')).status).toBe(well)
  expect(board.bugs).toEqual([])
})

it('[L8] each 429 over HTTP says when to try again', async () => {
  const board = await runningBoard({ pace: { commands: 1, seconds: 60 } })
  const ann = board.person({ role: 'coordinator' })
  const send = (id: string) => ann.fetch('/api/i/first/commands', { method: 'POST', body: JSON.stringify({ id, name: 'announce', args: { announcement: id, text: 'x' } }), headers: { 'content-type': 'application/json' } })
  expect((await send('a')).status).toBe(201)
  const late = await send('b')
  expect([late.status, await late.json()]).toEqual([429, { ok: false, code: 'slow_down', retryAfter: expect.any(Number) }])
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(50)
})
