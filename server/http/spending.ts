import type { RequestHandler } from 'express'
import type { Accounts } from '../accounts.ts'
import type { Budgets } from '../costs.ts'
import { reject, Rejection } from '../../shared/rejection.ts'
import { costOf } from '../costs.ts'
import { cookieOf } from './cookie.ts'

/** Each request is paid for before anything of it is read. Strangers have no budget: what is open to them bounds itself. */
export function spending(accounts: Pick<Accounts, 'actor'>, budgets: Budgets): RequestHandler {
  return async (request, _response, next) => {
    const cost = costOf(request.method, request.path) ?? reject('not_found')
    const actor = accounts.actor(cookieOf(request))
    const no = actor && await budgets.spend(actor, cost)
    if (no) throw new Rejection(no.code, undefined, undefined, no.retryAfter)
    next()
  }
}
