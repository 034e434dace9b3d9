import type { AddressOf } from '../core/address.ts'
import type { SessionCookie } from '../core/cookie.ts'
import type { Accounts } from '../people/accounts.ts'
import type { Devices } from '../people/devices.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { reject } from '../../shared/core/rejection.ts'
import { cookieOf } from '../core/cookie.ts'
import { parseOutside } from '../core/guard.ts'
import { deviceName } from '../people/device-name.ts'
import { asker } from './answer.ts'
import { guesses } from './guesses.ts'

interface Options { readonly devices: Pick<Devices, 'signIn' | 'toWipe' | 'clearedFirst'>, readonly hours: number, readonly cookie: SessionCookie, readonly now: () => number, readonly addressOf: AddressOf, readonly onSignedOut: (token: string) => void, /** Called when a session goes on under a new token, with the former. */ readonly onRenewed: (token: string) => void }

/** Signing in by link or by a code shown at a desk, confirming by a further one, the current session, and signing out. */
export function sessionRoutes(accounts: Accounts, { devices, hours, cookie, now, addressOf, onSignedOut, onRenewed }: Options): Router {
  const guarded = guesses(addressOf)
  const Token = v.strictObject({ token: v.pipe(v.string(), v.minLength(20), v.maxLength(100)) })

  return Router()
    .post('/', async (request, response) => {
      const { token } = parseOutside(Token, request.body)
      const former = cookieOf(request)
      devices.clearedFirst(former)
      const fresh = await guarded(request, () => devices.signIn(token, hours, { former, mark: cookie.mark, name: deviceName(request.headers['user-agent']) }))
      const owes = accounts.owing(fresh)?.owes
      cookie.set(response, fresh)
      if (owes) response.json({ owes })
      else response.status(204).end()
      if (former) onSignedOut(former)
    })
    .get('/', (request, response) => {
      const { actor, endsAt } = accounts.session(cookieOf(request)) ?? reject('signed_out', devices.toWipe(cookieOf(request)) === null ? accounts.owing(cookieOf(request))?.owes ?? (accounts.idle(cookieOf(request)) ? 'idle' : undefined) : 'wipe')
      cookie.rename(request, response, endsAt, now())
      const factorDue = accounts.factors.dueAt(actor.id)
      response.set('cache-control', 'no-store').json({ ...actor, name: accounts.nameOf(actor.id), ...(factorDue !== null && { factorDue }) })
    })
    .post('/confirm', async (request, response) => {
      asker(request, accounts)
      const { token } = parseOutside(Token, request.body)
      const former = cookieOf(request) ?? ''
      cookie.set(response, await guarded(request, () => accounts.confirm(former, token, cookie.mark)))
      // Its connections are opened anew with the new token, which the browser must have first.
      response.once('finish', () => onRenewed(former)).status(204).end()
    })
    .delete('/', (request, response) => {
      const token = cookieOf(request) ?? ''
      if (!accounts.owing(token)) reject('signed_out')
      accounts.signOut(token)
      onSignedOut(token)
      // The device forgets the sign-out only on this JSON, which no captive portal sends. `clear-site-data` removes photos from its cache.
      cookie.clear(response).set('clear-site-data', '"cache"').json({ ok: true })
    })
}
