import type { Request } from 'express'
import type { Code } from '../../shared/core/rejection.ts'
import type { AddressOf } from '../core/address.ts'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Rejection } from '../../shared/core/rejection.ts'
import { paced } from '../core/guard.ts'

/** The codes that answer a wrong secret. */
const wrong: readonly Code[] = ['signed_out', 'not_found']

/**
 * Limits wrong guesses at secrets to `most` a minute for each client; rejects with `slow_down` beyond that. A right secret is
 * never refused, because a whole county may share one address with the person who guesses.
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
