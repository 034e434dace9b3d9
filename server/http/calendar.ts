import type { County } from '../../shared/county.ts'
import type { Accounts } from '../accounts.ts'
import type { Calendars } from '../calendars.ts'
import type { Incidents } from '../incidents.ts'
import type { AddressOf } from './address.ts'
import { Router } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { reject } from '../../shared/rejection.ts'
import { calendarFeed } from '../calendar-feed.ts'
import { paced } from '../guard.ts'
import { asker } from './answer.ts'
import { guesses } from './guesses.ts'

interface Options { readonly accounts: Accounts, readonly calendars: Calendars, readonly incidents: Incidents, readonly county: County, readonly publicUrl?: string, readonly addressOf: AddressOf, readonly now: () => number }

/** A person's calendar, by its secret address; and whoever is signed in makes and ends their own. */
export function calendarRoutes({ accounts, calendars, incidents, county, publicUrl, addressOf, now }: Options): Router {
  const guarded = guesses(addressOf)
  const readings = new RateLimiterMemory({ points: 60, duration: 60 })
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
      await paced(readings, person)
      const boards = incidents.all().map(({ id, authority }) => ({ id, board: authority.board }))
      response.set('cache-control', 'private, max-age=300').type('text/calendar')
      response.send(calendarFeed(person, boards, { county, origin: new URL(publicUrl ?? `${request.protocol}://${request.get('host')}`).origin, now: now() }))
    })
}
