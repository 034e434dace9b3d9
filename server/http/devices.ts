import type { SessionCookie } from '../core/cookie.ts'
import type { Accounts } from '../people/accounts.ts'
import type { Devices } from '../people/devices.ts'
import { Router } from 'express'
import * as v from 'valibot'
import { cookieOf } from '../core/cookie.ts'
import { parseOutside } from '../core/guard.ts'
import { asker } from './answer.ts'

interface Options {
  readonly devices: Devices
  readonly cookie: SessionCookie
  /** Whether a session has a page open, by the hash of its token. */
  readonly connected: (hash: string) => boolean
  /** Called when a session was ended from elsewhere, with the hash of its token. */
  readonly onEnded: (hash: string) => void
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))
const Wiped = v.strictObject({ work: count, photos: count, drafts: count })
const Page = v.strictObject({ before: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))) })
const End = v.strictObject({ wipe: v.boolean() })

/** A person's devices, and for administrators everybody's; signing in on a phone by a code; ending a device from elsewhere; and what a lost device is told. */
export function deviceRoutes(accounts: Accounts, { devices, cookie, connected, onEnded }: Options): Router {
  return Router()
    .get('/of/:person', (request, response) => {
      response.set('cache-control', 'no-store').json(devices.list(asker(request, accounts), request.params.person, connected, cookieOf(request) ?? ''))
    })
    .get('/all', (request, response) => {
      const by = asker(request, accounts, ['admin'])
      response.set('cache-control', 'no-store').json(devices.all(by, connected, cookieOf(request) ?? '', parseOutside(Page, { ...request.query }).before))
    })
    .post('/code', (request, response) => {
      response.status(201).json(devices.showCode(asker(request, accounts), cookieOf(request) ?? ''))
    })
    .post('/of/:person/:id/end', (request, response) => {
      const by = asker(request, accounts)
      onEnded(devices.end(by, request.params.person, request.params.id, parseOutside(End, request.body).wipe))
      response.status(204).end()
    })
    .get('/wipe', (request, response) => {
      response.set('cache-control', 'no-store').json({ person: devices.toWipe(cookieOf(request)) })
    })
    .post('/wiped', (request, response) => {
      devices.wiped(cookieOf(request), parseOutside(Wiped, request.body))
      cookie.clear(response).set('clear-site-data', '"cache"').json({ ok: true })
    })
}
