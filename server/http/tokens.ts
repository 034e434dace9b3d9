import type { Request } from 'express'
import type { ApiTokens } from '../api/tokens.ts'
import type { Accounts } from '../people/accounts.ts'
import { Router } from 'express'
import { TokenFields } from '../../shared/api/tokens.ts'
import { parseOutside } from '../core/guard.ts'
import { asker, freshly } from './answer.ts'

interface Options { readonly tokens: ApiTokens, /** Called with the id of a token that was ended. */ readonly onEnded: (id: string) => void }

/** An administrator makes, lists and ends the tokens of other systems. The secret of a token is in one answer only, to who has just proved who they are. */
export function tokenRoutes(accounts: Accounts, { tokens, onEnded }: Options): Router {
  const admin = (request: Request) => asker(request, accounts, ['admin'])
  return Router()
    .get('/', (request, response) => {
      admin(request)
      response.set('cache-control', 'no-store').json(tokens.list())
    })
    .post('/', (request, response) => {
      const { id: by } = admin(request)
      freshly(request, accounts)
      response.status(201).set('cache-control', 'no-store').json(tokens.make(by, parseOutside(TokenFields, request.body)))
    })
    .post('/:id/end', (request, response) => {
      tokens.end(admin(request).id, request.params.id)
      onEnded(request.params.id)
      response.status(204).end()
    })
}
