import type { Request } from 'express'
import type { Role } from '../../shared/core/actor.ts'
import type { County } from '../../shared/core/county.ts'
import type { Logins } from '../../shared/people/login.ts'
import type { ApiTokens } from '../api/tokens.ts'
import type { DiskRoom } from '../disk/room.ts'
import type { Incidents } from '../incidents.ts'
import type { AccountSubject } from '../people/account-subject.ts'
import type { Accounts } from '../people/accounts.ts'
import type { Named } from '../people/logins.ts'
import type { Newcomers } from '../people/newcomers.ts'
import type { Provider } from '../provider/provider.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { headquarters, logReaders, planners, roles } from '../../shared/core/actor.ts'
import { factsOf } from '../../shared/core/county.ts'
import { lineOf } from '../../shared/core/fields.ts'
import { reject } from '../../shared/core/rejection.ts'
import { crewMates } from '../../shared/duty/duty.ts'
import { longestLogin } from '../../shared/people/login.ts'
import { Id } from '../../shared/records.ts'
import { kept } from '../board/kept.ts'
import { parseOutside } from '../core/guard.ts'
import { asker, freshly } from './answer.ts'
import { Added } from './volunteers.ts'

interface Options {
  readonly county: County
  readonly newcomers: Newcomers
  readonly subject: AccountSubject
  readonly room: Pick<DiskRoom, 'needed'>
  readonly incidents: Pick<Incidents, 'all'>
  readonly tokens: Pick<ApiTokens, 'names'>
  readonly providers: readonly Pick<Provider, 'id' | 'realm' | 'compared'>[]
  readonly linkHours: number
  readonly onDisabled: (person: string) => void
  /** Called when a person's role or area has changed, so that their devices learn of it. */
  readonly onChanged: (person: string) => void
}

const Ids = v.object({ ids: v.pipe(v.string(), v.transform(list => list.split(',')), v.array(Id), v.maxLength(100)) })
const fields = {
  name: v.pipe(lineOf(40), v.minLength(1)),
  phone: lineOf(30),
  role: v.picklist(roles),
  township: v.nullable(Id),
  unit: v.nullable(Id),
  team: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99))),
  place: v.nullable(Id),
  grid: v.nullable(Id),
}
const { name, role, phone, township, unit, team, place, grid } = fields
/** What each provider of sign-ins knows them by; an empty text removes it. */
const logins = v.strictObject({ oidc: v.optional(lineOf(longestLogin)), wecom: v.optional(lineOf(longestLogin)) })
const NewPerson = v.strictObject({ name, role, phone: v.optional(phone, ''), township: v.optional(township, null), unit: v.optional(unit, null), team: v.optional(team, null), place: v.optional(place, null), grid: v.optional(grid, null) })
const OnePerson = v.strictObject({ ...NewPerson.entries, logins: v.optional(logins) })
const Change = v.partial(v.strictObject({ ...fields, logins }))
/** Where somebody works. */
interface Placing { readonly role: Role, readonly township?: string | null, readonly unit?: string | null, readonly team?: number | null, readonly place?: string | null, readonly grid?: string | null }

/** The people of one request of an import. */
const StaffRows = v.strictObject({ rows: v.pipe(v.array(v.strictObject({ ...NewPerson.entries, phone: v.pipe(phone, v.minLength(1)), logins: v.optional(logins) })), v.minLength(1), v.maxLength(100)) })

/** Names for people who may read them, candidates for planners, and the register for administrators. Each reading is recorded. */
export function peopleRoutes(accounts: Accounts, { county, newcomers, subject, room, incidents, tokens, providers, linkHours, onDisabled, onChanged }: Options): Router {
  const facts = factsOf(county)
  const admin = (request: Request) => asker(request, accounts, ['admin'])
  /** A person with the township, unit, team, place or grid that belongs to their role, and none besides. Rejects with `invalid` if the role requires one that is missing, or neither the county nor an open incident has it. */
  function placed<P extends Placing>(person: P): P {
    const { role } = person
    const township = role === 'officer' || role === 'volunteer' ? person.township ?? null : null
    const unit = role === 'unit' ? person.unit ?? null : null
    if (township === null ? role === 'officer' : !facts.townships.has(township)) reject('invalid', 'township')
    if (unit === null ? role === 'unit' : !facts.units.has(unit)) reject('invalid', 'unit')
    const place = role === 'contact' ? person.place ?? null : null
    if (place === null ? role === 'contact' : !incidents.all().some(({ authority }) => authority.board.get('place', place))) reject('invalid', 'place')
    const grid = role === 'gridWorker' ? person.grid ?? null : null
    if (grid === null ? role === 'gridWorker' : !incidents.all().some(({ authority }) => authority.board.get('grid', grid)?.retired === false)) reject('invalid', 'grid')
    return { ...person, township, unit, place, grid, team: role === 'inspector' ? person.team ?? null : null }
  }

  /** What lets somebody in who reads the log asks once more who is there. */
  function proofFor(request: Request): void {
    const person = accounts.list().find(({ id }) => id === request.params.id)
    if (person && logReaders.includes(person.role)) freshly(request, accounts)
  }

  /** These names as the providers' own. Rejects with `invalid` for a provider that the settings do not name. */
  const namedBy = (given: Logins): Named[] => Object.entries(given).map(([id, name]) => {
    const { realm, compared, ...provider } = providers.find(one => one.id === id) ?? reject('invalid', id)
    return { id: provider.id, realm, name: compared(name) }
  })

  const register = Router()
    .get('/', (request, response) => {
      response.set('cache-control', 'no-store').json(accounts.register(admin(request)))
    })
    .post('/', (request, response) => {
      const by = admin(request)
      const { logins = {}, ...person } = placed(parseOutside(OnePerson, request.body))
      if (logReaders.includes(person.role) || Object.values(logins).some(Boolean)) freshly(request, accounts)
      const id = accounts.add({ ...person, logins: namedBy(logins) }, by.id)
      response.status(201).json({ id, ...person.role !== 'auditor' && { token: accounts.invite(id, linkHours, by.id) } })
    })
    .post('/roster', async (request, response) => {
      const by = admin(request)
      await room.needed()
      const { rows } = parseOutside(StaffRows, request.body)
      if (rows.some(({ role }) => role === 'auditor')) reject('invalid', 'role')
      if (rows.some(({ role, logins = {} }) => role === 'admin' || Object.values(logins).some(Boolean))) freshly(request, accounts)
      response.status(201).json(newcomers.enrol(by, rows.map(({ logins = {}, ...person }) => ({ ...placed(person), logins: namedBy(logins) })), linkHours))
    })
    .post('/roster/undo', (request, response) => {
      const gone = newcomers.takeBack(admin(request), parseOutside(Added, request.body).people)
      gone.forEach(onDisabled)
      response.json({ gone })
    })
    .post('/:id', (request, response) => {
      const by = admin(request)
      const { logins = {}, ...change } = parseOutside(Change, request.body)
      const former = accounts.list().find(one => one.id === request.params.id) ?? reject('not_found')
      const { township, unit, team, place, grid } = placed({ ...former, ...change })
      if ((change.role === 'admin' && former.role !== 'admin') || Object.keys(logins).length) freshly(request, accounts)
      accounts.change(by.id, former.id, { ...change, logins: namedBy(logins), township, unit, team, place, grid })
      onChanged(former.id)
      response.status(204).end()
    })
    .post('/:id/link', (request, response) => {
      const by = admin(request)
      proofFor(request)
      response.json({ token: accounts.invite(request.params.id, linkHours, by.id) })
    })
    .post('/:id/disable', (request, response) => {
      accounts.disable(admin(request).id, request.params.id)
      onDisabled(request.params.id)
      response.status(204).end()
    })
    .post('/:id/copy', (request, response) => {
      response.set('cache-control', 'no-store').json(subject.copy(admin(request).id, request.params.id))
    })
    .post('/:id/forget', (request, response) => {
      subject.forget(admin(request).id, [request.params.id])
      onDisabled(request.params.id)
      response.status(204).end()
    })
    .post('/:id/enable', (request, response) => {
      const by = admin(request)
      proofFor(request)
      accounts.enable(by.id, request.params.id)
      response.status(204).end()
    })

  return Router()
    .get('/names', (request, response) => {
      const reader = asker(request, accounts)
      const { ids } = parseOutside(Ids, { ...request.query })
      const mates = new Set(incidents.all().flatMap(({ authority }) => [...kept(authority.board, `mates ${reader.id}`, () => crewMates(authority.board, reader.id))]))
      response.set('cache-control', 'no-store').json([...accounts.names(reader, ids, mates), ...tokens.names(reader, ids)])
    })
    .get('/names/helpers', (request, response) => {
      const reader = asker(request, accounts, planners)
      response.set('cache-control', 'no-store').json(accounts.helpers(reader))
    })
    .get('/names/inspectors', (request, response) => {
      response.set('cache-control', 'no-store').json(accounts.inspectors(asker(request, accounts, headquarters)))
    })
    .use('/people', register)
}
