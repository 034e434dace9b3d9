import type { Request } from 'express'
import type { Actor } from '../../shared/core/actor.ts'
import type { ApiTokens } from '../api/tokens.ts'
import type { AddressOf } from '../core/address.ts'
import type { Budgets } from '../core/costs.ts'
import { reject, Rejection } from '../../shared/core/rejection.ts'
import { costOf } from '../core/costs.ts'
import { guesses } from './guesses.ts'

const secretOf = (request: Request): string => /^Bearer ([\w-]{1,100})$/i.exec(request.get('authorization') ?? '')?.[1] ?? ''

/**
 * The system behind a request, by its token in `Authorization: Bearer …`; a cookie counts for nothing here. Takes the cost of the request
 * from the budget of the token. Rejects with `signed_out`, and with `slow_down` when the budget is spent or wrong tokens are tried.
 */
export function bearer(tokens: Pick<ApiTokens, 'holder'>, { addressOf, budgets }: { readonly addressOf: AddressOf, readonly budgets: Budgets }) {
  const guarded = guesses(addressOf)
  return {
    async of(request: Request): Promise<Actor> {
      const actor = await guarded(request, () => tokens.holder(secretOf(request)) ?? reject('signed_out'))
      const no = await budgets.spend(actor, costOf(request.method, `${request.baseUrl}${request.path}`.replace(/^\/api/, '')) ?? 1)
      if (no) throw new Rejection(no.code, undefined, undefined, no.retryAfter)
      return actor
    },
    /** The same system again, after a wait. Rejects with `signed_out` if its token has ended meanwhile. */
    still: (request: Request): Actor => tokens.holder(secretOf(request)) ?? reject('signed_out'),
  }
}

export type Bearer = ReturnType<typeof bearer>
