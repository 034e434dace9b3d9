import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Database } from '../database/database.ts'
import type { Audit } from './audit.ts'
import { Buffer } from 'node:buffer'
import { and, eq } from 'drizzle-orm'
import { reject } from '../../shared/core/rejection.ts'
import { passkeyBounds } from '../../shared/people/second-factor.ts'
import { digest } from '../core/seal.ts'
import { passkey } from '../database/schema.ts'

/** How long a challenge may wait for its answer (ms), and how many wait at the same time. */
const [patience, mostWaiting] = [5 * 60_000, 2000]

/** The library is large and most people have no passkey, so it comes with the first one who asks. */
const library = async () => await import('@simplewebauthn/server')

/** The address at which browsers know the board, and its name for passkeys. Browsers make none for a bare IP address, nor without https except on this machine: null. */
export function passkeyHome(publicUrl: string | undefined): { readonly origin: string, readonly name: string } | null {
  if (!publicUrl) return null
  const { protocol, hostname, origin } = new URL(publicUrl)
  if (/^[\d.]+$|:/.test(hostname) || (protocol !== 'https:' && hostname !== 'localhost')) return null
  return { origin, name: hostname }
}

/** Passkeys (WebAuthn) as a second factor. A challenge belongs to one session, works once, and is kept in memory. Times are epoch ms. */
export function passkeys({ database }: Pick<Database, 'database'>, audit: Pick<Audit, 'note'>, publicUrl: string | undefined, now: () => number) {
  const home = passkeyHome(publicUrl)
  const waiting = new Map<string, { readonly challenge: string, readonly until: number }>()
  const of = (person: string) => database.select().from(passkey).where(eq(passkey.account, person)).all()
  const place = () => home ?? reject('not_found')

  function keep(session: string, challenge: string): void {
    for (const [key, { until }] of waiting) {
      if (until <= now() || waiting.size >= mostWaiting) waiting.delete(key)
    }
    waiting.set(digest(session), { challenge, until: now() + patience })
  }
  function take(session: string): string {
    const found = waiting.get(digest(session))
    waiting.delete(digest(session))
    return found && found.until > now() ? found.challenge : reject('not_found')
  }
  const listed = (person: string) => of(person).map(({ id, transports }) => ({ id, transports }))
  const expected = (session: string) => ({ expectedChallenge: take(session), expectedOrigin: place().origin, expectedRPID: place().name, requireUserVerification: false })

  return {
    works: home !== null,

    /** What a browser needs to make a passkey. `label` is what its person's devices call it. */
    async offer(session: string, person: string, label: string) {
      if (of(person).length >= passkeyBounds.each) reject('exists')
      const options = await (await library()).generateRegistrationOptions({ rpName: 'Yixian 一线', rpID: place().name, userID: new TextEncoder().encode(person), userName: label, userDisplayName: label, excludeCredentials: listed(person), authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' } })
      keep(session, options.challenge)
      return options
    },

    /** Keeps a new passkey. Rejects with `not_found` if the answer does not fit the challenge, or the address. */
    async add(session: string, person: string, name: string, response: RegistrationResponseJSON): Promise<void> {
      const { registrationInfo } = await (await library()).verifyRegistrationResponse({ response, ...expected(session) }).catch(() => reject('not_found'))
      const { id, publicKey, counter, transports } = (registrationInfo ?? reject('not_found')).credential
      database.transaction((tx) => {
        if (of(person).length >= passkeyBounds.each || tx.select().from(passkey).where(eq(passkey.id, id)).get()) reject('exists')
        tx.insert(passkey).values({ id, account: person, key: Buffer.from(publicKey).toString('base64url'), counter, transports: transports ?? [], name, createdAt: now() }).run()
        audit.note(person, 'add_factor', [person])
      }, { behavior: 'immediate' })
    },

    async ask(session: string, person: string) {
      if (!of(person).length) reject('not_found')
      const options = await (await library()).generateAuthenticationOptions({ rpID: place().name, allowCredentials: listed(person), userVerification: 'preferred' })
      keep(session, options.challenge)
      return options
    },

    /** Accepts the answer of one of the person's passkeys. Rejects with `not_found`; with the detail `copied` if its count did not grow, which is recorded and shown to them. */
    async use(session: string, person: string, response: AuthenticationResponseJSON): Promise<void> {
      const given = expected(session)
      const found = database.select().from(passkey).where(and(eq(passkey.id, response.id), eq(passkey.account, person))).get() ?? reject('not_found')
      // The library refuses a count that did not grow with an error like any other, so it is told to expect none.
      const credential = { id: found.id, publicKey: new Uint8Array(Buffer.from(found.key, 'base64url')), counter: 0 }
      const { verified, authenticationInfo } = await (await library()).verifyAuthenticationResponse({ response, credential, ...given }).catch(() => reject('not_found'))
      if (!verified) reject('not_found')
      // A device that does not count always says 0.
      const { newCounter } = authenticationInfo
      const copied = database.transaction((tx) => {
        const before = tx.select().from(passkey).where(eq(passkey.id, found.id)).get() ?? reject('not_found')
        const copied = newCounter <= before.counter && (newCounter > 0 || before.counter > 0)
        tx.update(passkey).set(copied ? { doubtedAt: now() } : { counter: newCounter, usedAt: now() }).where(eq(passkey.id, found.id)).run()
        if (copied) audit.note(person, 'copied_passkey', [person])
        return copied
      }, { behavior: 'immediate' })
      if (copied) reject('not_found', 'copied')
    },
  }
}

export type Passkeys = ReturnType<typeof passkeys>
