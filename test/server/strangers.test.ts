import type { Buffer } from 'node:buffer'
import type { Bounds } from '../../server/core/bounds.ts'
import http from 'node:http'
import net from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import WebSocket from 'ws'
import { bounds } from '../../server/core/bounds.ts'
import { runningBoard, until } from '../support/running-board.ts'

/** A raw connection: whether it has ended, and what it received. */
function bare(port: number, text = '', from = '127.0.0.1') {
  const socket = net.connect({ port, host: '127.0.0.1', localAddress: from })
  const it = { socket, over: false, heard: '' }
  socket.on('error', () => {}).on('close', () => it.over = true).on('data', (bytes: Buffer) => it.heard += bytes.toString('latin1'))
  if (text) socket.write(text)
  onTestFinished(() => void socket.destroy())
  return it
}

/** Opens a silent connection without a session; answers whether it was let in. */
async function stranger(port: number, from = '127.0.0.1', headers: Record<string, string> = {}): Promise<boolean> {
  const line = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, { localAddress: from, headers })
  onTestFinished(() => line.terminate())
  return new Promise(done => line.on('open', () => done(true)).on('error', () => done(false)))
}

const strangers = (given: Partial<Bounds['strangers']>) => ({ strangers: { ...bounds.strangers, ...given } })

it('[Q4] connections of strangers are limited for each address and in all; signed-in people still get in from there', async () => {
  const board = await runningBoard({ bounds: strangers({ each: 3, all: 5 }) })
  const at = (from: string) => stranger(board.port(), from)
  expect([await at('127.0.0.1'), await at('127.0.0.1'), await at('127.0.0.1'), await at('127.0.0.1')]).toEqual([true, true, true, false])
  expect([await at('127.0.0.2'), await at('127.0.0.2'), await at('127.0.0.2'), await at('127.0.0.3')]).toEqual([true, true, false, false])
  for (let i = 0; i < 10; i++) await board.line(board.person({ role: 'coordinator' }).cookie)
  await expect(board.line('', { transports: ['polling'] })).rejects.toThrow()
  await board.line(board.person({ role: 'coordinator' }).cookie, { transports: ['polling'] })
})

it('[Q4] a silent connection ends and frees its place; behind a trusted proxy each client is counted, not the proxy', async () => {
  const board = await runningBoard({ bounds: strangers({ each: 1 }), settings: { TRUST_PROXY: '1' } })
  const from = (address: string) => stranger(board.port(), '127.0.0.1', { 'x-forwarded-for': address })
  expect([await from('10.0.0.1'), await from('10.0.0.1'), await from('10.0.0.2')]).toEqual([true, false, true])
  let room = false
  void (async () => {
    while (!room) room = await from('10.0.0.1')
  })()
  await until(() => room, 30_000)
}, 60_000)

it('[Q4] when there are too many connections, the one silent for longest is closed, and none of a signed-in person', async () => {
  const board = await runningBoard({ bounds: strangers({ connections: 5 }) })
  const ann = board.person({ role: 'coordinator' })
  const line = await board.line(ann.cookie)
  const idle: ReturnType<typeof bare>[] = []
  for (let i = 0; i < 8; i++) {
    const one = bare(board.port())
    idle.push(one)
    await new Promise(ready => one.socket.once('connect', ready))
  }
  await until(() => idle.slice(0, 3).every(one => one.over))
  expect(idle.slice(3).map(one => one.over)).toEqual([false, false, false, false, false])
  expect(line.connected).toBe(true)
  expect((await ann.fetch('/api/session')).status).toBe(200)
})

const arrival = { ...bounds.arrival, head: 300, body: 400, every: 300 }
const slowBody = (method: string, at: string, cookie: string) => `${method} ${at} HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\nsec-fetch-site: same-origin\r\ncontent-type: image/jpeg\r\ncontent-length: 5000\r\n\r\nx`

it('[Q5] a connection that says nothing, half a head, or half a body, ends; so does a stranger\'s upload', async () => {
  const board = await runningBoard({ bounds: { arrival } })
  const slow = [bare(board.port()), bare(board.port(), 'GET / HTTP/1.1\r\nhost: x\r\nx-'), bare(board.port(), slowBody('POST', '/api/session', '')), bare(board.port(), slowBody('POST', '/socket.io/?EIO=4&transport=polling', '')), bare(board.port(), slowBody('PUT', '/api/i/first/photos/i/p', ''))]
  await until(() => slow.every(one => one.over), 30_000)
  expect((await fetch(`${board.origin()}/health`)).status).toBe(200)
  expect(board.bugs).toEqual([])
}, 60_000)

it('[Q5] an upload of somebody signed in may be slow as long as it moves; one that stops ends', async () => {
  const board = await runningBoard({ bounds: { arrival } })
  const { cookie } = board.person({ role: 'inspector' })
  const upload = () => http.request(`${board.origin()}/api/i/first/photos/i1/p1`, { method: 'PUT', headers: { cookie, 'origin': board.origin(), 'content-type': 'image/jpeg', 'content-length': 200_000 } })
  const [moves, stops] = [upload(), upload()]
  const end = { moves: '', stops: '' }
  moves.on('response', ({ statusCode }) => end.moves = `answered ${statusCode}`).on('error', () => end.moves = 'cut')
  stops.on('error', () => end.stops = 'cut')
  stops.write('x')
  let sent = 0
  const timer = setInterval(() => {
    if (sent < 200_000) moves.write('x'.repeat(2000))
    sent += 2000
  }, 20)
  onTestFinished(() => {
    clearInterval(timer)
    moves.destroy()
  })
  await until(() => end.stops && end.moves, 30_000)
  expect(end).toEqual({ moves: expect.stringMatching(/^answered 4/), stops: 'cut' })
}, 60_000)
