import type { County } from '../../shared/core/county.ts'
import type { AddressOf } from '../core/address.ts'
import type { Budgets } from '../core/costs.ts'
import type { Incidents } from '../incidents.ts'
import type { Accounts } from '../people/accounts.ts'
import type { Calendars } from '../people/calendars.ts'
import { Router } from 'express'
import { reject, Rejection } from '../../shared/core/rejection.ts'
import { calendarFeed } from '../people/calendar-feed.ts'
import { asker } from './answer.ts'
import { guesses } from './guesses.ts'

interface Options { readonly accounts: Accounts, readonly calendars: Calendars, readonly incidents: Incidents, readonly county: County, readonly publicUrl?: string, readonly addressOf: AddressOf, readonly budgets: Budgets, readonly now: () => number }

/** A person's calendar under its secret address. People make and end the address of their own calendar only. */
export function calendarRoutes({ accounts, calendars, incidents, county, publicUrl, addressOf, budgets, now }: Options): Router {
  const guarded = guesses(addressOf)
  return Router()
    .get('/', (request, response) => {
      response.set('cache-control', 'no-store').json({ since: calendars.since(asker(request, accounts).id) })
    })
    .post('/', (request, response) => {
      response.status(201).json({ secret: calendars.make(asker(request, accounts).id) })
    })
    .delete('/', (request, response) => {
      calendars.end(asker(request, accounts).id)
      response.status(204).end()
    })
    .get('/:secret.ics', async (request, response) => {
      const person = await guarded(request, () => calendars.personOf(request.params.secret) ?? reject('not_found'))
      const no = await budgets.spendOnCalendar(person)
      if (no) throw new Rejection(no.code, undefined, undefined, no.retryAfter)
      const boards = incidents.all().map(({ id, authority }) => ({ id, board: authority.board }))
      response.set('cache-control', 'private, max-age=300').type('text/calendar')
      response.send(calendarFeed(person, boards, { county, origin: new URL(publicUrl ?? `${request.protocol}://${request.get('host')}`).origin, now: now() }))
    })
}
