import type { Request, Response } from 'express'
import type { ListedProvider, LoginTrouble } from '../../shared/people/login.ts'
import type { AddressOf } from '../core/address.ts'
import type { SessionCookie } from '../core/cookie.ts'
import type { Accounts } from '../people/accounts.ts'
import type { Devices } from '../people/devices.ts'
import type { OnTrouble, Provider } from '../provider/provider.ts'
import { Router } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { reject, Rejection } from '../../shared/core/rejection.ts'
import { awayCookie, cookieOf } from '../core/cookie.ts'
import { paced } from '../core/guard.ts'
import { newToken } from '../core/seal.ts'
import { deviceName } from '../people/device-name.ts'
import { awayBounds } from '../people/logins.ts'
import { madeFrom, Troubled } from '../provider/provider.ts'

interface Options {
  readonly providers: readonly Provider[]
  readonly devices: Pick<Devices, 'clearedFirst'>
  readonly hours: number
  readonly cookie: SessionCookie
  readonly publicUrl: string | undefined
  readonly addressOf: AddressOf
  readonly onSignedOut: (token: string) => void
  readonly onTrouble: OnTrouble
  readonly onBug: (error: unknown) => void
}

/** How often one address may go to a provider, and come back, in a minute: a whole county may share one. */
export const providerTries = 240

/** Signing in by a provider: which there are, going there, and coming back, which ends on the page for signing in, with the reason if nobody is signed in. */
export function providerRoutes(accounts: Accounts, { providers, devices, hours, cookie, publicUrl, addressOf, onSignedOut, onTrouble, onBug }: Options): Router {
  const tries = new RateLimiterMemory({ points: providerTries, duration: 60 })
  const away = awayCookie(publicUrl, awayBounds.minutes)
  const named = (request: Request) => providers.find(({ id }) => id === request.params.provider) ?? reject('not_found')

  /** The person whom the provider names has a session on this browser. Throws `Troubled` and rejects with `signed_out`. */
  async function enter(provider: Provider, request: Request, response: Response): Promise<void> {
    const secret = away.of(request)
    // What another site brings here must not end the sign-in that this browser has begun.
    if (!secret || request.query.state !== madeFrom(secret, 'state')) throw new Troubled('another')
    away.clear(response)
    if (!accounts.logins.back(secret, provider.id)) throw new Troubled('late')
    const came = await provider.finish(secret, new URL(request.originalUrl, publicUrl))
    const former = cookieOf(request)
    devices.clearedFirst(former)
    const fresh = accounts.signInBy({ ...came, id: provider.id, realm: provider.realm }, hours, { former, mark: cookie.mark, name: deviceName(request.headers['user-agent']) })
    cookie.set(response, fresh)
    if (former) onSignedOut(former)
  }

  function troubleOf({ id }: Provider, error: unknown): LoginTrouble {
    if (error instanceof Rejection && (error.code === 'signed_out' || error.code === 'slow_down')) return error.code === 'slow_down' ? 'slow_down' : 'stranger'
    if (!(error instanceof Troubled)) {
      onBug(error)
      return 'failed'
    }
    if (error.why) onTrouble(id, error)
    return error.trouble
  }

  return Router()
    .get('/', (_request, response) => {
      response.set('cache-control', 'no-store').json(providers.map(({ id, name, leave }): ListedProvider => ({ id, name, leave: leave() })))
    })
    .post('/:provider', async (request, response) => {
      const provider = named(request)
      await paced(tries, addressOf(request))
      devices.clearedFirst(cookieOf(request))
      const secret = newToken()
      try {
        const to = await provider.begin(secret, request.headers['user-agent'] ?? '')
        accounts.logins.leave(secret, provider.id)
        away.set(response, secret).set('cache-control', 'no-store').json({ to: to.href })
      } catch (error) {
        reject('busy', troubleOf(provider, error))
      }
    })
    .get('/:provider/back', async (request, response) => {
      const provider = named(request)
      response.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
      try {
        await paced(tries, addressOf(request))
        await enter(provider, request, response)
        response.redirect(303, '/in?came')
      } catch (error) {
        const lost = error instanceof Rejection && error.detail === 'wipe'
        response.redirect(303, lost ? '/in' : `/in?no=${troubleOf(provider, error)}`)
      }
    })
}
