import type { Commit } from '../../shared/core/protocol.ts'
import type { Store } from './store.ts'
import { setTimeout } from 'node:timers/promises'
import { away, locked } from '../core/no-room.ts'

/** How often it is tried again, and after how long (ms). */
const [times, pause] = [3, 100] as const

/**
 * Appends commits; false for a lost race. Waits a few times for a lock that another process holds, without blocking other work. Without a connection
 * it is not known whether the commits were written: appended again they lose against themselves, and are found by their ids.
 */
export async function appendPatiently(store: Pick<Store, 'append'>, commits: readonly Commit[]): Promise<boolean> {
  for (let left: number = times; ; left--) {
    try {
      return await store.append(commits)
    } catch (error) {
      if (left === 0 || !(locked(error) || away(error))) throw error
    }
    await setTimeout(pause)
  }
}
