import type { Incidents } from '../incidents.ts'
import { Router } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { reject } from '../../shared/rejection.ts'
import { publicLine } from '../../shared/sight.ts'

/** What stands behind a place code for whoever is not signed in: one line, and no way to ask for more than a few a minute. */
export function publicRoutes(incidents: Incidents): Router {
  const tries = new RateLimiterMemory({ points: 60, duration: 60 })
  return Router().get('/:incident/line/:place', async (request, response) => {
    await tries.consume(request.ip ?? '').catch(() => reject('slow_down'))
    const board = incidents.find(request.params.incident)?.authority.board
    const line = board && publicLine(board, request.params.place)
    response.set('cache-control', 'no-store').json(line ?? reject('not_found'))
  })
}
