import type { Receipt } from '../../client/sync/receipt.ts'
import type { Command } from '../../shared/core/command.ts'
import { expect, it } from 'vitest'
import { link } from '../../client/sync/link.ts'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { empty, note } from '../support/device.ts'
import { facts, noon, who } from '../support/given.ts'
import { shelf } from '../support/shelf.ts'
import { wire } from '../support/wire.ts'
import '../../client/sync/send-several.ts'

const tick = () => new Promise(wake => setImmediate(wake))

/** Pages of one device over one vault, each with a connection of its own. The lock is first come, first served, as a browser's is. */
function device(several?: number) {
  const vault = shelf()
  let last = Promise.resolve()
  const alone = (send: () => Promise<void>) => last = last.catch(() => {}).then(send)
  const receipts: Receipt[] = []
  async function page() {
    const line = wire()
    const replica = new Replica({ rules, actor: who.coordinator, facts, now: () => noon })
    replica.load({ epoch: 'e', seq: 5, records: {} })
    replica.restore([...vault.kept.values()])
    const it = link({ replica, vault, socket: line.socket, snapshot: async () => ({ epoch: 'e', seq: 5, records: {} }), onState: () => {}, onRefused: () => {}, onReceipt: one => receipts.push(one), alone })
    it.start()
    line.accept()
    await tick()
    line.sent.shift()!.answer({ ok: true, frame: empty(5), own: [], several })
    await tick()
    return { line, replica, link: it, async take() {
      const sent = line.sent.shift()
      await tick()
      return sent
    } }
  }
  return { vault, receipts, page }
}

it.each([undefined, 32])('[F84] [D9] [D17] two pages that opened with the same queue send each command once, in order; several at once: %s', async (several) => {
  const { vault, receipts, page } = device(several)
  const queue = new Replica({ rules, actor: who.coordinator, facts, now: () => noon })
  for (const id of ['a', 'b']) await vault.keep(queue.dispatch(note(id)))
  const pages = [await page(), await page()]
  const seen: string[] = []
  for (let seq = 6; pages.some(one => one.line.sent.length); seq++) {
    const busy = pages.filter(one => one.line.sent.length)
    expect(busy).toHaveLength(1)
    const sent = (await busy[0]!.take())!
    const commands = [sent.body].flat() as readonly Command[]
    seen.push(...commands.map(({ id }) => id))
    const answers = commands.map(({ id }, i) => ({ ok: true, id, seq: seq + i, epoch: 'e' }))
    seq += commands.length - 1
    sent.answer(sent.event === 'command' ? answers[0] : { ok: true, answers })
    for (let i = 0; i < 5; i++) await tick()
  }
  expect(seen).toEqual(['a', 'b'])
  expect(vault.kept.size).toBe(0)
  expect(receipts.map(({ command, seq }) => [command.id, seq])).toEqual([['a', 6], ['b', 7]])
  expect(pages.flatMap(one => one.replica.queue.filter(({ accepted }) => accepted === undefined))).toEqual([])
  for (const one of pages) one.link.end()
})
