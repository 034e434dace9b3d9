import type { Command } from '../../shared/core/command.ts'
import type { Answer, Answers } from '../../shared/core/protocol.ts'
import { expect, it } from 'vitest'
import { eventCosts } from '../../server/core/costs.ts'
import { inOrder, mostAtOnce, oneByOne } from '../../server/line/in-order.ts'
import { ask, runningBoard, until } from '../support/running-board.ts'

const note = (id: string, text = 'x') => ({ id, name: 'announce', args: { announcement: id, text } })
const told = (answers: readonly Answer[]) => answers.map(one => one.ok ? one.seq : one.code)
const quiet = { gone: () => false, onBug: () => {} }

it('[D17] several commands in one message are decided in order up to the first that is refused, and each has an answer of its own, the same one when it is sent again', async () => {
  const board = await runningBoard()
  const line = await board.line(board.person({ role: 'coordinator' }).cookie)
  const first = board.authority.board.seq + 1
  // The third makes a record that is there, the fourth is no command.
  const sent = [note('a'), note('b'), { ...note('a'), id: 'c' }, { id: 'd' }, note('e')]
  const send = async (from: number) => told((await ask(line, 'commands', sent.slice(from)) as unknown as Answers).answers)
  expect(await send(0)).toEqual([first, first + 1, 'exists'])
  expect(await send(3)).toEqual(['invalid'])
  expect(await send(4)).toEqual([first + 2])
  expect(await send(0)).toEqual([first, first + 1, 'exists'])
  expect(board.authority.board.seq).toBe(first + 2)
})

it('[D17] [L1] a message brings between one and thirty-two commands', async () => {
  const board = await runningBoard()
  const line = await board.line(board.person({ role: 'coordinator' }).cookie)
  const many = Array.from({ length: mostAtOnce + 1 }, (_, i) => note(`n${i}`))
  expect(await ask(line, 'commands', many)).toMatchObject({ ok: false, code: 'invalid' })
  expect(await ask(line, 'commands', [])).toMatchObject({ ok: false, code: 'invalid' })
  expect((await ask(line, 'commands', many.slice(1)) as unknown as Answers).answers).toHaveLength(mostAtOnce)
})

it('[D17] a message that is full is stored once, and is one change for everybody else', async () => {
  const board = await runningBoard()
  const line = await board.line(board.person({ role: 'coordinator' }).cookie)
  const stored: number[] = []
  board.authority.onApplied(applied => stored.push(applied.length))
  expect(told((await ask(line, 'commands', Array.from({ length: mostAtOnce }, (_, i) => note(`n${i}`))) as unknown as Answers).answers)).toHaveLength(mostAtOnce)
  expect(stored).toEqual([mostAtOnce])
})

it('[D17] [F84] a message of what waited costs the server one transaction, and the device two deletions at most', async () => {
  const board = await runningBoard()
  const page = board.page(board.person({ role: 'coordinator' }))
  await page.live()
  let [messages, stored, deletions] = [0, 0, 0]
  page.socket.onAnyOutgoing(event => void (event.startsWith('command') && messages++))
  board.authority.onApplied(() => stored++)
  const { drop } = page.vault
  page.vault.drop = async (...ids) => {
    deletions++
    await drop(...ids)
  }
  const ids = Array.from({ length: 100 }, (_, i) => page.do('announce', { announcement: `n${i}`, text: 'x' }).id)
  await until(() => page.vault.kept.size === 0)
  expect(board.authority.newest(100).map(({ commit }) => commit.id)).toEqual(ids)
  expect(messages).toBeLessThan(ids.length)
  expect(stored).toBeLessThanOrEqual(messages)
  // By the frame with its own commits, and by the answer.
  expect(deletions).toBeLessThanOrEqual(2 * messages)
})

it.each(['slow_down', 'invalid'] as const)('[D17] what stands before %s in a message is done, and what stands behind it is neither done nor paid', async (code) => {
  const given: string[] = []
  let paid = 0
  const commands = [note('a'), note('b'), code === 'invalid' ? { id: 'c' } : note('c'), note('d')]
  const { answers } = await inOrder(commands, {
    ...quiet,
    async refused() {
      if (code === 'slow_down' && paid === 2) return { ok: false, code }
      paid++
      return null
    },
    payBack: async back => void (paid -= back),
    async give(read) {
      given.push(...read.map(({ id }) => id))
      return read.map(({ id }, i) => ({ ok: true, id, seq: i, epoch: 'e' }))
    },
  })
  expect([told(answers), given, paid]).toEqual([[0, 1, code], ['a', 'b'], code === 'invalid' ? 3 : 2])
})

it('[D17] [L8] a message costs as many commands as were answered', async () => {
  const board = await runningBoard({ pace: { commands: 20, seconds: 60 } })
  const line = await board.line(board.person({ role: 'coordinator' }).cookie)
  // Paid as a whole, ten such messages would cost 320 of 70.
  for (let n = 0; n < 10; n++) {
    const sent = [{ ...note('gone'), name: 'endAnnouncement', id: `e${n}`, args: { announcement: 'gone' } }, ...Array.from({ length: mostAtOnce - 1 }, (_, i) => note(`n${n}-${i}`))]
    expect(told((await ask(line, 'commands', sent) as unknown as Answers).answers)).toEqual(['not_found'])
  }
  expect(board.authority.board.size('announcement')).toBe(0)
})

/** Another server, which answers one command at a time. */
function writer(answer: (id: string, nth: number) => Answer) {
  const given: string[] = []
  return { given, give: async ({ id }: Command) => answer(id, given.push(id)) }
}

it.each(['exists', 'slow_down', 'busy', 'storage_full'] as const)('[D17] [D4] after %s from the server that decides, the rest of a message is left: the device sends it when it has that answer', async (code) => {
  const { given, give } = writer(id => id === 'b' ? { ok: false, code } : { ok: true, id, seq: 1, epoch: 'e' })
  const answers = await oneByOne(['a', 'b', 'c'].map(id => note(id)), { ...quiet, give })
  expect([told(answers), given]).toEqual([[1, code], ['a', 'b']])
})

it('[D17] once the device is gone, nothing more of its message is passed on: it sends that again', async () => {
  const { given, give } = writer((id, seq) => ({ ok: true, id, seq, epoch: 'e' }))
  const answers = await oneByOne(['a', 'b', 'c'].map(id => note(id)), { ...quiet, give, gone: () => given.length === 2 })
  expect([told(answers), given]).toEqual([[1, 2], ['a', 'b']])
})

it('[L8] what waited on a device has a budget beside the usual one, which ends too, and each command in it counts', async () => {
  const board = await runningBoard({ pace: { commands: 20, seconds: 60 } })
  const line = await board.line(board.person({ role: 'coordinator' }).cookie)
  const before = board.authority.board.seq
  const ids = Array.from({ length: 100 }, (_, i) => `n${i}`)
  const answers: Answer[] = []
  for (let from = 0; from < ids.length && answers.length === from; from += 20) {
    const answer = await ask(line, 'commands', ids.slice(from, from + 20).map(id => note(id)))
    answers.push(...'answers' in answer ? (answer as unknown as Answers).answers : [answer])
  }
  // Two and a half times the usual budget, then the rest of that one, of which the connection and four messages have cost their part.
  const taken = answers.filter(({ ok }) => ok).length
  expect([taken, answers.at(-1)]).toEqual([2.5 * 20 + 20 - eventCosts.connect - 4, expect.objectContaining({ ok: false, code: 'slow_down', retryAfter: expect.any(Number) })])
  expect(board.authority.board.seq - before).toBe(taken)
})
