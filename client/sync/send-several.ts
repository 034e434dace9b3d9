import type { Command } from '../../shared/core/command.ts'
import type { Answer, Answers, Refusal } from '../../shared/core/protocol.ts'
import type { Pending } from './replica.ts'
import type { Vault } from './vault.ts'
import { limits } from '../../shared/core/limits.ts'
import { passing } from '../../shared/core/rejection.ts'
import { isReceipt } from './receipt.ts'

type Ask = (event: 'commands', commands: readonly Command[]) => Promise<Answers | Refusal>
interface Socket { readonly timeout: (ms: number) => { readonly emitWithAck: Ask } }
/** Of a link: its history; what waits on this device, also of its other pages; what an answer says is done (throws if it is none); and one command is sent alone. */
type Own = readonly [replica: { readonly epoch: string }, vault: Pick<Vault, 'holds' | 'drop'>, settle: (pending: Pending, answer: Answer, dropped: boolean) => Promise<void>, alone: (pending: Pending) => Promise<void>]

/** How many commands the line of a socket carries in one message. */
const carries = new WeakMap<object, number>()
const atFirst = 16

/** Milliseconds: after so quick an answer the next message brings twice as many, and after so slow a one half as many. */
const [quick, slow] = [2000, 5000]

/** The first of these that fit into one message. A character has at most three bytes. */
function fitting(queue: readonly Pending[]): readonly Pending[] {
  let left: number = limits.message - 1024
  return queue.filter(({ command }) => (left -= 3 * JSON.stringify(command).length) >= 0)
}

/**
 * Sends the first commands of a queue in one message and does what the answers say, in order. After a refusal the server has done nothing more,
 * and the rest goes in the next message. Where the message as a whole is refused, or not answered, the next command is sent alone.
 */
export async function sendSeveral(queue: readonly Pending[], takes: number, socket: Socket, patience: number, ...[replica, vault, settle, alone]: Own): Promise<void> {
  const most = Math.min(takes, carries.get(socket) ?? atFirst)
  const first = fitting(queue.slice(0, most))
  const here = await Promise.all(first.map(({ command }) => vault.holds(command.id)))
  // What another page has sent leaves the queue when it is sent alone.
  const gone = here.indexOf(false)
  const sent = gone < 0 ? first : first.slice(0, gone)
  const [one] = queue
  if (!one) return
  if (sent.length < 2) {
    await alone(one)
    carries.set(socket, Math.max(2, most))
    return
  }
  carries.set(socket, 1)
  const from = performance.now()
  const answer = await socket.timeout(patience).emitWithAck('commands', sent.map(({ command }) => command))
  const took = performance.now() - from
  if (!answer.ok && !passing.includes(answer.code)) return
  const answers = answer.ok ? answer.answers : [answer]
  if (!answers[0]) throw new Error('not our receipt')
  carries.set(socket, took < quick ? 2 * most : took > slow ? Math.ceil(most / 2) : most)
  const other = sent.findIndex(({ command }, i) => !answers[i] || !isReceipt(answers[i], command.id, replica.epoch))
  const done = other < 0 ? sent : sent.slice(0, other)
  // At once: a phone's disk takes its time for each deletion that must last.
  if (done.length) await vault.drop(...done.map(({ command }) => command.id))
  for (const [i, one] of sent.entries()) {
    const its = answers[i]
    if (!its) return
    await settle(one, its, i < done.length)
    if (!its.ok) return
  }
}
