import type { Command } from '../../shared/core/command.ts'
import type { Fault } from './fault.ts'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { chance } from '../support/random.ts'
import { shelf } from '../support/shelf.ts'
import { fieldBoard } from './field-board.ts'
import { issueArgs } from './issue-args.ts'
import { phone } from './phone.ts'

/** Commands that can never work, by what is wrong with them. A device may have them after an update, a lost right, or a damaged file. */
const poisons: Readonly<Record<string, (id: string) => Command>> = {
  invalid: id => ({ id, name: 'commentIssue', args: { issue: 'busy', text: '' } }),
  unknown_command: id => ({ id, name: 'constructor', args: {} }),
  not_found: id => ({ id, name: 'commentIssue', args: { issue: 'never-was', text: 'x' } }),
  forbidden: id => ({ id, name: 'announce', args: { announcement: id, text: 'x' } }),
}
/** How often the sabotaged device asks before it is given up. */
const enough = 60

/** Poisoned commands lie at the head of a queue and within it: each is kept with its reason, and everything else arrives in order, each in one step: no command is decided before or after its turn, or twice. */
export const poison: Fault = {
  size: { n: 2000, poisoned: 200 },
  tiny: { n: 60, poisoned: 8 },
  async run({ n = 1, poisoned = 1 }, { seed, sabotage }) {
    const luck = chance(seed)
    const board = await fieldBoard()
    await board.plan('reportIssue', issueArgs('busy'))
    const vault = shelf()
    const asked = { often: 0 }
    const sends: string[] = []
    const device = phone({
      ...board.come('inspector'),
      port: board.port,
      vault,
      async way(commands, send) {
        const answers = await send(commands)
        sends.push(...commands.slice(0, answers.length).map(({ id }) => id))
        // The planted fault: a device that takes every refusal for one that passes.
        const no = sabotage ? answers.findIndex(({ ok }) => !ok) : -1
        if (no < 0) return answers
        return ++asked.often < enough ? [...answers.slice(0, no), { ok: false, code: 'busy', retryAfter: 5 }] : new Promise(() => {})
      },
    })
    await device.load()
    const places = new Set([0, ...Array.from({ length: poisoned - 1 }, () => luck.below(n))])
    const expected = new Map<string, string>()
    const good: string[] = []
    const queue = Array.from({ length: n }, (_, i): Command => {
      const id = randomUUID()
      if (!places.has(i)) {
        good.push(id)
        return { id, name: 'commentIssue', args: { issue: 'busy', text: `${i}` } }
      }
      const code = luck.one(Object.keys(poisons))
      expected.set(id, code)
      return poisons[code]!(id)
    })
    for (const command of queue) await vault.keep({ command, at: Date.now() })
    device.replica.restore([...vault.kept.values()])
    const from = performance.now()
    device.line.start()
    for (let i = 0; i < 60_000 && vault.kept.size && asked.often < enough; i++) await wait(10)
    const seconds = Number(((performance.now() - from) / 1000).toFixed(1))
    const log = (await board.log()).map(({ id }) => id).filter(id => good.includes(id))
    device.end()
    await board.close()
    // What was refused is not asked again: the next command is the next that is decided.
    const held = sends.filter((id, i) => id !== queue[i]?.id).length
    const unsaid = [...expected].filter(([id, code]) => vault.refused.get(id)?.refusal.code !== code).map(([id, code]) => `${code}: ${vault.refused.get(id)?.refusal.code}`)
    return { ok: log.join() === good.join() && unsaid.length === 0 && vault.kept.size === 0 && held === 0, held, others: good.length, applied: log.length, unsaid: unsaid.length, first: unsaid[0] ?? null, seconds }
  },
}
