import type { Request } from 'express'
import type { CareReader } from '../../shared/care/rights.ts'
import type { IncidentBoard } from '../incidents.ts'
import type { Accounts } from '../people/accounts.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { careActs } from '../../shared/care/acts.ts'
import { careChange, careDone, careWhy, newCareNeed, newCarePerson } from '../../shared/care/people.ts'
import { careRights, careScope, mayAuditCare, mayCountCare, mayGrantCare, mayImportCare } from '../../shared/care/rights.ts'
import { planners } from '../../shared/core/actor.ts'
import { lineOf } from '../../shared/core/fields.ts'
import { isOver } from '../../shared/core/over.ts'
import { reject } from '../../shared/core/rejection.ts'
import { freshMinutes } from '../../shared/people/second-factor.ts'
import { Id } from '../../shared/records.ts'
import { cookieOf } from '../core/cookie.ts'
import { parseOutside } from '../core/guard.ts'
import { asker, freshly } from './answer.ts'

const Version = v.pipe(v.number(), v.integer(), v.minValue(1))
const Moment = v.pipe(v.string(), v.regex(/^\d{1,14}$/), v.transform(Number))
const Page = v.strictObject({ grid: v.optional(Id), group: v.optional(Id), after: v.optional(Id) })
const Day = v.strictObject({ before: Moment })
const LogPage = v.strictObject({ before: v.optional(Moment), person: v.optional(Id), who: v.optional(Id), act: v.optional(v.picklist(careActs)) })
const Find = v.strictObject({ text: v.pipe(lineOf(40), v.minLength(2)) })
const People = v.strictObject({ people: v.pipe(v.array(newCarePerson), v.minLength(1), v.maxLength(100)), act: v.optional(v.picklist(['add', 'import']), 'add') })
const Change = v.strictObject({ version: Version, set: careChange })
const Which = v.strictObject({ id: Id, version: Version })
const Merge = v.strictObject({ keep: Which, other: Which })
const Acts = v.strictObject({ acts: v.pipe(v.array(careDone), v.minLength(1), v.maxLength(100)) })
const Hold = v.strictObject({ why: v.nullable(lineOf(200)) })
const Right = v.strictObject({ person: Id, right: v.picklist(careRights), granted: v.boolean() })

/** What every route of the register begins with: the asker with their rights, and the id that the path names. Nothing about a person is in a path but an id. */
export function careAsker(accounts: Accounts, { care }: Pick<IncidentBoard, 'care'>) {
  return (request: Request): CareReader => care.rights.reader(asker(request, accounts))
}

/** The register of people who need care. Names are masked unless somebody opens them with a reason, which is written down before the answer. */
export function careRoutes(accounts: Accounts, board: IncidentBoard): Router {
  const { care } = board
  const reader = careAsker(accounts, board)
  /** For what writes into the register: once the incident has ended, nobody adds to it. */
  const writer: typeof reader = request => isOver(board.authority.board) ? reject('incident_over') : reader(request)
  /** Data leaves only shortly after a sign-in link was used on the device that asks. */
  const confirmed = (request: Request) => accounts.confirmed(cookieOf(request), care.confirmMinutes)

  return Router()
    .use((_request, response, next) => {
      response.set('cache-control', 'no-store')
      next()
    })
    .get('/', (request, response) => {
      const by = reader(request)
      response.json({ scope: careScope(by), rights: by.rights, figures: mayCountCare(by) ? care.figures() : null })
    })
    .get('/workers', (request, response) => {
      const by = asker(request, accounts, planners)
      const grids = [...board.authority.board.all('grid')].filter(one => by.role !== 'officer' || one.township === by.township)
      response.json(accounts.gridWorkers(by, new Set(grids.map(one => one.id))))
    })
    .get('/people', (request, response) => {
      response.json(care.people.list(reader(request), parseOutside(Page, { ...request.query })))
    })
    .post('/find', (request, response) => {
      const by = reader(request)
      response.json(care.people.find(by, parseOutside(Find, request.body).text))
    })
    .post('/people', (request, response) => {
      const by = writer(request)
      const { people, act } = parseOutside(People, request.body)
      if (!careScope(by) || (act === 'import' && !mayImportCare(by))) reject('forbidden')
      response.status(201).json(care.people.add(by, people, act))
      care.turned()
    })
    .post('/people/:id/open', (request, response) => {
      const by = reader(request)
      // Who has a second factor gives it once a day before names; for others it becomes due first.
      if (accounts.factors.has(by.id)) freshly(request, accounts, freshMinutes.names)
      response.json(care.people.open(by, request.params.id, parseOutside(careWhy, request.body)))
    })
    .post('/people/:id', (request, response) => {
      const by = writer(request)
      const { version, set } = parseOutside(Change, request.body)
      care.people.change(by, request.params.id, version, set)
      response.status(204).end()
      care.turned()
    })
    .post('/merge', (request, response) => {
      const by = writer(request)
      const { keep, other } = parseOutside(Merge, request.body)
      care.people.merge(by, keep, other)
      response.status(204).end()
      care.turned()
    })
    .get('/needs', (request, response) => {
      response.json(care.needs.due(reader(request), parseOutside(Day, { ...request.query }).before))
    })
    .post('/people/:id/needs', (request, response) => {
      care.needs.set(writer(request), request.params.id, parseOutside(newCareNeed, request.body))
      response.status(204).end()
      care.turned()
    })
    .post('/people/:id/needs/:need/end', (request, response) => {
      care.needs.end(writer(request), request.params.id, request.params.need)
      response.status(204).end()
      care.turned()
    })
    .post('/done', (request, response) => {
      response.json(care.needs.done(writer(request), parseOutside(Acts, request.body).acts))
      care.turned()
    })
    .post('/people/:id/copy', (request, response) => {
      response.json(care.subject.copy(reader(request), request.params.id, parseOutside(careWhy, request.body), confirmed(request)))
    })
    .post('/people/:id/delete', (request, response) => {
      care.subject.delete(reader(request), request.params.id, parseOutside(careWhy, request.body))
      response.status(204).end()
      care.turned()
    })
    .get('/plans', (request, response) => {
      response.json(care.purge.list(reader(request)))
    })
    .post('/plans', (request, response) => {
      care.purge.end(reader(request))
      response.status(204).end()
    })
    .post('/plans/:id/hold', (request, response) => {
      care.purge.hold(reader(request), request.params.id, parseOutside(Hold, request.body).why)
      response.status(204).end()
    })
    .post('/export', (request, response) => {
      response.json(care.export(reader(request), parseOutside(careWhy, request.body), confirmed(request)))
    })
    .get('/log', (request, response) => {
      if (!mayAuditCare(reader(request))) reject('forbidden')
      response.json(care.log.page(parseOutside(LogPage, { ...request.query })))
    })
    .get('/rights', (request, response) => {
      if (!mayGrantCare(reader(request))) reject('forbidden')
      response.json(care.rights.all())
    })
    .post('/rights', (request, response) => {
      const by = reader(request)
      const { person, right, granted } = parseOutside(Right, request.body)
      if (granted) freshly(request, accounts)
      const to = accounts.list().find(one => one.id === person && !one.disabled) ?? reject('not_found')
      care.rights.set(by, to, right, granted)
      response.status(204).end()
    })
}
