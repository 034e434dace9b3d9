import type { Actor } from '../../shared/core/actor.ts'
import type { Nodes } from './nodes.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { io } from 'socket.io-client'
import { link } from '../../client/sync/link.ts'
import { Replica } from '../../client/sync/replica.ts'
import * as rules from '../../shared/core/decide.ts'
import { facts } from '../support/county.ts'
import { shelf } from '../support/shelf.ts'
import { snapshotOf } from './phone.ts'

/** A device with the real replica and the real line, which goes on at another server whenever it is told to. It notes each commit that it applies. */
export async function hoppingDevice(nodes: Nodes, actor: Actor, cookie: string, first: number) {
  const replica = new Replica({ rules, actor, facts })
  const applied = new Map<number, string>()
  let [at, hops, skipped, wholes] = [first, 0, 0, 0]
  const receive = replica.receive.bind(replica)
  replica.receive = (frame, parts) => {
    const known = replica.seq
    if (!receive(frame, parts)) return false
    let last = known
    for (const { seq, id = '' } of frame.commits.filter(one => one.seq > known)) {
      // What comes before it is not here.
      if (seq !== last + 1) skipped++
      applied.set(seq, id)
      last = seq
    }
    if (last !== replica.seq) skipped++
    return true
  }
  const load = replica.load.bind(replica)
  replica.load = (snapshot) => {
    wholes++
    load(snapshot)
  }

  function open() {
    const origin = nodes.origin(at)
    const socket = io(origin, { forceNew: true, autoConnect: false, reconnection: false, transports: ['websocket'], auth: { incident: 'first' }, extraHeaders: { cookie, origin } })
    const line = link({ replica, vault: shelf(), socket: socket as never, snapshot: () => snapshotOf(nodes.ports[at % nodes.ports.length]!, cookie), onState: () => {}, onRefused: () => {}, patience: { first: 10, cap: 200, answer: 5000 } })
    line.start()
    return line
  }
  replica.load(await snapshotOf(nodes.ports[at % nodes.ports.length]!, cookie))
  let line = open()
  return {
    replica,
    /** The ids of what it applied, by seq. */
    applied,
    skipped: () => skipped,
    /** How often it took a whole board after the first. */
    wholes: () => wholes - 1,
    hops: () => hops,
    hop(): void {
      line.end()
      at++
      hops++
      line = open()
    },
    /** Waits until every commit up to `seq` is here; false if that takes over a minute. */
    async has(seq: number): Promise<boolean> {
      for (let left = 1200; replica.seq < seq && left > 0; left--) await wait(50)
      return replica.seq >= seq
    },
    end: (): void => line.end(),
  }
}
