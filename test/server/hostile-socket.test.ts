import type { Socket } from 'socket.io-client'
import type { Answer, Answers } from '../../shared/core/protocol.ts'
import type { RunningBoard } from '../support/running-board.ts'
import { beforeEach, expect, it } from 'vitest'
import { eventCosts } from '../../server/core/costs.ts'
import { deepText, nasty } from '../support/nasty.ts'
import { ask, runningBoard, until } from '../support/running-board.ts'
import { take } from '../support/taken.ts'

let board: RunningBoard
let person: ReturnType<RunningBoard['person']>
let page: ReturnType<RunningBoard['page']>
let socket: Socket

beforeEach(async () => {
  board = await runningBoard({ pace: { commands: 5000, seconds: 1 } })
  person = board.person({ role: 'coordinator' })
  page = board.page(board.person({ role: 'inspector' }))
  await page.live()
  page.do('reportIssue', { issue: 'precious', title: 'precious', aspect: 'safety', severity: 'day', township: 'north', lng: 1, lat: 1 })
  await until(() => page.vault.kept.size === 0 && page.replica.queue.length === 0)
  socket = await board.line(person.cookie)
})

/** Expects that nothing has changed and that the board still works. */
async function unharmed(): Promise<void> {
  const before = take(board.authority, 'staff').records.issue
  expect(before).toHaveLength(1)
  const line = await board.line(person.cookie)
  expect(await ask(line, 'command', { id: 'after', name: 'announce', args: { announcement: 'after', text: 'still here' } })).toMatchObject({ ok: true })
  await until(() => page.replica.get('announcement', 'after')?.text === 'still here')
  expect(page.state()).toBe('live')
  expect(board.bugs).toEqual([])
  expect(({} as { role?: string }).role).toBeUndefined()
}

const raw = (text: string) => (socket.io.engine as unknown as { write: (text: string) => void }).write(text)

it('[L1] every event refuses a message it does not know, and says so', async () => {
  const { seq } = board.authority.board
  for (const event of ['command', 'resume']) {
    for (const [what, body] of nasty) {
      const answer = await ask(socket, event, body)
      expect(answer.ok, `${event}: ${what}`).toBe(false)
      expect(['invalid', 'too_large', 'unknown_command', 'resync'], `${event}: ${what}`).toContain(answer.ok || answer.code)
    }
  }
  for (const [what, body] of nasty) {
    const answer = await ask(socket, 'commands', [body]) as Answer | Answers
    const its = 'answers' in answer ? answer.answers[0]! : answer
    expect(['invalid', 'too_large', 'unknown_command'], `commands: ${what}`).toContain(its.ok || its.code)
  }
  for (const [, body] of nasty) socket.emit('looking', body)
  expect(board.authority.board.seq).toBe(seq)
  await unharmed()
})

it('[L2] a missing or false acknowledgement, too many arguments or none harm nobody', async () => {
  for (const event of ['command', 'commands', 'resume', 'looking']) {
    socket.emit(event)
    socket.emit(event, () => {})
    socket.emit(event, 'x', 'not a function', { then: 1 })
    for (const [, body] of nasty) socket.emit(event, body)
  }
  socket.emit('command', { id: 'quiet', name: 'announce', args: { announcement: 'quiet', text: 'no ack' } })
  await until(() => page.replica.get('announcement', 'quiet'))
  await unharmed()
})

it('[L1] an unknown event does nothing', async () => {
  for (const event of ['frame', 'signedOut', 'presence', 'join', '__proto__', 'toString', '']) socket.emit(event, { room: 'sees:staff' }, () => {})
  await unharmed()
})

it.each([
  ['far too deep', `2["command",${deepText(30_000)}]`],
  ['deeper than any message may be', `2["command",${deepText(500_000)}]`],
  ['a false ack id', '2-1["command",{}]'],
  ['an ack id that is no number', '2abc["command",{}]'],
  ['an ack id beyond counting', `2${'9'.repeat(400)}["command",{}]`],
  ['an ack nobody asked for', '37["x"]'],
  ['an ack that is no list', '37{"x":1}'],
  ['attachments that never come', '51-["command",{"_placeholder":true,"num":0}]'],
  ['less than no attachments', '5-1-["command",{}]'],
  ['half a message', '2["command",{"id"'],
  ['a reserved event', '2["disconnect"]'],
  ['another reserved event', '2["connect_error",{}]'],
  ['an event without a name', '2[]'],
  ['an event that is a number', '2[7,{}]'],
  ['a packet of no type', '9'],
  ['an empty packet', ''],
  ['another namespace', '0/admin,{"token":"x"}'],
  ['a second connect', '0{"token":"x"}'],
])('[L1] [L2] a packet made by hand: %s', async (_, text) => {
  raw(text)
  await unharmed()
})

it('[L1] a message that is too big ends its connection and no other', async () => {
  socket.emit('command', { id: 'big', name: 'announce', args: { announcement: 'big', text: 'x'.repeat(200_000) } })
  await until(() => !socket.connected)
  await unharmed()
})

it('[L5] HTML in a text is kept, sent and shown as the same text', async () => {
  const html = '<img src=x onerror="alert(1)"><script>alert(2)</script>&amp;\'"`{{7*7}}'
  const text = { title: html.slice(0, 80), note: html }
  const answer = await ask(socket, 'command', { id: 'h', name: 'reportIssue', args: { issue: 'h', ...text, aspect: 'safety', severity: 'day', township: 'north', lng: 1, lat: 1 } })
  expect(answer.ok).toBe(true)
  await until(() => page.replica.get('issue', 'h'))
  expect(page.replica.get('issue', 'h')).toMatchObject(text)
  const response = await board.person({ role: 'officer', township: 'north' }).fetch('/api/i/first/board')
  expect(response.headers.get('content-type')).toMatch(/^application\/json\b/)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect((await response.json() as { records: { issue: unknown[] } }).records.issue).toContainEqual(expect.objectContaining(text))
})

it('[L8] a person who sends too many commands is slowed down, and others are not', async () => {
  const slow = await runningBoard({ pace: { commands: 5 + eventCosts.connect, seconds: 1 } })
  const eager = await slow.line(slow.person({ role: 'coordinator' }).cookie)
  const other = await slow.line(slow.person({ role: 'coordinator' }).cookie)
  const command = (id: string) => ({ id, name: 'announce', args: { announcement: id, text: 'x' } })
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => ask(eager, 'command', command(`e${i}`))))
  expect(answers.filter(answer => answer.ok)).toHaveLength(5)
  for (const answer of answers.filter(one => !one.ok)) expect(answer).toMatchObject({ code: 'slow_down', retryAfter: expect.any(Number) })
  expect(await ask(other, 'command', command('o'))).toMatchObject({ ok: true })
})

it('[L8] a connection far beyond its budget is cut, and may come back when the time is over', async () => {
  const small = await runningBoard({ pace: { commands: 20, seconds: 1 } })
  const { cookie } = small.person({ role: 'coordinator' })
  const flood = await small.line(cookie)
  for (let i = 0; i < 500; i++) flood.emit('command', { id: `f${i}`, name: 'announce', args: { announcement: `f${i}`, text: 'x' } })
  await until(() => !flood.connected, 30_000)
  expect(small.authority.board.seq).toBeLessThan(200)
  let back: Socket | null = null
  void (async () => {
    while (!back) back = await small.line(cookie).catch(() => null)
  })()
  await until(() => back, 30_000)
}, 60_000)

const foreign = ['https://evil.example', 'null', 'http://127.0.0.1', 'http://127.0.0.1.evil.example', 'http://localhost:1', 'file://', 'x', '']

it.each(foreign)('[L3] a connection from another site\'s page is refused: Origin %j', async (origin) => {
  await expect(board.line(person.cookie, { extraHeaders: { cookie: person.cookie, ...origin && { origin } } })).rejects.toThrow()
  await expect(board.line(person.cookie, { transports: ['polling'], extraHeaders: { cookie: person.cookie, ...origin && { origin } } })).rejects.toThrow()
})

it.each(['', 'yixian=', 'yixian=x', `yixian=${'a'.repeat(43)}`, 'yixian=%00', 'other=1; yixian', `yixian=${'x'.repeat(8000)}`])('[L4] without a session there is no line: cookie %j', async (cookie) => {
  await expect(board.line(cookie)).rejects.toThrow('signed_out')
})
