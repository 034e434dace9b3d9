import type { Seen } from '../../shared/core/protocol.ts'
import { shallowRef } from 'vue'
import { together } from '../sync/together.ts'
import { ask } from './http.ts'
import { within } from './incident.ts'

/** The newest commits, newest first: the live feed. */
export const feed = shallowRef<readonly Seen[]>([])
let whole = false
let asking = false

/** Frames tell what is new only: what was before them is asked for, once until the board is fetched anew. */
export async function fillFeed(): Promise<void> {
  if (whole || asking) return
  asking = true
  try {
    const before = await ask<Seen[]>(within('/recent'))
    // Read only now: frames have come meanwhile.
    feed.value = together(feed.value, before)
    whole = true
  } catch {
    // The next frame, or the next line, asks again.
  } finally {
    asking = false
  }
}

/** A gap, or another history: what is shown may not be what led to this board. */
export function startFeedAnew(): void {
  feed.value = []
  whole = false
}

export function feedOn(commits: readonly Seen[]): void {
  if (!commits.length) return
  feed.value = together(commits, feed.value)
  if (!whole) void fillFeed()
}
