import type { Fault } from './fault.ts'
import fs from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { sealWith } from '../../server/core/seal.ts'
import { careWorld, secretsOf } from './care-world.ts'
import { endedIncident } from './ended-incident.ts'

/** After the incident has ended and its day has come, somebody takes the disk, every backup of the vault, and every key that is left, and reads what can be read of people in care, accounts and photos. */
export const destroy: Fault = {
  size: { people: 200 },
  tiny: { people: 20 },
  async run({ people = 1 }, { seed, sabotage }) {
    const world = await careWorld(people, seed)
    const { care, canaries, ask, data } = world
    await world.enter()
    const incident = await endedIncident(world, people)
    if (sabotage) {
      care.vault.shred = () => {}
      incident.sabotage()
    }
    await care.look()
    // Backups as they rotate: one from before the key was renewed, and one from each of the days before the destruction.
    const backups: { readonly wrapped: string, readonly rows: number }[] = []
    async function backup() {
      const file = path.join(data, '..', `${path.basename(data)}.backup`)
      const raw = new SQLite(path.join(data, 'care.db'))
      await raw.backup(file)
      raw.close()
      const copy = new SQLite(file, { readonly: true })
      backups.push({ wrapped: copy.prepare('select wrapped from care_key').pluck().get() as string, rows: copy.prepare('select count(*) from care_person').pluck().get() as number })
      copy.close()
      fs.rmSync(file)
    }
    await backup()
    care.vault.renewKey()
    await backup()
    const log = world.board.authority.board.seq
    await incident.end()
    for (let day = 0; day < 11; day++) {
      if (day < 10) await backup()
      world.later(24 * 3_600_000)
      await care.look()
      await world.board.end.look()
    }
    const plans = JSON.parse((await ask('plain', '/i/first/care/plans')).text) as { doneAt: number | null, figures: { people: number } | null }[]
    const after = await incident.left()
    const left = new SQLite(path.join(data, 'care.db'), { readonly: true }).prepare('select count(*) from care_person').pluck().get() as number
    // Every file of 64 hexadecimal digits is tried as the key of the backup.
    const keys = fs.readdirSync(data, { recursive: true, withFileTypes: true }).filter(one => one.isFile()).map(one => fs.readFileSync(path.join(one.parentPath, one.name), 'latin1').trim()).filter(text => /^[0-9a-f]{64}$/i.test(text))
    const opens = (key: string, wrapped: string) => {
      try {
        return sealWith(new Uint8Array(key.match(/../g)?.map(pair => Number.parseInt(pair, 16)) ?? [])).open(wrapped, 'care-key/first') !== ''
      } catch {
        return false
      }
    }
    const readable = backups.reduce((sum, { wrapped, rows }) => sum + (keys.some(key => opens(key, wrapped)) ? rows : 0), 0)
    const hits = world.hits(secretsOf(canaries)) + world.hits(canaries.map(one => one.id), name => name === 'care.db-wal')
    const chain = care.log.broken() === null
    const whole = world.board.authority.board.seq >= log && [...world.board.authority.board.all('careCount')].every(one => one.count === 0)
    await world.end()
    const certified = plans[0]?.doneAt !== null && plans[0]?.figures?.people === people
    return { ok: hits === 0 && readable === 0 && left === 0 && chain && whole && certified && !after.opened && !after.remains && !after.photos && after.said && after.kept, people, accounts: people, names_opened: after.opened, names_left: after.remains, photos: after.photos, said: after.said, kept: after.kept, backups: backups.length, in_backups: backups.reduce((sum, { rows }) => sum + rows, 0), left, hits, readable, chain_ok: chain, stats_ok: whole, certified }
  },
}
