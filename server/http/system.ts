import type { Request } from 'express'
import type { Found, Health } from '../../shared/audit/health.ts'
import type { VerifyingLogs } from '../audit/verifying.ts'
import type { Accounts } from '../people/accounts.ts'
import type { BackupsByHand } from '../system/backup-state.ts'
import { Router } from 'express'
import { logReaders } from '../../shared/core/actor.ts'
import { asker, freshly } from './answer.ts'

interface Options {
  readonly verifying: VerifyingLogs
  readonly health: () => Promise<Health>
  readonly examine: () => Promise<readonly Found[]>
  readonly backups: Pick<BackupsByHand, 'make'>
}

/** How the server is, for administrators; who reads the logs has them verified. */
export function systemRoutes(accounts: Accounts, { verifying, health, examine, backups }: Options): Router {
  const admin = (request: Request) => asker(request, accounts, ['admin'])
  return Router()
    .use((_request, response, next) => {
      response.set('cache-control', 'no-store')
      next()
    })
    .get('/', async (request, response) => {
      admin(request)
      response.json(await health())
    })
    .get('/doctor', async (request, response) => {
      admin(request)
      response.json(await examine())
    })
    .post('/backup', (request, response) => {
      const { id } = admin(request)
      freshly(request, accounts)
      accounts.note(id, 'make_backup', [])
      void backups.make()
      response.status(202).json({ ok: true })
    })
    .get('/verify', async (request, response) => {
      asker(request, accounts, logReaders)
      response.json(await verifying.state())
    })
    .post('/verify', (request, response) => {
      const { id } = asker(request, accounts, logReaders)
      if (!verifying.busy()) accounts.note(id, 'verify_logs', [])
      void verifying.run(id)
      response.status(202).json({ ok: true })
    })
}
