import type { Answer, Answers } from '../../shared/core/protocol.ts'
import { expect, it } from 'vitest'
import { eventCosts } from '../../server/core/costs.ts'
import { inOrder, mostAtOnce } from '../../server/line/in-order.ts'
import { ask, runningBoard } from '../support/running-board.ts'

const note = (id: string, text = 'x') => ({ id, name: 'announce', args: { announcement: id, text } })
const told = (answers: readonly Answer[]) => answers.map(one => one.ok ? one.seq : one.code)
const quiet = { refused: async () => null, gone: () => false, onBug: () => {} }

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

it.each(['exists', 'slow_down', 'busy', 'storage_full'] as const)('[D17] [D4] after %s the rest of a message is left: the device sends it when it has that answer', async (code) => {
  const given: string[] = []
  const { answers } = await inOrder(['a', 'b', 'c'].map(id => note(id)), { ...quiet, async give({ id }) {
    given.push(id)
    return id === 'b' ? { ok: false, code } : { ok: true, id, seq: 1, epoch: 'e' }
  } })
  expect([told(answers), given]).toEqual([[1, code], ['a', 'b']])
})

it('[D17] once the device is gone, the rest of its message is left: it sends that again', async () => {
  const given: string[] = []
  const { answers } = await inOrder(['a', 'b', 'c'].map(id => note(id)), { ...quiet, gone: () => given.length === 2, async give({ id }) {
    given.push(id)
    return { ok: true, id, seq: given.length, epoch: 'e' }
  } })
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
