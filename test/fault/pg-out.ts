import type { Store } from '../../server/board/store.ts'
import type { Own, TestPostgres } from '../support/postgres.ts'
import type { Fault } from './fault.ts'
import type { Standby } from './standby.ts'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Authority } from '../../server/board/authority.ts'
import { copyLog } from '../../server/board/same-log.ts'
import { postgresStore } from '../../server/board/store-postgres.ts'
import { replicatedStore } from '../../server/board/store-replicated.ts'
import { sqliteStore } from '../../server/board/store-sqlite.ts'
import { openDatabase } from '../../server/database/database.ts'
import { openPostgres } from '../../server/postgres/postgres.ts'
import { facts, who } from '../support/given.ts'
import { testPostgres } from '../support/postgres.ts'
import { chance } from '../support/random.ts'
import { movedAddress, standbyOf } from './standby.ts'

const place = (id: string) => ({ id: `c-${id}`, name: 'addPlace', args: { place: id, name: `Place ${id}`, kind: 'school', township: 'north', lng: 110, lat: 21 } })

/** The planted fault: it answers that a batch is stored before PostgreSQL has said so. */
const hasty = (store: Store): Store => ({ ...store, async append(commits) {
  void store.append(commits).catch(() => {})
  return true
} })

/** So long (ms) is waited for the first acknowledgement after PostgreSQL is back. */
const patience = 60_000

/**
 * PostgreSQL is killed again and again while commands go. With `--promote` each time a synchronous standby takes its place, at the same
 * address; with the planted fault one that was not waited for. Whoever gets no answer, or `busy`, sends again, as devices do. At the end each
 * acknowledged command is in PostgreSQL exactly once, at the seq that was said, the copy in the folder is the same, and both go on.
 */
export const pgOut: Fault = {
  size: { kills: 20, senders: 16 },
  tiny: { kills: 2, senders: 4 },
  switches: ['promote'],
  async run({ kills = 1, senders = 1 }, { seed, sabotage, switches }) {
    const luck = chance(seed)
    const first = await testPostgres()
    if (!first.server) throw new Error('This fault kills PostgreSQL: it needs one of its own, without TEST_POSTGRES.')
    let [served, server]: [TestPostgres, Own] = [first, first.server]
    const address = switches.has('promote') ? await movedAddress(server) : null
    const url = new URL(await served.database())
    if (address) url.port = String(address.port)
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yixian-fault-'))
    const postgres = await openPostgres(url.href)
    const copy = sqliteStore(openDatabase(path.join(folder, 'board.db')))
    const truth = postgresStore(postgres, 'first')
    await copyLog(copy, truth)
    const store = replicatedStore(copy, truth, 0)
    const authority = await Authority.open(sabotage && !address ? hasty(store) : store, { facts })
    const acked = new Map<string, number>()
    // At an address whose server is gone the driver waits instead: nobody need be refused.
    let [refused, slowest, stuck] = [0, 0, false]
    const end = new AbortController()

    async function sender(n: number): Promise<void> {
      for (let i = 0; !end.signal.aborted; i++) {
        const command = place(`s${n}-${i}`)
        for (;;) {
          const answer = await authority.submit(command, who.coordinator)
          if (answer.ok) {
            acked.set(command.id, answer.seq)
            break
          }
          if (stuck) return
          if (answer.code !== 'busy') throw new Error(`refused with ${answer.code}`)
          refused++
          await wait(50)
        }
      }
    }
    const all = Array.from({ length: senders }, (_, n) => sender(n))
    for (let n = 0; n < kills && !stuck; n++) {
      const standby: Standby | null = address && await standbyOf(server, sabotage)
      await wait(100 + luck.below(300))
      server.kill(luck.maybe(0.5) ? 'SIGQUIT' : 'SIGKILL')
      await server.ended()
      await wait(luck.below(1500))
      if (standby) {
        await standby.promote()
        address?.move(standby.server)
        await served.stop()
        served = standby
        server = standby.server
      } else {
        await server.start()
      }
      const began = performance.now()
      // The next acknowledgement, whoever gets it.
      const before = acked.size
      while (acked.size === before && performance.now() - began < patience) await wait(5)
      stuck = acked.size === before
      slowest = Math.max(slowest, performance.now() - began)
    }
    end.abort()
    await Promise.all(all)
    await authority.close()

    const log = await truth.since(0, 1_000_000)
    const at = new Map(log.map(({ id, seq }) => [id, seq]))
    const lost = [...acked].filter(([id, seq]) => at.get(id) !== seq).length
    const twice = log.length - at.size
    const apart = JSON.stringify(await copy.since(0, 1_000_000)) !== JSON.stringify(log)
    await copy.close()
    await postgres.close()
    address?.close()
    await served.stop()
    fs.rmSync(folder, { recursive: true, force: true })
    return { ok: lost === 0 && twice === 0 && !apart && slowest < 5000 && (refused > 0 || address !== null), acked: acked.size, busy: refused, lost, twice, copy_differs: apart, back_ms: Math.round(slowest) }
  },
}
