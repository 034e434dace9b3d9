import type { Fault } from './fault.ts'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import SQLite from 'better-sqlite3'
import { chance } from '../support/random.ts'
import { faultFolder } from './built-board.ts'
import { fieldBoard } from './field-board.ts'

/** Another program that writes to the database: it holds the lock for up to a third of a second, again and again. */
async function holder(file: string, seed: string): Promise<void> {
  const luck = chance(Number(seed))
  const raw = new SQLite(file, { timeout: 60_000 })
  for (;;) {
    raw.exec('begin immediate')
    await wait(50 + luck.below(300))
    raw.exec('commit')
    process.send?.('held')
    await wait(luck.below(200))
  }
}

/** Other processes write to the database while people send commands: each command is answered as done, or as `busy` and is sent again; none is an error, lost or done twice. With `sabotage` a lock is an error like any other. */
export const busy: Fault = {
  size: { writers: 4, commands: 1000 },
  tiny: { writers: 2, commands: 20 },
  parts: { holder: async (file = '', seed = '1') => holder(file, seed) },
  async run({ writers = 1, commands = 1 }, { seed, sabotage, spawnPart }) {
    const folder = faultFolder()
    const board = await fieldBoard(folder)
    if (sabotage) {
      const honest = board.store.append.bind(board.store)
      board.store.append = async (commits) => {
        try {
          return await honest(commits)
        } catch (error) {
          throw new Error(`an error like any other: ${String(error)}`)
        }
      }
    }
    const locks = { held: 0 }
    const others = Array.from({ length: writers }, (_, i) => spawnPart('holder', path.join(folder, 'board.db'), String(seed + i)).on('message', () => locks.held++))
    while (locks.held < writers) await wait(10)
    const codes: Record<string, number> = {}
    const ids = Array.from({ length: commands }, () => randomUUID())
    await Promise.all(ids.map(async (id, n) => {
      await wait(n * 20)
      for (;;) {
        const answer = await board.authority.submit({ id, name: 'announce', args: { announcement: id, text: 'x' } }, board.planner)
        const code = answer.ok ? 'ok' : answer.code
        codes[code] = (codes[code] ?? 0) + 1
        if (code !== 'busy') return
        await wait(100)
      }
    }))
    for (const other of others) other.kill('SIGKILL')
    const log = await board.log()
    const times = ids.map(id => log.filter(one => one.id === id).length)
    await board.close()
    const [lost, twice] = [times.filter(count => count === 0).length, times.filter(count => count > 1).length]
    const errors = Object.entries(codes).filter(([code]) => code !== 'ok' && code !== 'busy').reduce((sum, [, count]) => sum + count, 0)
    return { ok: errors === 0 && lost === 0 && twice === 0, held: locks.held, answers: codes, errors, lost, twice }
  },
}
