import type { Request } from 'express'
import type { County } from '../../shared/core/county.ts'
import type { Incidents } from '../incidents.ts'
import type { Accounts } from '../people/accounts.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { planners, roles } from '../../shared/core/actor.ts'
import { factsOf } from '../../shared/core/county.ts'
import { words } from '../../shared/core/fields.ts'
import { reject } from '../../shared/core/rejection.ts'
import { crewMates } from '../../shared/duty/duty.ts'
import { Id } from '../../shared/records.ts'
import { parseOutside } from '../core/guard.ts'
import { asker } from './answer.ts'

interface Options {
  readonly county: County
  readonly incidents: Pick<Incidents, 'all'>
  readonly linkHours: number
  readonly onDisabled: (person: string) => void
}

const Ids = v.object({ ids: v.pipe(v.string(), v.transform(list => list.split(',')), v.array(Id), v.maxLength(100)) })
const NewPerson = v.strictObject({
  name: v.pipe(words(40), v.minLength(1)),
  phone: v.optional(words(30), ''),
  role: v.picklist(roles),
  township: v.optional(v.nullable(Id), null),
  unit: v.optional(v.nullable(Id), null),
  team: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99))), null),
})

/** Names for people who may read them, candidates for planners, and the register for administrators. Each reading is recorded. */
export function peopleRoutes(accounts: Accounts, { county, incidents, linkHours, onDisabled }: Options): Router {
  const facts = factsOf(county)
  const admin = (request: Request) => asker(request, accounts, ['admin'])
  const register = Router()
    .get('/', (request, response) => {
      response.set('cache-control', 'no-store').json(accounts.register(admin(request)))
    })
    .post('/', (request, response) => {
      const by = admin(request)
      const person = parseOutside(NewPerson, request.body)
      if (person.role === 'officer' && !facts.townships.has(person.township ?? '')) reject('invalid', 'township')
      if (person.role === 'unit' && !facts.units.has(person.unit ?? '')) reject('invalid', 'unit')
      const id = accounts.add(person, by.id)
      response.status(201).json({ id, token: accounts.invite(id, linkHours, by.id) })
    })
    .post('/:id/link', (request, response) => {
      response.json({ token: accounts.invite(request.params.id, linkHours, admin(request).id) })
    })
    .post('/:id/disable', (request, response) => {
      accounts.disable(admin(request).id, request.params.id)
      onDisabled(request.params.id)
      response.status(204).end()
    })
    .post('/:id/enable', (request, response) => {
      accounts.enable(admin(request).id, request.params.id)
      response.status(204).end()
    })

  return Router()
    .get('/names', (request, response) => {
      const reader = asker(request, accounts)
      const { ids } = parseOutside(Ids, { ...request.query })
      const mates = new Set(incidents.all().flatMap(({ authority }) => [...crewMates(authority.board, reader.id)]))
      response.set('cache-control', 'no-store').json(accounts.names(reader, ids, mates))
    })
    .get('/names/helpers', (request, response) => {
      const reader = asker(request, accounts, planners)
      response.set('cache-control', 'no-store').json(accounts.helpers(reader))
    })
    .use('/people', register)
}
