import type { Snapshot } from '../../shared/core/protocol.ts'
import type { Fault } from './fault.ts'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { io } from 'socket.io-client'
import { link } from '../../client/sync/link.ts'
import { Replica } from '../../client/sync/replica.ts'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import * as rules from '../../shared/core/decide.ts'
import { county, facts } from '../support/county.ts'
import { chance } from '../support/random.ts'
import { shelf } from '../support/shelf.ts'
import { leftovers } from './built-board.ts'
import { captive } from './captive.ts'

/** A device behind a captive portal, which answers for the server: nothing leaves its queue that the server does not have, and everything arrives once. */
export const portal: Fault = {
  size: { commands: 300, share: 0.15 },
  tiny: { commands: 25, share: 0.2 },
  async run({ commands = 1, share = 0.15 }, { seed, sabotage }) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yixian-fault-'))
    leftovers.push(() => fs.rmSync(folder, { recursive: true, force: true }))
    const { accounts, authority, port } = await startBoard({ config: readConfig({ PORT: '0', DATA_DIR: folder, START_WITH: 'empty' }), folder: { county }, onBug: error => console.error(error) })
    const person = accounts.add({ name: 'planner', role: 'coordinator' })
    const cookie = `yixian=${accounts.signIn(accounts.invite(person, 1), 1)}`
    const way = await captive(port, share, chance(seed))
    const headers = { cookie, origin: way.address }

    const vault = shelf()
    let lost = 0
    const drop = async (...ids: readonly string[]) => {
      lost += ids.filter(id => !authority.board.get('announcement', id)).length
      await vault.drop(...ids)
    }
    const replica = new Replica({ rules, actor: { id: person, role: 'coordinator' }, facts })
    const socket = io(way.address, { forceNew: true, autoConnect: false, reconnection: false, transports: ['polling'], upgrade: false, auth: { incident: 'first' }, extraHeaders: headers })
    const receipts = new Set<number>()
    const line = link({
      replica,
      vault: { ...vault, drop },
      socket: sabotage ? believing(socket, way.address, headers, () => replica.epoch) : socket as never,
      snapshot: async () => await (await fetch(`http://127.0.0.1:${port}/api/i/first/board`, { headers: { cookie } })).json() as Snapshot,
      onState: () => {},
      onRefused: () => lost++,
      onReceipt: ({ seq }) => receipts.add(seq),
      patience: { first: 20, cap: 200, answer: 500 },
    })
    const before = [...authority.board.all('announcement')].length
    for (let i = 0; i < commands; i++) {
      const id = randomUUID()
      await vault.keep(replica.dispatch({ id, name: 'announce', args: { announcement: id, text: `${i}` } }))
    }
    line.start()
    for (let i = 0; i < 6000 && vault.kept.size; i++) await wait(50)
    line.end()
    socket.disconnect()
    const arrived = [...authority.board.all('announcement')].length - before
    await way.end()
    return { ok: lost === 0 && arrived === commands && vault.kept.size === 0 && receipts.size === commands && way.faked.size >= 3, lost, arrived, waits: vault.kept.size, receipts: receipts.size, faked: Object.fromEntries(way.faked) }
  },
}

/** The planted fault: a device that takes any answer with a good status for a receipt, as after "200 OK". */
function believing(socket: object, address: string, headers: Record<string, string>, epoch: () => string): never {
  let seq = 0
  return new Proxy(socket, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown
      if (name !== 'timeout') return typeof value === 'function' ? value.bind(target) : value
      return (ms: number) => ({
        async emitWithAck(event: string, body: { readonly id: string }) {
          // It sends one by one, as to a server of an earlier build.
          if (event !== 'command') return (target as { timeout: (ms: number) => { emitWithAck: (event: string, body: unknown) => Promise<unknown> } }).timeout(ms).emitWithAck(event, body)
          const answer = await fetch(`${address}/api/i/first/commands`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) })
          if (!answer.ok) throw new Error('no answer')
          return { ok: true, id: body.id, epoch: epoch(), seq: ++seq }
        },
      })
    },
  }) as never
}
