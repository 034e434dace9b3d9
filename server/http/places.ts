import type { Accounts } from '../accounts.ts'
import type { Authority } from '../authority.ts'
import { randomBytes } from 'node:crypto'
import { Router } from 'express'
import { uuidv7 } from 'uuidv7'
import * as v from 'valibot'
import { planners } from '../../shared/duty.ts'
import { placeCode } from '../../shared/place-code.ts'
import { Id } from '../../shared/records.ts'
import { reject } from '../../shared/rejection.ts'
import { audienceOf, visible } from '../../shared/sight.ts'
import { parseOutside } from '../guard.ts'
import { theServer } from '../scheduler.ts'
import { asker } from './answer.ts'

const Wanted = v.strictObject({ places: v.pipe(v.array(Id), v.minLength(1), v.maxLength(200)) })

/** The codes of posters, for those who have them printed and not for the teams; each reading is written down before it is answered. The keys stay here. */
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
      // Made void again in this very moment: its reader asks once more.
      const key = board.get('place', place)?.coded ? board.get('placeKey', place)?.key : undefined
      return { place, code: placeCode(key ?? reject('busy'), place) }
    })
    accounts.noteReading(reader, places.map(place => `place/${place}`))
    response.set('cache-control', 'no-store').json({ codes })
  })
}
