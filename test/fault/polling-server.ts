import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { Server } from 'socket.io'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { county } from '../support/county.ts'

/** The real server on a new folder, with signed-in coordinators. */
export async function pollingServer(people: number, sabotage: boolean): Promise<void> {
  if (sabotage) twoOwners()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yixian-fault-'))
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
  const { accounts, authority, port } = await startBoard({
    config: readConfig({ PORT: '0', DATA_DIR: folder, START_WITH: 'empty' }),
    folder: { county },
    onBug: error => console.error(error),
  })
  const cookies = Array.from({ length: people }, () => {
    const id = accounts.add({ name: 'planner', role: 'coordinator' })
    return `yixian=${accounts.signIn(accounts.invite(id, 1), 1)}`
  })
  process.on('message', () => process.send?.(authority.board.seq))
  process.send?.({ port, cookies })
}

/** The planted fault, only in this harness: earlier request listeners also answer the path of the live connection. */
function twoOwners(): void {
  const attach = Server.prototype.attach
  Server.prototype.attach = function (this: Server, http: never, options?: never) {
    const before = (http as unknown as NodeJS.EventEmitter).listeners('request')
    const attached = attach.call(this, http, options)
    for (const listener of before) (http as unknown as NodeJS.EventEmitter).on('request', listener as () => void)
    return attached
  }
}
