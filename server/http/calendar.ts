import type { County } from '../../shared/county.ts'
import type { Accounts } from '../accounts.ts'
import type { Calendars } from '../calendars.ts'
import type { Incidents } from '../incidents.ts'
import { Router } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { reject } from '../../shared/rejection.ts'
import { calendarFeed } from '../calendar-feed.ts'
import { asker } from './answer.ts'

interface Options { readonly accounts: Accounts, readonly calendars: Calendars, readonly incidents: Incidents, readonly county: County, readonly publicUrl?: string, readonly now: () => number }

/** A person's calendar, by its secret address; and whoever is signed in makes and ends their own. */
export function calendarRoutes({ accounts, calendars, incidents, county, publicUrl, now }: Options): Router {
  const tries = new RateLimiterMemory({ points: 60, duration: 60 })
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
      const person = calendars.personOf(request.params.secret)
      // Behind a proxy all phones come from one address: guesses share its allowance, whose calendar it is has an own one.
      await tries.consume(person ?? `from ${request.ip}`).catch(() => reject('slow_down'))
      if (!person) return reject('not_found')
      const boards = incidents.all().map(({ id, authority }) => ({ id, board: authority.board }))
      response.set('cache-control', 'private, max-age=300').type('text/calendar')
      response.send(calendarFeed(person, boards, { county, origin: new URL(publicUrl ?? `${request.protocol}://${request.get('host')}`).origin, now: now() }))
    })
}
