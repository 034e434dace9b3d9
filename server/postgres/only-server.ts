import type { Postgres } from './postgres.ts'
import { setTimeout } from 'node:timers/promises'
import { CannotStart } from '../core/cannot-start.ts'
import { withoutPassword } from './postgres.ts'

/** So long (ms) an end waits for PostgreSQL to give the lock back. */
const patience = 5000
/** Any number: the same in every server. */
const serving = 5_060_002

interface Options {
  /** One of several servers of a deployment, which may be here together. A server without the others is alone. */
  readonly together?: boolean
  /** How often it is asked whether we still have the lock (ms). */
  readonly every?: number
  /** Called once another server has taken the lock, after ours was lost with its connection. */
  readonly onLost: (why: CannotStart) => void
}

/**
 * Makes this the only server on the boards in this PostgreSQL, until `release` or until the connection ends: PostgreSQL holds the
 * lock. After a broken connection it is taken again. Should two servers write for a moment, the seqs of the log keep them apart.
 * Throws `CannotStart`: `store_in_use`.
 */
export async function onlyServer({ locks, url }: Pick<Postgres, 'locks' | 'url'>, { together = false, every = 2000, onLost }: Options): Promise<{ readonly release: () => Promise<void> }> {
  /** A connection that has the lock already gets it once more. */
  async function take(): Promise<void> {
    const [got] = together
      ? await locks<{ ours: boolean }[]>`select pg_try_advisory_lock_shared(${serving}) as ours`
      : await locks<{ ours: boolean }[]>`select pg_try_advisory_lock(${serving}) as ours`
    if (!got?.ours) throw new CannotStart('store_in_use', withoutPassword(url))
  }

  await take()
  const timer = setInterval(() => void take().catch((error: unknown) => {
    // Without PostgreSQL nobody else has it either.
    if (!(error instanceof CannotStart)) return
    clearInterval(timer)
    onLost(error)
  }), every).unref()
  return {
    async release() {
      clearInterval(timer)
      await Promise.race([locks`select pg_advisory_unlock_all()`.catch(() => {}), setTimeout(patience, undefined, { ref: false })])
    },
  }
}
