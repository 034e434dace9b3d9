import type { Chance } from '../support/random.ts'
import { Buffer } from 'node:buffer'
import net from 'node:net'

const path = (sid?: string) => `/socket.io/?EIO=4&transport=polling${sid ? `&sid=${sid}` : ''}`
const garbage = ['40', '40{"incident":"first"}', '41', '42["command"]', '4', '2probe', '5', '1', '\u001E\u001E', '6', '9', 'b////', '450-["x",{"_placeholder":true,"num":0}]', '{'.repeat(5000), 'x'.repeat(70_000)]

/** A few requests without a session, in random order: used ids, forged ids, two polls at once, garbage, upgrades. */
export async function stranger(origin: string, luck: Chance, cookies: readonly string[]): Promise<void> {
  const sid = await handshake(origin)
  const one = () => luck.one([sid, sid, sid, 'forged', '__proto__', ''])
  const acts = [
    () => poll(origin, one()),
    () => Promise.all([poll(origin, sid), poll(origin, sid)]),
    () => ask(origin, one(), { method: 'POST', body: luck.one(garbage) }),
    () => Promise.all([1, 2].map(() => ask(origin, sid, { method: 'POST', body: luck.one(garbage) }))),
    () => ask(origin, one(), { method: luck.one(['PUT', 'DELETE', 'HEAD', 'OPTIONS']) }),
    () => raw(origin, `GET ${path(one()).replace('polling', luck.one(['polling', 'websocket', 'webtransport']))} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: ${origin}\r\n\r\n`),
    () => raw(origin, `GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`),
    () => raw(origin, `POST ${path(sid)} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n4`),
    () => ask(origin, sid, { headers: { cookie: luck.one(cookies), origin } }),
  ]
  for (let i = 0; i < 4; i++) await luck.one(acts)()
}

async function handshake(origin: string): Promise<string> {
  const text = await fetch(`${origin}${path()}`, { signal: AbortSignal.timeout(2000) }).then(answer => answer.text(), () => '')
  return /"sid":"([^"]+)"/.exec(text)?.[1] ?? 'none'
}

/** The content of the answer does not matter; the server must answer and still run afterwards. */
async function ask(origin: string, sid: string, more: RequestInit): Promise<void> {
  await fetch(`${origin}${path(sid)}`, { ...more, signal: AbortSignal.timeout(300) }).then(answer => answer.text(), () => '')
}

const poll = (origin: string, sid: string) => ask(origin, sid, {})

/** Sends raw bytes, and cuts the connection in the middle of the answer. */
async function raw(origin: string, text: string): Promise<void> {
  const { hostname, port } = new URL(origin)
  const socket = net.connect(Number(port), hostname)
  const gone = new Promise<void>(done => socket.once('close', () => done()).once('error', () => done()))
  socket.write(Buffer.from(text))
  setTimeout(() => socket.resetAndDestroy(), 30)
  await gone
}
