import type { County } from '../../shared/core/county.ts'
import type { AddressOf } from '../core/address.ts'
import type { SessionCookie } from '../core/cookie.ts'
import type { DiskRoom } from '../disk/room.ts'
import type { Accounts } from '../people/accounts.ts'
import type { Devices } from '../people/devices.ts'
import type { Newcomers } from '../people/newcomers.ts'
import type { SignUp } from '../people/sign-up.ts'
import type { VolunteerRegister } from '../people/volunteer-register.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { planners } from '../../shared/core/actor.ts'
import { factsOf } from '../../shared/core/county.ts'
import { lineOf } from '../../shared/core/fields.ts'
import { reject } from '../../shared/core/rejection.ts'
import { Id, Note } from '../../shared/records.ts'
import { cookieOf } from '../core/cookie.ts'
import { parseOutside } from '../core/guard.ts'
import { deviceName } from '../people/device-name.ts'
import { asker } from './answer.ts'
import { guesses } from './guesses.ts'

export interface Options {
  readonly signUp: SignUp
  readonly devices: Pick<Devices, 'clearedFirst'>
  readonly newcomers: Newcomers
  readonly register: VolunteerRegister
  readonly county: County
  readonly room: Pick<DiskRoom, 'needed'>
  readonly sessionHours: number
  readonly linkHours: number
  readonly cookie: SessionCookie
  readonly addressOf: AddressOf
  /** Called when somebody signs up, is approved or is declined: pages that show the list fetch it again. */
  readonly onWaiting: () => void
  /** Called when a person's rights have changed. */
  readonly onChanged: (person: string) => void
  readonly onDisabled: (person: string) => void
  readonly onSignedOut: (token: string) => void
}

const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most))
const Ids = v.pipe(v.array(Id), v.maxLength(20))
const Token = v.pipe(v.string(), v.minLength(20), v.maxLength(100))
const NewLink = v.strictObject({ uses: whole(500), hours: whole(24 * 14) })
const person = {
  name: v.pipe(lineOf(40), v.minLength(1)),
  phone: v.pipe(v.string(), v.trim(), v.regex(/^\+?[\d -]{7,20}$/)),
  township: Id,
  skills: Ids,
}
const Change = v.partial(v.strictObject({ note: Note, skills: Ids, trained: Ids }))
const Joining = v.strictObject({ token: Token, ...person, declared: Ids, consent: v.literal(true) })
const Roster = v.strictObject({ rows: v.pipe(v.array(v.strictObject({ ...person, trained: Ids })), v.minLength(1), v.maxLength(200)) })

/** The people whom one request of an import added. */
export const Added = v.strictObject({ people: v.pipe(v.array(Id), v.minLength(1), v.maxLength(200)) })

/** How volunteers join: by a link, after which each is approved, or by an organisation's list. */
export function volunteerRoutes(accounts: Accounts, { signUp, devices, newcomers, register, county, room, sessionHours, linkHours, cookie, addressOf, onWaiting, onChanged, onDisabled, onSignedOut }: Options): Router {
  const facts = factsOf(county)
  const trainings = new Set(county.trainings.map(one => one.id))
  const guarded = guesses(addressOf)

  function among(ids: readonly string[], known: Pick<ReadonlySet<string>, 'has'>, what: string): void {
    if (!ids.every(id => known.has(id))) reject('invalid', what)
  }
  function within({ township, skills }: { township: string, skills: readonly string[] }, said: readonly string[]): void {
    among([township], facts.townships, 'township')
    among(skills, facts.skills, 'skills')
    among(said, trainings, 'trainings')
  }

  return Router()
    .post('/join/look', async (request, response) => {
      const { token } = parseOutside(v.strictObject({ token: Token }), request.body)
      response.set('cache-control', 'no-store').json({ township: await guarded(request, () => signUp.townshipOf(token)) })
    })
    .post('/join', async (request, response) => {
      const { token, consent: _, ...who } = parseOutside(Joining, request.body)
      within(who, who.declared)
      const former = cookieOf(request)
      devices.clearedFirst(former)
      cookie.set(response, await guarded(request, () => signUp.join(token, who, sessionHours, { former, mark: cookie.mark, name: deviceName(request.headers['user-agent']) }))).status(204).end()
      if (former) onSignedOut(former)
      onWaiting()
    })
    .get('/links', (request, response) => {
      response.set('cache-control', 'no-store').json(signUp.list(asker(request, accounts, planners)))
    })
    .post('/links', (request, response) => {
      const by = asker(request, accounts, planners)
      const { uses, hours } = parseOutside(NewLink, request.body)
      response.status(201).json(signUp.open(by, uses, hours))
    })
    .post('/links/:id/revoke', (request, response) => {
      signUp.revoke(asker(request, accounts, planners), request.params.id)
      response.status(204).end()
    })
    .get('/waiting', (request, response) => {
      response.set('cache-control', 'no-store').json(newcomers.waiting(asker(request, accounts, planners)))
    })
    .get('/waiting/count', (request, response) => {
      response.set('cache-control', 'no-store').json(newcomers.count(asker(request, accounts, planners)))
    })
    .post('/waiting/:id/approve', (request, response) => {
      const by = asker(request, accounts, planners)
      const { trained } = parseOutside(v.strictObject({ trained: Ids }), request.body)
      among(trained, trainings, 'trainings')
      newcomers.approve(by, request.params.id, trained)
      onChanged(request.params.id)
      onWaiting()
      response.status(204).end()
    })
    .post('/waiting/:id/decline', (request, response) => {
      newcomers.decline(asker(request, accounts, planners), request.params.id)
      onDisabled(request.params.id)
      onWaiting()
      response.status(204).end()
    })
    .post('/roster/undo', (request, response) => {
      const by = asker(request, accounts, planners)
      const gone = newcomers.takeBack(by, parseOutside(Added, request.body).people)
      gone.forEach(onDisabled)
      response.json({ gone })
    })
    .get('/register', (request, response) => {
      response.set('cache-control', 'no-store').json(register.list(asker(request, accounts, planners)))
    })
    .post('/register/:id', (request, response) => {
      const by = asker(request, accounts, planners)
      const change = parseOutside(Change, request.body)
      among(change.skills ?? [], facts.skills, 'skills')
      among(change.trained ?? [], trainings, 'trainings')
      register.change(by, request.params.id, change)
      onChanged(request.params.id)
      response.status(204).end()
    })
    .post('/register/:id/stop', (request, response) => {
      register.stop(asker(request, accounts, planners), request.params.id)
      onDisabled(request.params.id)
      response.status(204).end()
    })
    .post('/register/:id/return', (request, response) => {
      response.json({ token: register.bringBack(asker(request, accounts, planners), request.params.id, linkHours) })
    })
    .post('/roster', async (request, response) => {
      const by = asker(request, accounts, planners)
      await room.needed()
      const { rows } = parseOutside(Roster, request.body)
      rows.forEach(row => within(row, row.trained))
      response.status(201).json(newcomers.enrol(by, rows.map(row => ({ ...row, role: 'volunteer' })), linkHours))
    })
}
