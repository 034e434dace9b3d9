import type { Seen } from '../../shared/core/protocol.ts'
import { shallowRef } from 'vue'
import { mergeSeen } from '../sync/merge-seen.ts'
import { ask } from './http.ts'
import { within } from './incident.ts'

/** The live feed: the newest commits, newest first. */
export const feed = shallowRef<readonly Seen[]>([])
let whole = false
let asking = false

/** Fetches the commits before the first frame, since frames bring only new ones. Once, until the board is fetched again. */
export async function fillFeed(): Promise<void> {
  if (whole || asking) return
  asking = true
  try {
    const before = await ask<Seen[]>(within('/recent'))
    // Read `feed` only now: frames may have come meanwhile.
    feed.value = mergeSeen(feed.value, before)
    whole = true
  } catch {
    // Tried again at the next frame or connection.
  } finally {
    asking = false
  }
}

/** Empties the feed after a gap or a change of history, since its commits may not be those of this board. */
export function startFeedAnew(): void {
  feed.value = []
  whole = false
}

export function feedOn(commits: readonly Seen[]): void {
  if (!commits.length) return
  feed.value = mergeSeen(commits, feed.value)
  if (!whole) void fillFeed()
}
