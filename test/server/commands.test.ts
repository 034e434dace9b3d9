import { expect, it } from 'vitest'
import { runningBoard } from '../support/running-board.ts'

const report = { title: 'x', aspect: 'safety', severity: 'day', township: 'north', lng: -20, lat: 64.5, unit: 'health' }

it('[F30] a command over HTTP gets its receipt; an illegal jump is a 409 with the reason, and everything else its own status', async () => {
  const board = await runningBoard({ pace: { commands: 60, seconds: 60 } })
  const [ina, vic, una] = [board.person({ role: 'inspector' }), board.person({ role: 'viewer' }), board.person({ role: 'unit', unit: 'civil' })]
  const send = async (who: typeof ina, body: unknown) => {
    const answer = await who.fetch('/api/i/first/commands', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
    return [answer.status, await answer.json()] as const
  }
  const first = { id: 'c1', name: 'reportIssue', args: { issue: 'i1', ...report } }
  expect(await send(ina, first)).toEqual([201, expect.objectContaining({ ok: true, id: 'c1' })])
  expect((await send(ina, first))[1]).toMatchObject({ ok: true, id: 'c1' })
  expect([...board.authority.board.all('issue')]).toHaveLength(1)

  const jump = { issue: 'i1', from: 'found', to: 'closed', reason: '' }
  expect(await send(ina, { id: 'c2', name: 'advanceIssue', args: jump })).toEqual([409, expect.objectContaining({ ok: false, code: 'illegal_step', detail: 'found → closed' })])
  expect((await send(vic, { id: 'c3', name: 'advanceIssue', args: jump }))[0]).toBe(403)
  expect((await send(una, { id: 'c4', name: 'commentIssue', args: { issue: 'i1', text: 'x' } }))[0]).toBe(403)
  for (const [n, bad] of [{}, [], { id: 'x' }, { id: 'c5', name: 'commentIssue', args: {}, actor: ina.actor }, { id: 'c6', name: 'advanceIssue', args: { ...jump, more: 1 } }, { id: 'c7', name: '__proto__', args: {} }, { id: '<b>', name: 'commentIssue', args: {} }].entries()) {
    const [status, answer] = await send(ina, bad)
    expect([400, 409], String(n)).toContain(status)
    expect(answer).toMatchObject({ ok: false })
  }
  const many = await Promise.all(Array.from({ length: 80 }, async (_, n) => (await send(ina, { id: `m${n}`, name: 'commentIssue', args: { issue: 'i1', text: 'x' } }))[0]))
  expect(many).toContain(429)
  expect(board.bugs).toEqual([])
})
