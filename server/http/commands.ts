import type { Authority } from '../board/authority.ts'
import type { Accounts } from '../people/accounts.ts'
import { Router } from 'express'
import { Rejection } from '../../shared/core/rejection.ts'
import { Envelope, parseOutside } from '../core/guard.ts'
import { asker } from './answer.ts'

/** Takes one command over HTTP from other systems, with the same rules, receipts and budget as over a live connection. A refusal by a rule is a 409. */
export function commandRoutes(accounts: Accounts, authority: Authority): Router {
  return Router().post('/', async (request, response) => {
    const actor = asker(request, accounts)
    const command = parseOutside(Envelope, request.body)
    const answer = await authority.submit(command, actor)
    if (!answer.ok) throw new Rejection(answer.code, answer.detail, answer.clashes, answer.retryAfter)
    response.status(201).json(answer)
  })
}
