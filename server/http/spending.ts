import type { RequestHandler } from 'express'
import type { Budgets } from '../core/costs.ts'
import type { Accounts } from '../people/accounts.ts'
import { reject, Rejection } from '../../shared/core/rejection.ts'
import { cookieOf } from '../core/cookie.ts'
import { costOf } from '../core/costs.ts'

/** Takes the cost of a request from the person's budget before the request is read. People who are not signed in have no budget: the routes open to them have limits of their own. */
export function spending(accounts: Pick<Accounts, 'actor'>, budgets: Budgets): RequestHandler {
  return async (request, _response, next) => {
    const cost = costOf(request.method, request.path) ?? reject('not_found')
    const actor = accounts.actor(cookieOf(request))
    const no = actor && await budgets.spend(actor, cost)
    if (no) throw new Rejection(no.code, undefined, undefined, no.retryAfter)
    next()
  }
}
