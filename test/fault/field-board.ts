import type { Role } from '../../shared/core/actor.ts'
import fs from 'node:fs'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { county } from '../support/county.ts'
import { faultFolder } from './built-board.ts'

/** The real server in this process, on a folder that a later one can be started on, without limits to the pace of commands. */
export async function fieldBoard(folder = faultFolder(), now: () => number = Date.now) {
  fs.mkdirSync(folder, { recursive: true })
  const board = await startBoard({ config: readConfig({ PORT: '0', DATA_DIR: folder, START_WITH: 'empty' }), folder: { county: { ...county, rules: { ...county.rules, photosADay: { count: 1000, bytes: 1e9 } } } }, now, pace: { commands: 1e7, seconds: 1 }, onBug: error => console.error(error) })
  const { authority, accounts, store } = board
  const planner = { id: accounts.add({ name: 'planner', role: 'coordinator' }), role: 'coordinator' } as const
  return {
    ...board,
    folder,
    planner,
    /** A signed-in person of a role, with the cookie of their device. */
    come(role: Role) {
      const id = accounts.add({ name: role, role })
      return { actor: { id, role, approved: true }, cookie: `yixian=${accounts.signIn(accounts.invite(id, 1), 72)}` }
    },
    /** A command of the planner, which must work. */
    async plan(name: string, args: object): Promise<void> {
      const answer = await authority.submit({ id: crypto.randomUUID(), name, args }, planner)
      if (!answer.ok) throw new Error(`${name}: ${answer.code} ${answer.detail ?? ''}`)
    },
    /** Every commit of the log, in order. */
    log: () => store.since(0, authority.board.seq),
  }
}
