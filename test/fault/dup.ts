import type { Answer } from '../../shared/core/protocol.ts'
import type { Fault } from './fault.ts'
import { randomUUID } from 'node:crypto'
import { io } from 'socket.io-client'
import { chance } from '../support/random.ts'
import { fieldBoard } from './field-board.ts'
import { issueArgs } from './issue-args.ts'

/** The same command is sent up to ten times, over connection and HTTP, before and after a restart: it acts once, and every answer is the same. */
export const dup: Fault = {
  size: { n: 2000, factor: 10 },
  tiny: { n: 40, factor: 10 },
  async run({ n = 1, factor = 1 }, { seed, sabotage }) {
    const luck = chance(seed)
    let board = await fieldBoard()
    const { cookie } = board.come('coordinator')
    await board.plan('reportIssue', issueArgs('busy'))
    const commands = Array.from({ length: n }, (_, i) => ({ id: randomUUID(), name: 'commentIssue', args: { issue: 'busy', text: `${i}` } }))
    const answers = new Map<string, Set<string>>()
    let sends = 0

    for (const half of [0, 1]) {
      const { authority, port } = board
      if (sabotage) forgetful(authority)
      const origin = `http://127.0.0.1:${port}`
      const socket = io(origin, { forceNew: true, reconnection: false, transports: ['websocket'], auth: { incident: 'first' }, extraHeaders: { cookie, origin } })
      await new Promise<void>((ready, failed) => socket.once('connect', ready).once('connect_error', failed))
      const byLine = async (command: object) => await socket.timeout(60_000).emitWithAck('command', command) as Answer
      const byPost = async (command: object) => await (await fetch(`${origin}/api/i/first/commands`, { method: 'POST', headers: { cookie, origin, 'content-type': 'application/json' }, body: JSON.stringify(command) })).json() as Answer
      for (let i = 0; i < n; i += 20) {
        await Promise.all(commands.slice(i, i + 20).flatMap(command => Array.from({ length: 1 + luck.below(factor) }, async () => {
          sends++
          const answer = await (luck.maybe(0.5) ? byLine : byPost)(command)
          answers.set(command.id, (answers.get(command.id) ?? new Set()).add(answer.ok ? `${answer.epoch} ${answer.seq}` : answer.code))
        })))
      }
      socket.disconnect()
      await board.close()
      if (half === 0) board = await fieldBoard(board.folder)
    }

    const after = await fieldBoard(board.folder)
    const texts = (await after.log()).flatMap(({ name, args }) => name === 'commentIssue' ? [(args as { text: string }).text] : [])
    await after.close()
    const unlike = [...answers.values()].filter(one => one.size !== 1).length
    return { ok: texts.length === n && new Set(texts).size === n && unlike === 0 && answers.size === n, sends, effects: texts.length, unlike }
  },
}

/** The planted fault: a server that does not remember which commands it has had. */
function forgetful(authority: Awaited<ReturnType<typeof fieldBoard>>['authority']): void {
  const honest = authority.submit.bind(authority)
  authority.submit = (command, actor) => honest({ ...command, id: randomUUID() }, actor)
}
