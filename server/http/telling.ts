import type { Accounts } from '../people/accounts.ts'
import type { Choices } from '../telling/choices.ts'
import type { Sender } from '../telling/send.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { firstIncident } from '../../shared/core/protocol.ts'
import { reject } from '../../shared/core/rejection.ts'
import { PushFields, TellingFields, ways } from '../../shared/notices/ways.ts'
import { cookieOf } from '../core/cookie.ts'
import { parseOutside } from '../core/guard.ts'
import { asker } from './answer.ts'

interface Options { readonly choices: Choices, readonly send: Sender, /** The public half of the keys for pushes. */ readonly key: string, readonly onTrouble: (way: string, error: unknown) => void }

const Try = v.strictObject({ way: v.picklist(ways) })

/** How a person is told outside of the app: their choice, this device's address for pushes, and a message to try it. */
export function tellingRoutes(accounts: Accounts, { choices, send, key, onTrouble }: Options): Router {
  return Router()
    .get('/', (request, response) => {
      const { id } = asker(request, accounts)
      response.set('cache-control', 'no-store').json({ key, has: send.has, choice: choices.of(id), devices: choices.devices(id).length, phone: accounts.about(id).phone !== '' })
    })
    .post('/', (request, response) => {
      const { id, role } = asker(request, accounts)
      if (role === 'viewer') reject('forbidden')
      choices.keep(id, parseOutside(TellingFields, request.body))
      response.status(204).end()
    })
    .post('/push', (request, response) => {
      choices.addDevice(asker(request, accounts).id, cookieOf(request) ?? '', parseOutside(PushFields, request.body))
      response.status(204).end()
    })
    .delete('/push', (request, response) => {
      asker(request, accounts)
      choices.dropDevice(cookieOf(request) ?? '')
      response.status(204).end()
    })
    .post('/try', async (request, response) => {
      const { id } = asker(request, accounts)
      const { way } = parseOutside(Try, request.body)
      const sent = send.has.includes(way) && await send.by[way](id, choices.of(id), { incident: firstIncident, drill: true, count: 1, urgent: false }).catch((error: unknown) => {
        onTrouble(way, error)
        return false
      })
      response.json({ sent })
    })
}
