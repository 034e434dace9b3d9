import type { CityView } from '../city/city.ts'
import type { Accounts } from '../people/accounts.ts'
import { Router } from 'express'
import { cityReaders } from '../../shared/api/city.ts'
import { reject } from '../../shared/core/rejection.ts'
import { asker } from './answer.ts'

/** The city's view over its counties, for overseers of a server that has counties to look at. Tokens of the counties never leave the server. */
export function cityRoutes(accounts: Accounts, city: CityView): Router {
  return Router().get('/', async (request, response) => {
    asker(request, accounts, cityReaders)
    if (!city.counties) reject('not_found')
    response.set('cache-control', 'no-store').json(await city.look())
  })
}
