import type { Logins, ProviderId } from '../../shared/people/login.ts'
import type { Seal } from '../core/seal.ts'
import type { Database } from '../database/database.ts'
import type { Audit } from './audit.ts'
import { and, asc, count, eq, gt, lt } from 'drizzle-orm'
import { reject } from '../../shared/core/rejection.ts'
import { digest } from '../core/seal.ts'
import { login, pending } from '../database/schema.ts'

/** How long somebody may take at a provider, and how many may be there at once. The one who left first makes room. */
export const awayBounds = { minutes: 10, most: 2000 } as const

/** A name that a provider has for a person. The same name of another realm is somebody else. */
export interface Named { readonly id: ProviderId, readonly realm: string, readonly name: string }

/** By what names providers know people, and the sign-ins that they have not answered yet. Names are stored sealed, and found by a keyed sum. Times are epoch ms. */
export function logins({ database }: Pick<Database, 'database'>, seal: Seal, audit: Audit, now: () => number) {
  const owner = (person: string) => `login ${person}`
  const sumOf = (...parts: readonly string[]) => seal.sum(JSON.stringify(parts))
  const rows = (person: string) => database.select().from(login).where(eq(login.account, person)).all()

  return {
    /** The names of a person. */
    of: (person: string): Logins => Object.fromEntries(rows(person).map(({ provider, sealed }) => [provider, seal.open(sealed, owner(person))])),

    /** Puts the name that a provider has for a person; an empty one removes it. To be called in a transaction. Rejects with `exists` if it is another person's. */
    put(by: string, person: string, { id, realm, name }: Named): void {
      const mine = and(eq(login.account, person), eq(login.provider, id))
      const former = database.select().from(login).where(mine).get()
      const sum = sumOf(id, realm, name)
      if (name ? former?.sum === sum : !former) return
      if (name && database.select().from(login).where(eq(login.sum, sum)).get()) reject('exists', 'login')
      database.delete(login).where(mine).run()
      if (name) database.insert(login).values({ account: person, provider: id, sum, sealed: seal.seal(name, owner(person)) }).run()
      audit.note(by, 'set_login', [person])
    },

    /** Whose name this is. The first who comes by it is remembered by the provider's own id; anybody who bears the name later is nobody here. To be called in a transaction. */
    holder({ id, realm, name, subject }: Named & { readonly subject: string }): string | null {
      const found = database.select().from(login).where(and(eq(login.provider, id), eq(login.sum, sumOf(id, realm, name)))).get()
      if (!found) return null
      const own = sumOf(id, realm, name, subject)
      if (found.subject !== null) return found.subject === own ? found.account : null
      database.update(login).set({ subject: own }).where(eq(login.sum, found.sum)).run()
      audit.note(found.account, 'bind_login', [found.account])
      return found.account
    },

    /** Forgets the names of a person whose data is deleted. To be called in a transaction. */
    forget: (person: string): void => void database.delete(login).where(eq(login.account, person)).run(),

    /** Somebody goes to a provider; only the hash of their browser's secret is stored. */
    leave: (secret: string, provider: ProviderId): void => database.transaction((tx) => {
      tx.delete(pending).where(lt(pending.expiresAt, now())).run()
      const waiting = tx.select({ n: count() }).from(pending).get()?.n ?? 0
      const first = waiting < awayBounds.most ? [] : tx.select({ hash: pending.hash }).from(pending).orderBy(asc(pending.expiresAt)).limit(waiting + 1 - awayBounds.most).all()
      for (const { hash } of first) tx.delete(pending).where(eq(pending.hash, hash)).run()
      tx.insert(pending).values({ hash: digest(secret), provider, expiresAt: now() + awayBounds.minutes * 60_000 }).run()
    }, { behavior: 'immediate' }),

    /** Somebody comes back from a provider: true once, in time, and from the one they went to. */
    back: (secret: string, provider: ProviderId): boolean => database.delete(pending).where(and(eq(pending.hash, digest(secret)), eq(pending.provider, provider), gt(pending.expiresAt, now()))).returning().get() !== undefined,
  }
}

export type LoginNames = ReturnType<typeof logins>
