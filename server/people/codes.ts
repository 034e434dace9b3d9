import type { Seal } from '../core/seal.ts'
import type { Database } from '../database/database.ts'
import { randomInt } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { reject } from '../../shared/core/rejection.ts'
import { digest } from '../core/seal.ts'
import { factor, recovery } from '../database/schema.ts'

/** Seconds of one code, and how many codes early or late a device's clock may be. */
const [period, drift] = [30, 1] as const
const recoveryCodes = 10
/** Without letters that are read as digits; a code has 79 random bits. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

const appOf = (secret: Secret, label: string) => new TOTP({ issuer: 'Yixian', label, algorithm: 'SHA1', digits: 6, period, secret })
const plain = (code: string): string => code.toUpperCase().replace(/[\s-]/g, '')
const newCode = (): string => Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join('').replace(/(.{4})(?=.)/g, '$1-')
const hashOf = (person: string, code: string): string => digest(`recovery ${person} ${plain(code)}`)

/** Codes of a person's app (TOTP, RFC 6238) and for its loss. To be called in a transaction. Times are epoch ms. */
export function codes({ database }: Pick<Database, 'database'>, seal: Seal, now: () => number) {
  const row = (person: string) => database.select().from(factor).where(eq(factor.account, person)).get()
  const owner = (person: string): string => `factor/${person}`

  /** True for a code of the app that fits the time and is newer than the last accepted one, which it then is. */
  function accepted(person: string, code: string, confirmed: boolean): boolean {
    const found = row(person)
    if (!found?.sealed || (found.confirmedAt !== null) !== confirmed) return false
    const delta = appOf(Secret.fromBase32(seal.open(found.sealed, owner(person))), person).validate({ token: code, timestamp: now(), window: drift })
    const step = delta === null ? 0 : Math.floor(now() / 1000 / period) + delta
    if (step <= found.lastStep) return false
    database.update(factor).set({ lastStep: step }).where(eq(factor.account, person)).run()
    return true
  }

  return {
    has: (person: string): boolean => row(person)?.confirmedAt != null,
    left: (person: string): number => database.select().from(recovery).where(eq(recovery.account, person)).all().length,

    /** A new secret for an app, as its address and as text. It opens nothing until a code of it was given, and replaces one that waits for that. Rejects with `exists` beside an app in use. */
    begin(person: string, label: string): { readonly address: string, readonly secret: string } {
      const former = row(person)
      if (former?.confirmedAt != null) reject('exists')
      const secret = new Secret({ size: 20 })
      const sealed = seal.seal(secret.base32, owner(person))
      database.insert(factor).values({ account: person, sealed }).onConflictDoUpdate({ target: factor.account, set: { sealed, lastStep: 0 } }).run()
      return { address: appOf(secret, label).toString(), secret: secret.base32 }
    },

    /** Puts the app into use with its first code. Rejects with `not_found` for a wrong one. */
    confirm(person: string, code: string): void {
      if (!accepted(person, plain(code), false)) reject('not_found')
      database.update(factor).set({ confirmedAt: now() }).where(eq(factor.account, person)).run()
    },

    /** Uses a code of the app, or up a recovery code, and says which it was; null for a wrong or used one. */
    use(person: string, code: string): 'app' | 'recovery' | null {
      if (/^\d{6}$/.test(plain(code))) return accepted(person, plain(code), true) ? 'app' : null
      return database.delete(recovery).where(eq(recovery.hash, hashOf(person, code))).returning().get() ? 'recovery' : null
    },

    /** New recovery codes, which replace all former ones. They are in this answer only. */
    renewRecovery(person: string): string[] {
      const fresh = Array.from({ length: recoveryCodes }, newCode)
      database.delete(recovery).where(eq(recovery.account, person)).run()
      for (const code of fresh) database.insert(recovery).values({ hash: hashOf(person, code), account: person }).run()
      return fresh
    },

    dropApp: (person: string): void => void database.update(factor).set({ sealed: null, confirmedAt: null, lastStep: 0 }).where(eq(factor.account, person)).run(),
    dropRecovery: (person: string): void => void database.delete(recovery).where(eq(recovery.account, person)).run(),
  }
}
