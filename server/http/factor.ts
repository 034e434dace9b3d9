import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Request, Response } from 'express'
import type { FactorState } from '../../shared/people/second-factor.ts'
import type { AddressOf } from '../core/address.ts'
import type { SessionCookie } from '../core/cookie.ts'
import type { Accounts } from '../people/accounts.ts'
import type { Passkeys } from '../people/passkeys.ts'
import { Router } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import * as v from 'valibot'
import { lineOf } from '../../shared/core/fields.ts'
import { reject } from '../../shared/core/rejection.ts'
import { freshMinutes, passkeyBounds } from '../../shared/people/second-factor.ts'
import { cookieOf } from '../core/cookie.ts'
import { paced, parseOutside } from '../core/guard.ts'
import { guesses } from './guesses.ts'

interface Options {
  readonly passkeys: Passkeys
  readonly cookie: SessionCookie
  readonly addressOf: AddressOf
  /** Called when a session goes on under a new token, with the former. */
  readonly onRenewed: (token: string) => void
}

/** Codes that one person may try in a quarter of an hour, and other requests in a minute. A right code frees the tries again. */
export const factorTries = { codes: 5, seconds: 15 * 60, others: 30 } as const

const Code = v.strictObject({ code: v.pipe(v.string(), v.minLength(6), v.maxLength(30)) })
const text = v.pipe(v.string(), v.maxLength(8000))
const Answer = <R extends v.ObjectEntries>(inner: R) => v.looseObject({ id: v.pipe(text, v.maxLength(1400)), rawId: text, type: v.literal('public-key'), clientExtensionResults: v.optional(v.looseObject({}), {}), response: v.looseObject({ clientDataJSON: text, ...inner }) })
const Made = v.strictObject({ name: v.pipe(lineOf(passkeyBounds.name), v.minLength(1)), response: Answer({ attestationObject: text }) })
const Used = v.strictObject({ response: Answer({ authenticatorData: text, signature: text }) })

/** A person's own second factor: giving it, also with a session that owes it, setting one up, and removing it. */
export function factorRoutes(accounts: Accounts, { passkeys, cookie, addressOf, onRenewed }: Options): Router {
  const { factors } = accounts
  const codes = new RateLimiterMemory({ points: factorTries.codes, duration: factorTries.seconds })
  const others = new RateLimiterMemory({ points: factorTries.others, duration: 60 })
  const guarded = guesses(addressOf)

  async function holder(request: Request) {
    const token = cookieOf(request) ?? ''
    const { actor: { id }, owes } = accounts.owing(token) ?? reject('signed_out', accounts.idle(token) ? 'idle' : undefined)
    await paced(others, id)
    return { token, id, owes }
  }
  /** Who may add a factor: who must, who has none, and who has just given theirs. */
  async function adding(request: Request) {
    const found = await holder(request)
    if (found.owes === 'factor') reject('signed_out', 'factor')
    if (factors.has(found.id) && !accounts.confirmed(found.token, freshMinutes.acts)) reject('sign_in_again')
    return found
  }
  async function removing(request: Request) {
    const found = await holder(request)
    if (found.owes || !accounts.confirmed(found.token, freshMinutes.acts)) reject('sign_in_again')
    return found
  }
  /** The session of a person who has just given their factor is whole, and goes on under another token; its connections follow once the browser has it. */
  const proved = (response: Response, token: string): Response =>
    cookie.set(response, accounts.proved(token, cookie.mark)).once('finish', () => onRenewed(token))

  return Router()
    .get('/', async (request, response) => {
      const { id, owes } = await holder(request)
      response.set('cache-control', 'no-store').json({
        owes,
        app: factors.hasApp(id),
        recoveryLeft: factors.recoveryLeft(id),
        passkeys: factors.passkeys(id).map(({ id, name, createdAt, usedAt, doubtedAt }) => ({ id, name, createdAt, usedAt, doubtedAt })),
        passkeysWork: passkeys.works,
        dueAt: factors.dueAt(id),
      } satisfies FactorState)
    })
    .post('/', async (request, response) => {
      const { token, id } = await holder(request)
      const { code } = parseOutside(Code, request.body)
      // Counted before the code is read, so that many at the same time are no way around it.
      await paced(codes, id)
      await guarded(request, () => factors.giveCode(id, code))
      await codes.delete(id)
      proved(response, token).status(204).end()
    })
    .post('/app', async (request, response) => {
      const { id } = await adding(request)
      response.status(201).set('cache-control', 'no-store').json(factors.beginApp(id, accounts.nameOf(id) || id))
    })
    .post('/app/confirm', async (request, response) => {
      const { token, id } = await adding(request)
      const { code } = parseOutside(Code, request.body)
      await paced(codes, id)
      const recovery = factors.confirmApp(id, code)
      await codes.delete(id)
      proved(response, token).set('cache-control', 'no-store').json({ recovery })
    })
    .delete('/app', async (request, response) => {
      factors.dropApp((await removing(request)).id)
      response.status(204).end()
    })
    .post('/recovery', async (request, response) => {
      response.set('cache-control', 'no-store').json({ recovery: factors.renewRecovery((await removing(request)).id) })
    })
    .post('/passkey/offer', async (request, response) => {
      const { token, id } = await adding(request)
      response.set('cache-control', 'no-store').json(await passkeys.offer(token, id, accounts.nameOf(id) || id))
    })
    .post('/passkey', async (request, response) => {
      const { token, id } = await adding(request)
      const { name, response: made } = parseOutside(Made, request.body)
      await passkeys.add(token, id, name, made as unknown as RegistrationResponseJSON)
      const recovery = factors.recoveryLeft(id) ? [] : factors.renewRecovery(id)
      proved(response, token).set('cache-control', 'no-store').json({ recovery })
    })
    .post('/passkey/ask', async (request, response) => {
      const { token, id } = await holder(request)
      response.set('cache-control', 'no-store').json(await passkeys.ask(token, id))
    })
    .post('/passkey/use', async (request, response) => {
      const { token, id } = await holder(request)
      await passkeys.use(token, id, parseOutside(Used, request.body).response as unknown as AuthenticationResponseJSON)
      proved(response, token).status(204).end()
    })
    .delete('/passkey/:id', async (request, response) => {
      factors.dropPasskey((await removing(request)).id, request.params.id)
      response.status(204).end()
    })
}
