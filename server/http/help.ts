import type { Request } from 'express'
import type { AddressOf } from '../core/address.ts'
import type { IncidentBoard, Incidents } from '../incidents.ts'
import type { Accounts } from '../people/accounts.ts'
import { Router } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import * as v from 'valibot'
import { isOver } from '../../shared/core/over.ts'
import { reject } from '../../shared/core/rejection.ts'
import { helpAct, helpSecret, newHelp } from '../../shared/help/requests.ts'
import { paced, parseOutside } from '../core/guard.ts'
import { careAsker } from './care.ts'
import { guesses } from './guesses.ts'
import { jsonBody } from './json-body.ts'

const Page = v.strictObject({ settled: v.optional(v.literal('1')), before: v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number))) })
/** Requests of one address within ten minutes: a village may share one. */
const each = { points: 30, duration: 600 }

/**
 * The public page of help requests, without signing in. A request is answered with its number and a status code, and the code shows what became of that request
 * alone. Requests are limited for each address and wrong codes like all guesses: `slow_down`.
 */
export function publicHelpRoutes(incidents: Incidents, addressOf: AddressOf): Router {
  const guarded = guesses(addressOf)
  const asks = new RateLimiterMemory(each)
  const boardOf = (request: Request<{ incident: string }>) => incidents.find(request.params.incident) ?? reject('not_found')
  return Router()
    .get('/:incident/help', (request, response) => {
      const { authority: { board } } = boardOf(request)
      if (isOver(board)) reject('incident_over')
      const incident = board.get('incident', 'incident') ?? reject('not_found')
      const grids = [...board.all('grid')].filter(one => !one.retired).map(({ id, township, name }) => ({ id, township, name }))
      response.set('cache-control', 'no-store').json({ incident: incident.name, drill: incident.drill, grids })
    })
    .post('/:incident/help', jsonBody(), async (request, response) => {
      const { care, authority } = boardOf(request)
      if (isOver(authority.board)) reject('incident_over')
      const asked = parseOutside(newHelp, request.body)
      await paced(asks, addressOf(request))
      response.status(201).set('cache-control', 'no-store').json(care.help.ask(asked))
      care.turned()
    })
    .post('/:incident/help/status', jsonBody(), async (request, response) => {
      const { care } = boardOf(request)
      const secret = parseOutside(helpSecret, request.body)
      response.set('cache-control', 'no-store').json(await guarded(request, () => care.help.status(secret)))
    })
}

/** Help requests for those who work on them: grid worker, township, headquarters. */
export function helpRoutes(accounts: Accounts, board: IncidentBoard): Router {
  const { care } = board
  const reader = careAsker(accounts, board)
  return Router()
    .use((_request, response, next) => {
      response.set('cache-control', 'no-store')
      next()
    })
    .get('/list', (request, response) => {
      const { settled, before } = parseOutside(Page, { ...request.query })
      response.json(care.help.list(reader(request), { settled: settled === '1', before }))
    })
    .post('/of/:id/open', (request, response) => {
      response.json(care.help.open(reader(request), request.params.id))
    })
    .post('/of/:id', (request, response) => {
      if (isOver(board.authority.board)) reject('incident_over')
      care.help.act(reader(request), request.params.id, parseOutside(helpAct, request.body))
      response.status(204).end()
      care.turned()
    })
}
