import type { Fault } from './fault.ts'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chance } from '../support/random.ts'
import { builtBoard, faultFolder } from './built-board.ts'
import { cut, powerShim } from './power.ts'
import { restarted } from './restarted.ts'
import { writer } from './writer.ts'

/** Read by the server before its own code: SQLite runs with NORMAL, as better-sqlite3 does by default, and says FULL. The planted fault. */
const normal = `data:text/javascript,${encodeURIComponent(`
  import { createRequire } from 'node:module'
  const { prototype } = createRequire(process.cwd() + '/here.js')('better-sqlite3')
  const pragma = prototype.pragma
  prototype.pragma = function (text, ...more) {
    if (/^synchronous$/.test(text)) return 2
    return pragma.call(this, text === 'synchronous = FULL' ? 'synchronous = NORMAL' : text, ...more)
  }`)}`

/** The built server works on a disk that loses at a power cut everything that was not synced. After each cut it starts by itself, and nothing acknowledged is lost or done twice. */
export const powercut: Fault = {
  size: { cuts: 100, lanes: 20 },
  tiny: { cuts: 3, lanes: 8 },
  minutes: 60,
  async run({ cuts = 1, lanes = 1 }, { seed, sabotage }) {
    const [data, undo] = [faultFolder(), faultFolder()]
    const shim = powerShim(undo)
    if (!shim) return { ok: !sabotage, left_out: 'no C compiler (cc) is at hand' }
    let undone = 0
    const fallen = () => {
      for (const name of ['board.db', 'board.db-wal']) undone += cut(path.join(data, name), path.join(undo, `${name}.undo`))
    }
    const server = await restarted(() => builtBoard(data, [...sabotage ? ['--import', normal] : [], 'dist/server/main.js'], { LD_PRELOAD: shim, UNDO_DIR: undo }), fallen)
    const luck = chance(seed)
    const person = await writer(server.origin, server.token, { lanes, pause: 10 })
    const writing = person.begin().then(() => null, (error: unknown) => String(error))
    for (let i = 0; i < cuts; i++) {
      await wait(100 + luck.below(500))
      await server.kill()
    }
    person.end()
    const broke = await writing
    // Without the session, which is gone too, nothing more can be read.
    const lost = broke ? [broke] : await person.lost()
    await server.end()
    return { ok: lost.length === 0 && person.acknowledged() > cuts, acknowledged: person.acknowledged(), writes_undone: undone, lost: lost.length, first: lost[0] ?? null }
  },
}
