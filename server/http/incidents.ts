import type { Reader } from '../../shared/core/board.ts'
import type { County } from '../../shared/core/county.ts'
import type { IncidentSummary } from '../../shared/core/protocol.ts'
import type { DiskRoom } from '../disk/room.ts'
import type { IncidentEnd } from '../incident-end.ts'
import type { IncidentBoard, Incidents } from '../incidents.ts'
import type { Accounts } from '../people/accounts.ts'
import type { TableKeys } from '../tables/keys.ts'
import type { Part } from '../trail/stretch.ts'
import type { Enrol } from './imports.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { reject } from '../../shared/core/rejection.ts'
import { audienceOf, visible } from '../../shared/core/sight.ts'
import { followed } from '../../shared/issues/steps.ts'
import { Id, schemas } from '../../shared/records.ts'
import { kept } from '../board/kept.ts'
import { parseOutside } from '../core/guard.ts'
import { boardPart } from '../trail/board-part.ts'
import { carePart } from '../trail/care-part.ts'
import { asker } from './answer.ts'
import { auditRoutes } from './audit.ts'
import { boardRoutes } from './board.ts'
import { bulletinRoutes } from './bulletins.ts'
import { careRoutes } from './care.ts'
import { commandRoutes } from './commands.ts'
import { endingRoutes } from './ending.ts'
import { helpRoutes } from './help.ts'
import { importRoutes } from './imports.ts'
import { jsonBody } from './json-body.ts'
import { letterRoutes } from './letters.ts'
import { photoRoutes } from './photos.ts'
import { placeRoutes } from './places.ts'
import { planRoutes } from './plans.ts'
import { postRoutes } from './posts.ts'
import { serviceRoutes } from './service.ts'
import { settledRoutes } from './settled.ts'
import { shiftRoutes } from './shifts.ts'
import { tableRoutes } from './tables.ts'

/** What the routes of all incidents share. */
interface Shared { readonly accounts: Accounts, readonly county: County, readonly room: Pick<DiskRoom, 'needed'>, /** Adds the volunteers of a list, with a link for each. */ readonly enrol: Enrol, readonly keys: TableKeys, /** The names of those to whom tables can be sent. */ readonly receivers: readonly string[], /** What the end of an incident destroys. */ readonly end: Pick<IncidentEnd, 'figures'>, /** The log of accounts. */ readonly accountsPart: Part }

/** The routes of one incident. They are given this incident only and cannot reach another. */
export function incidentRoutes({ accounts, county, room, enrol, keys, receivers, end, accountsPart }: Shared, board: IncidentBoard): Router {
  const { authority, store } = board
  return Router()
    .use('/photos', photoRoutes(accounts, county, board, room))
    .use('/bulletins', bulletinRoutes(accounts, county, board, room))
    .use('/imports', importRoutes(accounts, { county, room, enrol, board }))
    .use(jsonBody())
    .use(boardRoutes(accounts, authority, store))
    .use(settledRoutes(accounts, authority))
    .use(serviceRoutes(accounts, authority))
    .use('/commands', commandRoutes(accounts, authority))
    .use('/places', placeRoutes(accounts, authority))
    .use('/posts', postRoutes(accounts, authority))
    .use('/shifts', shiftRoutes(accounts, authority))
    .use('/care', careRoutes(accounts, board))
    .use('/tables', tableRoutes(accounts, keys, receivers, board))
    .use('/help', helpRoutes(accounts, board))
    .use('/plans', planRoutes(accounts, board, room))
    .use('/audit', auditRoutes(accounts, { id: board.id, parts: [boardPart(store, () => authority.board.seq), accountsPart, carePart(board.care.vault)] }))
    .use('/ending', endingRoutes(accounts, end, board))
    .use('/letters', letterRoutes(accounts, authority, board.papers, county))
}

/** Passes a request to the routes of the incident that its path names. Rejects with `signed_out` or `not_found`. */
export function eachIncident(shared: Shared, incidents: Incidents): Router {
  const routes = new Map<string, Router>()
  return Router().use('/:incident', async (request, response, next) => {
    asker(request, shared.accounts)
    const board = await incidents.open(request.params.incident) ?? reject('not_found')
    const its = routes.get(board.id) ?? incidentRoutes(shared, board)
    routes.set(board.id, its)
    its(request, response, next)
  })
}

/** Lists the incidents as this person sees them, and lets an administrator open one. */
export function incidentList(accounts: Accounts, incidents: Incidents): Router {
  const { code, name, phase, drill, startedAt } = schemas.incident.entries
  const Opened = v.strictObject({ code, name, phase, drill, startedAt, from: v.optional(v.nullable(Id), null) })

  return Router()
    .get('/', (request, response) => {
      const audience = audienceOf(asker(request, accounts))
      response.set('cache-control', 'no-store').json(incidents.all().flatMap(one => summary(one, audience)))
    })
    .post('/', async (request, response) => {
      const admin = asker(request, accounts, ['admin'])
      const { from, ...incident } = parseOutside(Opened, request.body)
      response.status(201).json({ id: await incidents.add(incident, admin, from) })
    })
}

/** Counts only the issues that the caller may see. */
export function summary({ id, authority: { board } }: IncidentBoard, audience: string): IncidentSummary[] {
  const incident = board.get('incident', 'incident')
  if (!incident) return []
  return [{ ...incident, id, ...kept(board, `issues ${audience}`, () => counted(board, audience)) }]
}

function counted(board: Reader, audience: string): Pick<IncidentSummary, 'found' | 'closed' | 'followed'> {
  const issues = [...board.all('issue')].filter(issue => visible(audience, 'issue', issue))
  const open = issues.filter(followed).length
  return { found: issues.length, closed: issues.length - open, followed: open }
}
