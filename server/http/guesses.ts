import type { Request } from 'express'
import type { Code } from '../../shared/core/rejection.ts'
import type { AddressOf } from '../core/address.ts'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Rejection } from '../../shared/core/rejection.ts'
import { paced } from '../core/guard.ts'

/** The answer to a wrong secret. */
const wrong: readonly Code[] = ['signed_out', 'not_found']

/**
 * Guesses at secrets, so many a minute for each client: `slow_down`. Only what was wrong counts, and what is right is never
 * refused: behind one address a whole county may come in while somebody guesses.
 */
export function guesses(addressOf: AddressOf, most = 30) {
  const tries = new RateLimiterMemory({ points: most, duration: 60 })
  return async <T>(request: Request, attempt: () => T): Promise<T> => {
    try {
      return attempt()
    } catch (error) {
      if (error instanceof Rejection && wrong.includes(error.code)) await paced(tries, addressOf(request))
      throw error
    }
  }
}
