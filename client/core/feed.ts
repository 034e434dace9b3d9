import type { Seen } from '../../shared/core/protocol.ts'
import type { Watcher } from './frames.ts'
import { shallowRef } from 'vue'
import { isNews } from '../../shared/core/telling.ts'
import { mergeSeen } from '../sync/merge-seen.ts'
import { linkState } from './board.ts'
import { watchers } from './frames.ts'
import { ask } from './http.ts'
import { within } from './incident.ts'

/** Follows the line from now on, for a screen that has the feed. */
export function followFeed(): void {
  if (watchers.has(watcher)) return
  watchers.add(watcher)
  if (linkState.value === 'live') watcher.live()
}

/** The live feed: the newest commits that are news to somebody, newest first. */
export const feed = shallowRef<readonly Seen[]>([])
let whole = false
let asking = false
/** Which feed is being filled: an answer for an earlier one is thrown away. */
let turn = 0

/** Fetches the commits before the first frame, since frames bring only new ones. Once, until the line was away or the board is fetched again. */
export async function fillFeed(): Promise<void> {
  if (whole || asking) return
  asking = true
  const asked = turn
  try {
    const before = await ask<Seen[]>(within('/recent'))
    // Read `feed` only now: frames may have come meanwhile.
    if (asked === turn) {
      feed.value = mergeSeen(feed.value, before.filter(isNews))
      whole = true
    }
  } catch {
    // Tried again at the next frame or connection.
  } finally {
    asking = false
  }
  if (asked !== turn) void fillFeed()
}

/** Empties the feed after a gap or a change of history, since its commits may not be those of this board. */
export function startFeedAnew(): void {
  feed.value = []
  askFeedAgain()
}

/** After the line was away: what came meanwhile is fetched too, whatever the line brought. */
export function askFeedAgain(): void {
  whole = false
  turn++
}

export function feedOn(commits: readonly Seen[]): void {
  const news = commits.filter(isNews)
  if (news.length) feed.value = mergeSeen(news, feed.value)
  if (commits.length && !whole) void fillFeed()
}

const watcher: Watcher = {
  came: feedOn,
  live() {
    askFeedAgain()
    void fillFeed()
  },
  anew: startFeedAnew,
}
