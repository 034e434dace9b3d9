import type { AddressOf } from '../core/address.ts'
import type { Incidents } from '../incidents.ts'
import { Router } from 'express'
import { reject } from '../../shared/core/rejection.ts'
import { publicLine } from '../../shared/register/public-line.ts'
import { guesses } from './guesses.ts'

/** The public facts behind a poster's code, without signing in. Wrong codes are limited for each client: `slow_down`. */
export function publicRoutes(incidents: Incidents, addressOf: AddressOf): Router {
  const guarded = guesses(addressOf)
  return Router().get('/:incident/line/:place', async (request, response) => {
    const { incident, place } = request.params
    const line = await guarded(request, () => {
      const board = incidents.find(incident)?.authority.board
      return (board && publicLine(board, place, request.get('place-code') ?? '')) ?? reject('not_found')
    })
    response.set('cache-control', 'no-store').json(line)
  })
}
