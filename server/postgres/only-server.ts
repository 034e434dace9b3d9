import type { Postgres } from './postgres.ts'
import { CannotStart } from '../core/cannot-start.ts'
import { withoutPassword } from './postgres.ts'

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
export async function onlyServer({ sql, url }: Postgres, { together = false, every = 2000, onLost }: Options): Promise<{ readonly release: () => Promise<void> }> {
  const inUse = () => new CannotStart('store_in_use', withoutPassword(url))
  async function take() {
    const held = await sql.reserve()
    try {
      const [got] = together
        ? await held<{ ours: boolean }[]>`select pg_try_advisory_lock_shared(${serving}) as ours`
        : await held<{ ours: boolean }[]>`select pg_try_advisory_lock(${serving}) as ours`
      if (got?.ours) return held
    } catch (error) {
      held.release()
      throw error
    }
    held.release()
    throw inUse()
  }

  let held: Awaited<ReturnType<typeof take>> | null = await take()
  let looking: Promise<void> = Promise.resolve()
  async function look(): Promise<void> {
    try {
      if (held) await held`select 1`
      else held = await take()
    } catch (error) {
      held?.release()
      held = null
      if (!(error instanceof CannotStart)) return
      clearInterval(timer)
      onLost(error)
    }
  }
  const timer = setInterval(() => looking = looking.then(look), every)
  timer.unref()
  return {
    async release() {
      clearInterval(timer)
      await looking
      await held?.unsafe('select pg_advisory_unlock_all()').catch(() => {})
      held?.release()
    },
  }
}
