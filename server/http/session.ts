import type { CookieOptions } from 'express'
import type { Accounts } from '../accounts.ts'
import type { AddressOf } from './address.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { parseOutside } from '../guard.ts'
import { asker } from './answer.ts'
import { guesses } from './guesses.ts'
import { cookieName, cookieOf } from './origin.ts'

interface Options { readonly hours: number, readonly secure: boolean, readonly addressOf: AddressOf, readonly onSignedOut: (token: string) => void }

/** Signing in by link, who I am, signing out. */
export function sessionRoutes(accounts: Accounts, { hours, secure, addressOf, onSignedOut }: Options): Router {
  const cookie: CookieOptions = { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: hours * 3_600_000 }
  const guarded = guesses(addressOf)
  const Token = v.strictObject({ token: v.pipe(v.string(), v.minLength(20), v.maxLength(100)) })

  return Router()
    .post('/', async (request, response) => {
      const { token } = parseOutside(Token, request.body)
      const former = cookieOf(request)
      response.cookie(cookieName, await guarded(request, () => accounts.signIn(token, hours, { former })), cookie).status(204).end()
      if (former) onSignedOut(former)
    })
    .get('/', (request, response) => {
      const actor = asker(request, accounts)
      response.set('cache-control', 'no-store').json({ ...actor, name: accounts.nameOf(actor.id) })
    })
    .delete('/', (request, response) => {
      asker(request, accounts)
      const token = cookieOf(request) ?? ''
      accounts.signOut(token)
      onSignedOut(token)
      response.clearCookie(cookieName, { ...cookie, maxAge: undefined }).status(204).end()
    })
}
