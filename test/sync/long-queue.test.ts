import type { Command } from '../../shared/core/command.ts'
import type { AnyRecord } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { kinds } from '../../shared/kinds.ts'
import { facts, make, noon, who } from '../support/given.ts'

/** A device with `n` comments that wait, and `bad` ones about an issue that never was. It counts how often a command is decided. */
function device(n: number, bad = 0) {
  const counted = { decided: 0 }
  const decide: typeof rules.decide = (...one) => {
    counted.decided++
    return rules.decide(...one)
  }
  const replica = new Replica({ rules: { ...rules, decide }, actor: who.coordinator, facts, now: () => noon })
  replica.load({ epoch: 'e', seq: 0, records: { issue: [make('issue', { id: 'busy' })] } })
  const comment = (id: string, issue: string): Command => ({ id, name: 'commentIssue', args: { issue, text: id } })
  const good = Array.from({ length: n }, (_, i) => comment(`good-${i}`, 'busy'))
  const poisoned = Array.from({ length: bad }, (_, i) => comment(`bad-${i}`, 'never-was'))
  replica.restore([...poisoned, ...good].map(command => ({ command, at: noon })))
  const server = new Replica({ rules, actor: who.coordinator, facts, now: () => noon })
  server.load(replica.snapshot())
  let seq = 0
  /** The server accepts a command, with a result that the device did not foresee: the title has been changed. */
  function accept(command: Command): void {
    const changes = server.preview(command).map(one => ({ ...one, value: one.value && { ...one.value, title: 'changed' } as AnyRecord }))
    replica.accepted(command.id, ++seq)
    const frame = { epoch: 'e', from: seq - 1, to: seq, commits: [{ seq, id: command.id, name: command.name, actor: who.coordinator.id, at: noon, changes }] }
    server.receive(frame)
    replica.receive(frame)
  }
  return { replica, server, good, poisoned, accept, counted }
}

it('[D2] [D4] each answer to a long queue costs as much as a few commands, however many wait', () => {
  const costs = [200, 800].map((n) => {
    const { replica, good, accept, counted } = device(n)
    counted.decided = 0
    for (const command of good) accept(command)
    expect(replica.queue).toEqual([])
    return counted.decided / n
  })
  console.log(`decided for each answer: ${costs.map(one => one.toFixed(0)).join(', ')}`)
  for (const cost of costs) expect(cost).toBeLessThan(80)
})

it('[D1] when no more answers follow, the view is the confirmed board with what still waits', () => {
  const { replica, server, good, accept } = device(200)
  for (const command of good.slice(0, 3)) accept(command)
  replica.settle()
  server.restore(replica.queue)
  const shown = (one: Replica) => kinds.map(kind => [...one.all(kind)].sort((a, b) => a.id < b.id ? -1 : 1))
  expect(replica.queue).toHaveLength(197)
  expect(shown(replica)).toEqual(shown(server))
})

it('[D2] a refused command that had no effect in the view costs nothing, however many wait', () => {
  const { replica, poisoned, counted } = device(100, 50)
  counted.decided = 0
  for (const { id } of poisoned) replica.drop(id)
  expect([replica.queue.length, counted.decided]).toEqual([100, 0])
})
