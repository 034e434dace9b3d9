import type { Answer } from '../../shared/core/protocol.ts'
import type { Asked } from './checker.ts'
import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { io } from 'socket.io-client'
import { chance } from '../support/random.ts'

interface Job { readonly port: number, readonly crowd: readonly { readonly id: string, readonly cookie: string }[], readonly ids: readonly string[], readonly n: number, readonly seed: number }

/** Milliseconds on the machine's own clock, the same in every process. */
const clock = () => Number(process.hrtime.bigint()) / 1e6

/** One client process: its people, each on a real connection, claim and release as fast as they are answered. Reports the requests and answers. */
export async function claimClient({ port, crowd, ids, n, seed }: Job): Promise<void> {
  const origin = `http://127.0.0.1:${port}`
  const asked: Asked[] = []
  let left = n
  await Promise.all(crowd.map(async ({ id, cookie }, i) => {
    const luck = chance(seed * 1000 + i)
    const line = io(origin, { forceNew: true, reconnection: false, transports: ['websocket'], auth: { incident: 'first' }, extraHeaders: { cookie, origin } })
    await new Promise<void>((ready, failed) => line.once('connect', ready).once('connect_error', failed))
    while (left > 0) {
      const claims = luck.maybe(0.75)
      if (claims) left--
      const shift = luck.one(ids)
      const name = claims ? 'claimShift' as const : 'releaseShift' as const
      const sent = clock()
      const answer = await line.timeout(30_000).emitWithAck('command', { id: randomUUID(), name, args: { shift } }) as Answer
      asked.push({ shift, person: id, name, sent, got: clock(), answer: answer.ok ? answer.seq : answer.code })
    }
    line.disconnect()
  }))
  process.send?.(asked, () => process.exit(0))
}
