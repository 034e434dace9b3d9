import { randomInt } from 'node:crypto'
import { reject } from '../../shared/core/rejection.ts'
import { digest, newToken } from '../core/seal.ts'

/** How long a code is valid (ms). The screen shows a new one then. */
export const codeLasts = 5 * 60_000
/** The most screens that wait at the same time. */
const mostWaiting = 500

interface Waiting { readonly code: string, readonly until: number, account: string | null }

/** Screens that show a code and wait for headquarters. In memory only: after a restart each shows a new code. Times are epoch ms. */
export function pairings(now: () => number) {
  /** By the digest of the screen's secret. */
  const waiting = new Map<string, Waiting>()

  function clear(): void {
    for (const [key, { until }] of waiting) {
      if (until <= now()) waiting.delete(key)
    }
  }
  const withCode = (code: string) => [...waiting.values()].find(one => one.code === code && one.account === null)

  function freeCode(): string {
    for (;;) {
      const code = String(randomInt(100_000_000)).padStart(8, '0')
      if (!withCode(code)) return code
    }
  }

  return {
    /** A new code, and the secret by which its screen asks for its session. Rejects with `slow_down` while too many wait. */
    begin() {
      clear()
      if (waiting.size >= mostWaiting) reject('slow_down')
      const [code, secret, until] = [freeCode(), newToken(), now() + codeLasts]
      waiting.set(digest(secret), { code, until, account: null })
      return { code, secret, until }
    },

    /** Gives the screen with this code the account that `make` makes. Rejects with `not_found` for a code that is unknown, used or expired. */
    give(code: string, make: () => string): string {
      clear()
      const one = withCode(code) ?? reject('not_found')
      return one.account = make()
    },

    /** Uses the account of the screen with this secret, once; null while it waits. Rejects with `not_found` after the code has expired. */
    take<T>(secret: string, use: (account: string) => T): T | null {
      clear()
      const { account } = waiting.get(digest(secret)) ?? reject('not_found')
      if (account === null) return null
      const used = use(account)
      waiting.delete(digest(secret))
      return used
    },
  }
}
