import type { Command } from '../../shared/core/command.ts'
import { expect, it, vi } from 'vitest'
import { accept, eachOnItsOwn, empty, goLive, next, patience, settle, stage } from '../support/device.ts'
import { noon } from '../support/given.ts'
import '../../client/sync/send-several.ts'

eachOnItsOwn()

const idsOf = (body: unknown) => (body as readonly Command[]).map(({ id }) => id)
const yes = (id: string, seq: number) => ({ ok: true, id, seq, epoch: 'e' })
const names = (n: number) => Array.from({ length: n }, (_, i) => `n${String(i).padStart(3, '0')}`)
async function sayAll(ids: readonly string[]): Promise<void> {
  for (const id of ids) await stage.say(id)
}
/** The next message, whose file may still have to be fetched. */
async function nextOf(event: string) {
  await vi.waitFor(() => expect(stage.line.sent).not.toEqual([]))
  return next(event)
}

it('[D17] what waits goes in messages of several, in order, each command with its own receipt, and twice as many after a quick answer', async () => {
  const ids = names(60)
  await sayAll(ids)
  const drops: number[] = []
  const { drop } = stage.vault
  stage.vault.drop = async (...some) => {
    drops.push(some.length)
    await drop(...some)
  }
  await goLive(24)
  const seen: string[] = []
  const sizes: number[] = []
  for (let seq = 6; seen.length < ids.length;) {
    const { body, answer } = await nextOf('commands')
    expect(stage.line.sent).toEqual([])
    sizes.push(idsOf(body).length)
    seen.push(...idsOf(body))
    answer({ ok: true, answers: idsOf(body).map(id => yes(id, seq++)) })
    await settle()
    expect([...stage.vault.kept.keys()]).toEqual(ids.slice(seen.length))
  }
  // Of what a message brought, the device deletes all at once.
  expect([seen, sizes, drops]).toEqual([ids, [16, 24, 20], [16, 24, 20]])
})

it('[D17] one command alone, and all to a server that does not say how many it takes, go as ever', async () => {
  await goLive(32)
  await stage.say('a')
  accept(await next('command'), 6)
  await settle()
  stage.line.cut()
  await sayAll(['b', 'c'])
  await vi.advanceTimersByTimeAsync(patience.cap)
  stage.line.accept()
  const resume = await next('resume')
  resume.answer({ ok: true, frame: empty(5, 6), own: [] })
  accept(await next('command'), 7)
  accept(await next('command'), 8)
  await settle()
  expect(stage.vault.kept.size).toBe(0)
})

it('[D17] [D2] a refused command among several is kept for its author, and those after it go at once in the next message', async () => {
  await sayAll(['a', 'b', 'c', 'd'])
  await goLive(32)
  const { body, answer } = await nextOf('commands')
  expect(idsOf(body)).toEqual(['a', 'b', 'c', 'd'])
  answer({ ok: true, answers: [yes('a', 6), { ok: false, code: 'exists' }] })
  const rest = await nextOf('commands')
  expect(idsOf(rest.body)).toEqual(['c', 'd'])
  expect(stage.refused).toMatchObject([{ command: { id: 'b' }, refusal: { code: 'exists' } }])
  expect([stage.replica.get('announcement', 'b'), stage.replica.get('announcement', 'c')?.id]).toEqual([undefined, 'c'])
  rest.answer({ ok: true, answers: [yes('c', 7), yes('d', 8)] })
  await settle()
  expect([stage.vault.kept.size, stage.refused.length]).toEqual([0, 1])
})

it.each(['slow_down', 'busy', 'storage_full'] as const)('[D17] [D4] after %s nothing later counts: the command is sent again first, with those after it', async (code) => {
  await sayAll(['a', 'b', 'c'])
  await goLive(32)
  const first = await nextOf('commands')
  first.answer({ ok: true, answers: [yes('a', 6), { ok: false, code, retryAfter: 3000 }, yes('c', 7)] })
  await vi.advanceTimersByTimeAsync(2999)
  expect([stage.line.sent, [...stage.vault.kept.keys()]]).toEqual([[], ['b', 'c']])
  await vi.advanceTimersByTimeAsync(1)
  const again = await nextOf('commands')
  expect(idsOf(again.body)).toEqual(['b', 'c'])
  again.answer({ ok: true, answers: [yes('b', 7), yes('c', 8)] })
  await settle()
  expect([stage.refused, stage.vault.kept.size]).toEqual([[], 0])
})

it('[D17] [D3] without an answer in time the outcome is unknown: the next command goes alone, and more go at once only after its answer', async () => {
  await sayAll(['a', 'b', 'c', 'd'])
  await goLive(32)
  await nextOf('commands')
  await vi.advanceTimersByTimeAsync(patience.answer)
  const resume = await next('resume')
  resume.answer({ ok: true, frame: empty(5), own: [], several: 32 })
  const alone = await nextOf('command')
  expect((alone.body as Command).id).toBe('a')
  accept(alone, 6)
  expect(idsOf((await nextOf('commands')).body)).toEqual(['b', 'c'])
})

it.each([[{ ok: true }], [{ ok: true, answers: [] }], [{ ok: true, answers: [yes('b', 6)] }], [{ ok: true, answers: [{ ok: true }] }]])('[D17] [D3] %j is no receipt of any of them', async (wrong) => {
  await sayAll(['a', 'b'])
  await goLive(32)
  const { answer } = await nextOf('commands')
  answer(wrong)
  await next('resume')
  expect([...stage.vault.kept.keys()]).toEqual(['a', 'b'])
})

it('[D17] a message that is refused whole is sent again command by command, until one has its answer', async () => {
  await sayAll(['a', 'b', 'c'])
  await goLive(32)
  const { answer } = await nextOf('commands')
  answer({ ok: false, code: 'too_large' })
  accept(await nextOf('command'), 6)
  expect([idsOf((await nextOf('commands')).body), stage.refused]).toEqual([['b', 'c'], []])
})

it('[D17] a message never has more bytes than a server takes, also of the longest letters', async () => {
  const text = '线'.repeat(8000)
  const queue = names(4).map(id => ({ command: { id, name: 'announce', args: { announcement: id, text } }, at: noon }))
  for (const one of queue) await stage.vault.keep(one)
  stage.replica.restore(queue)
  await goLive(32)
  const { body } = await nextOf('commands')
  expect(idsOf(body)).toEqual(['n000', 'n001'])
  expect(new TextEncoder().encode(JSON.stringify(['commands', body])).length).toBeLessThan(65_536)
})

it('[D17] a slow answer lets the next message bring half as many', async () => {
  await sayAll(names(30))
  await goLive(32)
  const { body, answer } = await nextOf('commands')
  await vi.advanceTimersByTimeAsync(6000)
  answer({ ok: true, answers: idsOf(body).map((id, i) => yes(id, 6 + i)) })
  expect(idsOf((await nextOf('commands')).body)).toEqual(names(24).slice(16))
})
