/** How many files are sent at once: a line that loses packets is filled only by several connections. */
const most = 4
/** Milliseconds of a part: one so quick opens the other lanes, and one so slow closes them, so that a slow line carries one file at a time. */
const [quick, slow] = [5000, 20_000]

/** How many lanes are open, by how long parts take. It begins with one. */
export function lanes() {
  let open = 1
  return {
    open: () => open,
    took(ms: number): void {
      if (ms <= quick) open = most
      else if (ms >= slow) open = 1
    },
  }
}

/**
 * Does one piece of work after the other in each open lane, as long as there is a next one. After a failure nothing more is begun; it rejects
 * once what was under way has ended.
 */
export async function inLanes<T>(open: () => number, next: () => T | undefined, work: (one: T, lane: number) => Promise<void>): Promise<void> {
  const under = new Map<number, Promise<void>>()
  for (;;) {
    for (let lane = 0; lane < open(); lane++) {
      const one = under.has(lane) ? undefined : next()
      if (one !== undefined) under.set(lane, work(one, lane).finally(() => under.delete(lane)))
    }
    if (!under.size) return
    await Promise.race(under.values()).catch(async (error: unknown) => {
      await Promise.allSettled(under.values())
      throw error
    })
  }
}
