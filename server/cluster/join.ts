import type { Config } from '../core/config.ts'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { CannotStart } from '../core/cannot-start.ts'
import { markOf } from '../core/seal.ts'
import { deploymentKey } from '../postgres/deployment-key.ts'
import { onlyServer } from '../postgres/only-server.ts'
import { connect, openPostgres, withoutPassword } from '../postgres/postgres.ts'
import { openLease } from './lease.ts'

interface Options {
  /** Called once another server writes although this one had the lease, or uses the boards alone: this one must end. */
  readonly onLost: (why: CannotStart) => void
  readonly onBug: (error: unknown) => void
}

/** A renewal that is not answered for so long (ms) is tried on another connection. */
const soon = 5000
/** How often a server that waits for another to begin the deployment looks (ms), and how many times. */
const [pause, times] = [250, 480] as const

/**
 * Joins the servers that share the boards in one PostgreSQL, or begins to: `begins` is true if nobody has, and this server holds the lease.
 * Throws `CannotStart`: those of `openPostgres`, `store_in_use`, `key_lost` and `key_wrong`.
 */
export async function joinDeployment({ STORE = '', NODE_URL = '', DATA_DIR }: Pick<Config, 'STORE' | 'NODE_URL' | 'DATA_DIR'>, { onLost, onBug }: Options) {
  const postgres = await openPostgres(STORE)
  // A connection of its own: other statements must not hold up a renewal.
  const own = connect(STORE, 1, soon)
  const address = NODE_URL.replace(/\/$/, '')
  const what = withoutPassword(STORE)
  const lease = openLease(own, { address, onLost: () => onLost(new CannotStart('writer_elsewhere', what)), onBug })

  async function begins(): Promise<boolean> {
    for (let left = times; left > 0; left--) {
      const key = await deploymentKey.read(postgres.sql)
      if (key !== null) {
        const keyFile = path.join(DATA_DIR, 'key')
        const mark = markOf(keyFile)
        if (mark !== key) throw new CannotStart(mark === null ? 'key_lost' : 'key_wrong', keyFile)
        return false
      }
      if (await lease.begin()) return true
      await setTimeout(pause)
    }
    throw new CannotStart('store_in_use', what)
  }

  try {
    const { release } = await onlyServer(postgres, { together: true, onLost })
    return {
      postgres,
      lease,
      /** The connection of the lease, for what must not wait for other statements either. */
      own,
      address,
      begins: await begins(),
      async close(): Promise<void> {
        await lease.stop()
        await release()
        await own.end({ timeout: 1 })
        await postgres.close()
      },
    }
  } catch (error) {
    await lease.stop()
    await own.end({ timeout: 1 })
    await postgres.close()
    throw error
  }
}

export type Joined = Awaited<ReturnType<typeof joinDeployment>>
