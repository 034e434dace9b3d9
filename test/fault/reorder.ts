import type { Answer } from '../../shared/core/protocol.ts'
import type { Fault } from './fault.ts'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { chance } from '../support/random.ts'
import { fieldBoard } from './field-board.ts'
import { issueArgs } from './issue-args.ts'
import { phone } from './phone.ts'

/** A line that delays, loses and repeats what a device sends: the log has its commands in the order in which they were given, each once. */
export const reorder: Fault = {
  size: { n: 1000 },
  tiny: { n: 150 },
  async run({ n = 1 }, { seed, sabotage }) {
    const luck = chance(seed)
    const board = await fieldBoard()
    await board.plan('reportIssue', issueArgs('busy'))
    let [lost, repeated] = [0, 0]
    const late: Promise<unknown>[] = []
    const device = phone({
      ...board.come('coordinator'),
      port: board.port,
      async way(commands, send) {
        // The planted fault: a device that sends the next command before the answer to this one.
        if (sabotage) {
          return commands.map((command, i): Answer => {
            late.push(wait(luck.below(30)).then(() => send([command])))
            return { ok: true, id: command.id, epoch: board.authority.epoch, seq: board.authority.board.seq + 1 + i }
          })
        }
        // Each command of a message may meet with it.
        const meets = (share: number) => luck.maybe(1 - (1 - share) ** commands.length)
        if (meets(0.1)) await wait(luck.below(5))
        if (meets(0.05)) throw new Error(`lost on its way, ${++lost}`)
        if (meets(0.1) && ++repeated) late.push(wait(luck.below(20)).then(() => send(commands)).catch(() => {}))
        const answers = await send(commands)
        if (meets(0.05)) throw new Error(`its answer is lost, ${++lost}`)
        return answers
      },
    })
    await device.load()
    const ids: readonly string[] = Array.from({ length: n }, () => randomUUID())
    for (const [i, id] of ids.entries()) await device.give({ id, name: 'commentIssue', args: { issue: 'busy', text: `${i}` } })
    device.line.start()
    for (let i = 0; i < 60_000 && device.waits(); i++) await wait(10)
    await Promise.all(late)
    const log = (await board.log()).map(({ id }) => id).filter(id => ids.includes(id))
    device.end()
    await board.close()
    const violations = log.filter((id, i) => id !== ids[i]).length
    return { ok: violations === 0 && log.length === n && (sabotage || lost > 0), violations, arrived: log.length, lost, repeated }
  },
}
