import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

/** Counts the taps of one act from the opened page, prints them, and holds them to their goal. */
export function taps(what: string, goal: number) {
  let n = 0
  return {
    async tap(target: Locator, how: 'tap' | 'click' = 'tap'): Promise<void> {
      n++
      await target[how]()
    },
    /** A photo: the tap that opens the camera. */
    async shoot(input: Locator, picture: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
      n++
      await input.setInputFiles(picture)
    },
    fact(): void {
      console.log(JSON.stringify({ taps: what, counted: n, goal }))
      expect(n).toBeLessThanOrEqual(goal)
    },
  }
}
