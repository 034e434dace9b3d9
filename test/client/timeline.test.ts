import type { Told } from '../../shared/core/protocol.ts'
import { expect, it } from 'vitest'
import { stepsOf } from '../../client/base/panel/steps.ts'

const step = (seq: number, name: string, args: object, actor = 'ana'): Told => ({ seq, id: `c${seq}`, name, args: { issue: 'i1', ...args }, actor, at: seq * 1000 })
const pending = (id: string, name: string, args: object) => ({ command: { id, name, args }, at: 99_000 })
const life = [
  step(1, 'reportIssue', {}),
  step(2, 'advanceIssue', { from: 'found', to: 'told' }),
  step(3, 'advanceIssue', { from: 'told', to: 'rectifying' }),
  step(4, 'advanceIssue', { from: 'rectifying', to: 'awaiting' }),
  step(5, 'advanceIssue', { from: 'awaiting', to: 'rectifying' }),
  step(6, 'advanceIssue', { from: 'rectifying', to: 'awaiting' }),
]

it('the timeline follows the order of the log, whatever order its steps arrive in', () => {
  expect(stepsOf([...life].reverse(), [], 'issue', 'i1', 'me').map(one => one.state)).toEqual(['found', 'told', 'rectifying', 'awaiting', 'rectifying', 'awaiting'])
})

it('entering a state again is shown as such', () => {
  expect(stepsOf(life, [], 'issue', 'i1', 'me').map(one => one.again)).toEqual([false, false, false, false, true, true])
})

it('commands that wait on this device are at the end in their order, marked as mine and waiting', () => {
  const queue = [pending('w1', 'commentIssue', { issue: 'i1', text: 'a' }), pending('w2', 'commentIssue', { issue: 'i2', text: 'b' }), pending('w3', 'attachPhoto', { issue: 'i1', photo: 'p' })]
  const told = stepsOf(life, queue, 'issue', 'i1', 'me')
  expect(told.slice(6).map(({ id, actor, waiting }) => [id, actor, waiting])).toEqual([['w1', 'me', true], ['w3', 'me', true]])
})

it('a step from the server is not shown twice while its receipt is on the way', () => {
  const told = stepsOf(life, [pending('c6', 'advanceIssue', { issue: 'i1', from: 'rectifying', to: 'awaiting' })], 'issue', 'i1', 'me')
  expect(told).toHaveLength(6)
  expect(told.at(-1)?.waiting).toBe(false)
})

it('an issue reported offline has a timeline of one step', () => {
  expect(stepsOf([], [pending('w1', 'reportIssue', { issue: 'i9' })], 'issue', 'i9', 'me')).toMatchObject([{ state: 'found', waiting: true, again: false }])
})
