import type { Request } from 'express'
import type { VerifyingLogs } from '../audit/verifying.ts'
import type { Accounts } from '../people/accounts.ts'
import { Router } from 'express'
import { asker } from './answer.ts'

interface Options { readonly verifying: VerifyingLogs }

/** How the server is, for administrators. */
export function systemRoutes(accounts: Accounts, { verifying }: Options): Router {
  const admin = (request: Request) => asker(request, accounts, ['admin'])
  return Router()
    .use((_request, response, next) => {
      response.set('cache-control', 'no-store')
      next()
    })
    .get('/verify', async (request, response) => {
      admin(request)
      response.json(await verifying.state())
    })
    .post('/verify', (request, response) => {
      const { id } = admin(request)
      accounts.note(id, 'verify_logs', [])
      void verifying.run(id)
      response.status(202).json({ ok: true })
    })
}
