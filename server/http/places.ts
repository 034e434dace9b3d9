import type { Authority } from '../board/authority.ts'
import type { Accounts } from '../people/accounts.ts'
import { randomBytes } from 'node:crypto'
import { Router } from 'express'
import { uuidv7 } from 'uuidv7'
import * as v from 'valibot'
import { planners } from '../../shared/core/actor.ts'
import { reject } from '../../shared/core/rejection.ts'
import { audienceOf, visible } from '../../shared/core/sight.ts'
import { Id } from '../../shared/records.ts'
import { placeCode } from '../../shared/register/place-code.ts'
import { theServer } from '../board/scheduler.ts'
import { parseOutside } from '../core/guard.ts'
import { asker } from './answer.ts'

const Wanted = v.strictObject({ places: v.pipe(v.array(Id), v.minLength(1), v.maxLength(200)) })

/** Serves the codes of posters to people who have posters printed, not to teams. Each reading is recorded before it is answered. The keys never leave the server. */
export function placeRoutes(accounts: Accounts, authority: Authority): Router {
  return Router().post('/codes', async (request, response) => {
    const reader = asker(request, accounts, planners)
    const { places } = parseOutside(Wanted, request.body)
    const { board } = authority
    const found = places.map(id => board.get('place', id) ?? reject('not_found'))
    if (found.some(place => place.retired || !visible(audienceOf(reader), 'place', place))) reject('not_found')
    const lacking = found.filter(place => !place.coded).map(({ id }) => ({ place: id, key: randomBytes(32).toString('hex') }))
    if (lacking.length) {
      const answer = await authority.submit({ id: uuidv7(), name: 'cutPlaceKeys', args: { keys: lacking } }, theServer)
      if (!answer.ok) reject(answer.code)
    }
    const codes = places.map((place) => {
      // If the code was made void between these two reads, the reader asks again.
      const key = board.get('place', place)?.coded ? board.get('placeKey', place)?.key : undefined
      return { place, code: placeCode(key ?? reject('busy'), place) }
    })
    accounts.noteReading(reader, places.map(place => `place/${place}`))
    response.set('cache-control', 'no-store').json({ codes })
  })
}
