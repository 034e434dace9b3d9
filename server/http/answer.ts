import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { Actor, Role } from '../../shared/core/actor.ts'
import type { Accounts } from '../people/accounts.ts'
import { reject } from '../../shared/core/rejection.ts'
import { freshMinutes } from '../../shared/people/second-factor.ts'
import { cookieOf } from '../core/cookie.ts'
import { closing, refusal } from '../core/guard.ts'
import { sameOrigin } from '../core/origin.ts'
import { statusOf } from '../core/statuses.ts'

/** The signed-in person behind a request. Rejects with `signed_out`, or with `forbidden` for a role that is not in `only`. */
export function asker(request: Request, accounts: Pick<Accounts, 'actor'>, only?: readonly Role[]): Actor {
  const actor = accounts.actor(cookieOf(request)) ?? reject('signed_out')
  if (only && !only.includes(actor.role)) reject('forbidden')
  return actor
}

/** Refuses what gives rights away, unless its person proved within these minutes who they are, by a sign-in link or their second factor: `sign_in_again`. */
export function freshly(request: Request, accounts: Pick<Accounts, 'confirmed'>, minutes: number = freshMinutes.acts): void {
  if (!accounts.confirmed(cookieOf(request), minutes)) reject('sign_in_again')
}

/** Refuses requests that change something and come from another site's page: `forbidden`. */
export function fromOurPages(publicUrl?: string): RequestHandler {
  return (request, _response, next) => {
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (!reads && !sameOrigin(request, publicUrl)) reject('forbidden', 'origin')
    next()
  }
}

/** While the server is ending, every request is answered with 503 and `retry-after`, so that it is sent again to the next process. */
export function onlyWhile(open: () => boolean): RequestHandler {
  return (_request, response, next) => {
    if (open()) return next()
    response.status(503).set({ 'retry-after': '2', 'connection': 'close' }).json(closing)
  }
}

export function nothingHere(_request: Request, _response: Response): never {
  return reject('not_found')
}

/** Answers whatever a route throws with a refusal code and its HTTP status. */
export function errors(onBug: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    if (response.headersSent) {
      onBug(error)
      return void response.destroy()
    }
    // Express and its middleware refuse bad bodies, bad paths and missing files by themselves.
    const { status = 500 } = error as { status?: number }
    if (status === 404) return void response.status(404).json({ ok: false, code: 'not_found' })
    if (status === 413) return void response.status(413).json({ ok: false, code: 'too_large' })
    if (status >= 400 && status < 500) return void response.status(400).json({ ok: false, code: 'invalid' })
    const answer = refusal(error, onBug)
    const refused = statusOf(answer.code)
    if (refused === 429 || refused === 503) response.set('retry-after', String(Math.ceil((answer.retryAfter ?? 1000) / 1000)))
    response.status(refused).json(answer)
  }
}
