import type { Incidents } from '../incidents.ts'
import { Router } from 'express'
import { reject } from '../../shared/core/rejection.ts'
import { publicLines } from '../../shared/exposure/public-lines.ts'

/** What headquarters has released about exposure places, without signing in. */
export const exposedRoutes = (incidents: Incidents): Router => Router().get('/:incident/exposed', (request, response) => {
  const board = incidents.find(request.params.incident)?.authority.board
  response.set('cache-control', 'no-store').json((board && publicLines(board)) ?? reject('not_found'))
})
