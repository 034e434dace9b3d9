import type { Request } from 'express'
import type { Actor } from '../../shared/core/actor.ts'
import type { Way } from '../../shared/notices/ways.ts'
import type { Accounts } from '../people/accounts.ts'
import type { Choices } from '../telling/choices.ts'
import type { Sender } from '../telling/send.ts'
import { Router } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import * as v from 'valibot'
import { unapproved } from '../../shared/core/actor.ts'
import { firstIncident } from '../../shared/core/protocol.ts'
import { reject } from '../../shared/core/rejection.ts'
import { PushFields, TellingFields, ways } from '../../shared/notices/ways.ts'
import { cookieOf } from '../core/cookie.ts'
import { allowance, paced, parseOutside } from '../core/guard.ts'
import { digest } from '../core/seal.ts'
import { asker } from './answer.ts'

/** Messages to try it that one person may have sent in a day: each costs the county, and an address may be a stranger's. */
const triesADay = { points: 5, duration: 24 * 3600 }

/** Letters to confirm an address, of one person and to one address in a day: nobody must be able to have strangers written to. */
const lettersADay = { points: 3, duration: 24 * 3600 }

interface Options { readonly choices: Choices, readonly send: Sender, /** The public half of the keys for pushes. */ readonly key: string, readonly onTrouble: (way: Way, error: unknown) => void }

const Follow = v.strictObject({ secret: v.pipe(v.string(), v.regex(/^[\w-]{32}$/)) })
const Try = v.strictObject({ way: v.picklist(ways) })

/** How a person is told outside of the app: their choice, this device's address for pushes, and a message to try it. */
export function tellingRoutes(accounts: Pick<Accounts, 'actor' | 'about' | 'isScreen'>, { choices, send, key, onTrouble }: Options): Router {
  const tried = new RateLimiterMemory(triesADay)
  const letters = new RateLimiterMemory(lettersADay)
  const followed = new RateLimiterMemory({ points: 20, duration: 3600 })

  /** Writes to the address that a person has typed. Nobody is told whether there is such an address, or how often others have typed it. */
  async function write(id: string): Promise<void> {
    const { mail, lang } = choices.of(id)
    // Asked for first: a letter that is not sent must not end the link of the one before.
    if (!mail || choices.mailOf(id) || await allowance(letters, { id: `to ${digest(mail.toLowerCase())}` })) return
    const secret = choices.askForMail(id)
    if (!secret) return
    void send.link(mail, secret, lang).catch((error: unknown) => onTrouble('mail', error))
  }
  /** Those to whom notices are given: no newcomer without approval, no viewer and no wall screen. */
  function reader(request: Request): Actor {
    const actor = asker(request, accounts)
    if (actor.role === 'viewer' || unapproved(actor) || accounts.isScreen(actor.id)) reject('forbidden')
    return actor
  }
  return Router()
    .get('/', (request, response) => {
      const { id } = reader(request)
      response.set('cache-control', 'no-store').json({ key, has: send.has, choice: choices.of(id), confirmed: choices.mailOf(id) !== '', devices: choices.devices(id).length, registered: choices.hasDevice(id, cookieOf(request) ?? ''), phone: accounts.about(id).phone !== '' })
    })
    .post('/', async (request, response) => {
      const { id } = reader(request)
      const choice = parseOutside(TellingFields, request.body)
      const changed = choice.mail !== '' && choice.mail !== choices.of(id).mail && send.has.includes('mail')
      if (changed) await paced(letters, `by ${id}`)
      choices.keep(id, choice)
      if (changed) await write(id)
      response.status(204).end()
    })
    .post('/mail', async (request, response) => {
      const { id } = reader(request)
      await paced(letters, `by ${id}`)
      await write(id)
      response.status(204).end()
    })
    .post('/mail/confirm', async (request, response) => {
      const { id } = reader(request)
      await paced(followed, id)
      response.json({ answer: choices.confirmMail(id, parseOutside(Follow, request.body).secret) })
    })
    .post('/push', (request, response) => {
      choices.addDevice(reader(request).id, cookieOf(request) ?? '', parseOutside(PushFields, request.body))
      response.status(204).end()
    })
    .delete('/push', (request, response) => {
      reader(request)
      choices.dropDevice(cookieOf(request) ?? '')
      response.status(204).end()
    })
    .post('/try', async (request, response) => {
      const { id } = reader(request)
      const { way } = parseOutside(Try, request.body)
      await paced(tried, id)
      const sent = send.has.includes(way) && await send.by[way](id, choices.of(id), { incident: firstIncident, test: true }).catch((error: unknown) => {
        onTrouble(way, error)
        return false
      })
      response.json({ sent })
    })
}
