import type { Request } from 'express'
import type { AddressOf } from '../core/address.ts'
import type { SessionCookie } from '../core/cookie.ts'
import type { Incidents } from '../incidents.ts'
import type { Accounts } from '../people/accounts.ts'
import type { Devices } from '../people/devices.ts'
import type { Screens } from '../people/screens.ts'
import { Router } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import * as v from 'valibot'
import { headquarters } from '../../shared/core/actor.ts'
import { reject, Rejection } from '../../shared/core/rejection.ts'
import { PairingCode, screenFields } from '../../shared/incident/screens.ts'
import { cookieOf } from '../core/cookie.ts'
import { paced, parseOutside } from '../core/guard.ts'
import { deviceName } from '../people/device-name.ts'
import { screenHours } from '../people/screens.ts'
import { asker } from './answer.ts'
import { guesses } from './guesses.ts'

interface Options {
  readonly screens: Screens
  readonly devices: Pick<Devices, 'clearedFirst'>
  readonly incidents: Pick<Incidents, 'find'>
  readonly cookie: SessionCookie
  readonly addressOf: AddressOf
  readonly onRevoked: (screen: string) => void
  readonly onSignedOut: (token: string) => void
}

/** Wrong codes that one person may enter in a minute, and codes that one address may ask for. */
const most = { wrong: 10, codes: 30 }
const hour = 3_600_000

const Change = v.strictObject(screenFields)
const Pairing = v.strictObject({ ...screenFields, code: PairingCode })
const Secret = v.strictObject({ secret: v.pipe(v.string(), v.minLength(20), v.maxLength(100)) })
const Asking = v.object({ device: v.pipe(v.string(), v.regex(/^\d{2,5} × \d{2,5}$/)) })

/** A screen asks for a code without a session and is paired, changed and revoked by headquarters. */
export function screenRoutes(accounts: Accounts, { screens, devices, incidents, cookie, addressOf, onRevoked, onSignedOut }: Options): Router {
  const codes = new RateLimiterMemory({ points: most.codes, duration: 60 })
  const wrong = new RateLimiterMemory({ points: most.wrong, duration: 60 })
  const guarded = guesses(addressOf)
  const leader = (request: Request) => asker(request, accounts, headquarters)
  const known = <S extends { readonly incident: string }>(settings: S): S => incidents.find(settings.incident) ? settings : reject('invalid', 'incident')

  /** A code is short, so beyond the limit a right one is refused too. Rejects with `slow_down`. */
  async function guess<T>(person: string, attempt: () => T): Promise<T> {
    const spent = await wrong.get(person)
    if (spent && spent.consumedPoints >= most.wrong) throw new Rejection('slow_down', undefined, undefined, spent.msBeforeNext)
    try {
      return attempt()
    } catch (error) {
      if (error instanceof Rejection && error.code === 'not_found') await wrong.penalty(person)
      throw error
    }
  }

  return Router()
    .post('/pairing', async (request, response) => {
      await paced(codes, addressOf(request))
      response.status(201).json(screens.begin())
    })
    .post('/pairing/session', async (request, response) => {
      const { secret } = parseOutside(Secret, request.body)
      const former = cookieOf(request)
      devices.clearedFirst(former)
      const token = await guarded(request, () => screens.signIn(secret, { former, mark: cookie.mark, name: deviceName(request.headers['user-agent']) }))
      if (token) cookie.set(response, token, screenHours * hour)
      response.json({ paired: token !== null })
      if (token && former) onSignedOut(former)
    })
    .get('/mine', (request, response) => {
      const { id } = asker(request, accounts, ['viewer'])
      response.set('cache-control', 'no-store').json(screens.settings(id, parseOutside(Asking, { ...request.query }).device))
    })
    .get('/', (request, response) => {
      leader(request)
      response.set('cache-control', 'no-store').json(screens.list())
    })
    .post('/', async (request, response) => {
      const { id: by } = leader(request)
      const { code, ...settings } = known(parseOutside(Pairing, request.body))
      response.status(201).json({ id: await guess(by, () => screens.pair(by, code, settings)) })
    })
    .post('/:id', (request, response) => {
      screens.change(leader(request).id, request.params.id, known(parseOutside(Change, request.body)))
      response.status(204).end()
    })
    .post('/:id/revoke', (request, response) => {
      screens.revoke(leader(request).id, request.params.id)
      onRevoked(request.params.id)
      response.status(204).end()
    })
}
