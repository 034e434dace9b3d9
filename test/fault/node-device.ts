import type { Answer } from '../../shared/core/protocol.ts'
import type { Asked } from './checker.ts'
import type { Crowd, Nodes } from './nodes.ts'
import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { io } from 'socket.io-client'
import { chance } from '../support/random.ts'

/** Milliseconds on the machine's own clock. */
const clock = () => Number(process.hrtime.bigint()) / 1e6

interface Options {
  readonly ids: readonly string[]
  readonly end: AbortSignal
  readonly seed: number
  /** The planted fault: it sends everything twice, under another id. */
  readonly hasty: boolean
  /** Milliseconds from one command to the next. */
  readonly pace?: number
}

/** How long (ms) after the end a device waits for the answer to its last command. */
const patience = 60_000

/** What a device saw: its requests with their answers, the ids of what was accepted, how many frames it missed, for how long at most it heard nothing (ms), and whether its last command was never answered. */
export interface Seen { readonly unanswered: boolean, readonly asked: readonly Asked[], readonly accepted: readonly string[], readonly gaps: number, readonly silent: number }

/** One person's device on any of the servers: claims and releases, and sends again under the same id until it is answered. It connects to the next server when its own is gone. */
export async function nodeDevice(nodes: Nodes, { id, cookie }: Crowd['crowd'][number], { ids, end, seed, hasty, pace = 0 }: Options): Promise<Seen> {
  const luck = chance(seed)
  const asked: Asked[] = []
  const accepted: string[] = []
  let [at, gaps, seen, silent, heard] = [seed, 0, 0, 0, clock()]
  let unanswered = false
  let until = Infinity
  end.addEventListener('abort', () => until = clock() + patience)
  const hear = () => {
    silent = Math.max(silent, clock() - heard)
    heard = clock()
  }
  const connect = () => {
    const origin = nodes.origin(at++)
    const line = io(origin, { forceNew: true, reconnection: false, transports: ['websocket'], auth: { incident: 'first' }, extraHeaders: { cookie, origin } })
    line.on('frame', ({ from, to }: { from: number, to: number }) => {
      hear()
      if (seen && from > seen) gaps++
      seen = Math.max(seen, to)
    })
    // Frames come from then on; what was missed is not read.
    line.on('connect', () => {
      seen = 0
      line.emit('resume', { epoch: nodes.epoch, seq: nodes.begins }, () => {})
    })
    return line
  }
  let line = connect()
  while (!end.aborted) {
    const shift = luck.one(ids)
    const name = luck.maybe(0.6) ? 'claimShift' as const : 'releaseShift' as const
    const command = { id: randomUUID(), name, args: { shift } }
    const began = clock()
    for (;;) {
      if (!line.connected) {
        line.disconnect()
        line = connect()
        await Promise.race([new Promise(done => line.once('connect', done as () => void).once('connect_error', done as () => void)), wait(3000)])
        if (!line.connected) await wait(100)
      }
      if (hasty) line.emit('command', { ...command, id: randomUUID() })
      const answer = await line.timeout(4000).emitWithAck('command', command).catch(() => null) as Answer | null
      if (answer && (answer.ok || !['busy', 'slow_down'].includes(answer.code))) {
        asked.push({ shift, person: id, name, sent: began, got: clock(), answer: answer.ok ? answer.seq : answer.code })
        hear()
        if (answer.ok) accepted.push(answer.id)
        break
      }
      unanswered = clock() > until
      if (unanswered) break
      await wait(50)
    }
    if (pace) await wait(pace)
  }
  line.disconnect()
  return { asked, accepted, unanswered, gaps, silent: Math.round(silent) }
}
