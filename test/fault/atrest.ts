import type { Fault } from './fault.ts'
import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { careWorld, secretsOf } from './care-world.ts'

/** A stolen disk: every page of the databases, what lies beside them, and a backup are searched for everybody in the register. */
export const atrest: Fault = {
  size: { people: 200 },
  tiny: { people: 20 },
  async run({ people = 1 }, { seed, sabotage }) {
    const world = await careWorld(people, seed)
    if (sabotage) Object.assign(world.care.vault.made(), { seal: (plain: string) => plain, open: (sealed: string) => sealed })
    await world.enter()
    const raw = new SQLite(path.join(world.data, 'care.db'))
    await raw.backup(path.join(world.data, 'backup.db'))
    raw.close()
    const secrets = secretsOf(world.canaries)
    const hits = world.hits(secrets)
    const open = fs.readdirSync(world.data).filter(name => name.startsWith('care') && fs.statSync(path.join(world.data, name)).mode & 0o077).length
    const stored = world.care.people.inScope({ id: 'x', role: 'coordinator', rights: ['names'] }).length
    await world.end()
    return { ok: hits === 0 && open === 0 && stored === people, people, stored, hits, open_files: open }
  },
}
