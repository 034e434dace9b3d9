import type { BoardServer } from '../../server/board-server.ts'
import type { Answer } from '../../shared/core/protocol.ts'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { county } from '../support/county.ts'

export const places = 4
const day = 24 * 3_600_000

/** The planted fault, only in this harness: it reads the shift, lets time pass, and writes an answer from the old value. */
export function readThenWrite({ authority, store }: Pick<BoardServer, 'authority' | 'store'>): void {
  const honest = authority.submit.bind(authority)
  authority.submit = async (command, actor): Promise<Answer> => {
    const seen = command.name === 'claimShift' ? authority.board.get('shift', (command.args as { shift: string }).shift) : undefined
    if (!seen || seen.claimedBy.length >= seen.needed || seen.claimedBy.includes(actor.id)) return honest(command, actor)
    await wait(3)
    for (;;) {
      // A device sends a command again until it is answered.
      const written = (await store.find([command.id])).get(command.id)
      if (written) return { ok: true, id: command.id, seq: written.seq, epoch: authority.epoch }
      const seq = authority.board.seq + 1
      const value = { ...seen, claimedBy: [...seen.claimedBy, actor.id] }
      if (await store.append([{ ...command, seq, actor: actor.id, at: Date.now(), changes: [{ kind: 'shift', id: seen.id, value }] }])) {
        await authority.catchUp()
        return { ok: true, id: command.id, seq, epoch: authority.epoch }
      }
      await authority.catchUp()
    }
  }
}

/** The real server on a new folder, with volunteers and with shifts so far apart that rest limits never apply. */
export async function claimServer(people: number, shifts: number, sabotage: boolean): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yixian-fault-'))
  const board = await startBoard({ config: readConfig({ PORT: '0', DATA_DIR: folder, START_WITH: 'empty' }), folder: { county }, pace: { commands: 1e7, seconds: 1 } })
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
  const { authority, accounts } = board
  const planner = { id: accounts.add({ name: 'planner', role: 'coordinator' }), role: 'coordinator' } as const
  const ids = Array.from({ length: shifts }, (_, i) => `s${i}`)
  for (const [i, shift] of ids.entries()) {
    const startsAt = Date.now() + (i + 1) * 3 * day
    await authority.submit({ id: `open-${i}`, name: 'openShift', args: { shift, title: shift, township: 'north', lng: -20, lat: 64.5, startsAt, endsAt: startsAt + 4 * 3_600_000, needed: places } }, planner)
  }
  const crowd = Array.from({ length: people }, () => {
    const id = accounts.add({ name: 'helper', role: 'volunteer' })
    return { id, cookie: `yixian=${accounts.signIn(accounts.invite(id, 1), 1)}` }
  })

  if (sabotage) readThenWrite(board)

  process.on('message', () => process.send?.(Object.fromEntries(ids.map(id => [id, authority.board.get('shift', id)?.claimedBy ?? []]))))
  process.send?.({ port: board.port, crowd, ids })
}
