import type { IncidentEnd } from '../incident-end.ts'
import type { IncidentBoard } from '../incidents.ts'
import type { Accounts } from '../people/accounts.ts'
import { Router } from 'express'
import { headquarters } from '../../shared/core/actor.ts'
import { asker } from './answer.ts'

/** How much the end of this incident would destroy, for those who may end it: figures, and nobody's name. */
export const endingRoutes = (accounts: Accounts, end: Pick<IncidentEnd, 'figures'>, board: IncidentBoard): Router => Router()
  .get('/', async (request, response) => {
    asker(request, accounts, headquarters)
    response.set('cache-control', 'no-store').json({ ...await end.figures(board), people: board.care.figures().reduce((sum, { group, count }) => sum + (group === 'all' ? count : 0), 0) })
  })
