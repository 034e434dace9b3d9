import type { Actor } from '../../shared/core/actor.ts'
import type { Database } from '../database/database.ts'
import type { Audit } from './audit.ts'
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { reject } from '../../shared/core/rejection.ts'
import { digest, newToken } from '../core/seal.ts'
import { account, invitation, session } from '../database/schema.ts'

const hour = 3_600_000

type Row = typeof account.$inferSelect
export const toActor = ({ id, role, township, unit, team, place, approved, skills, trained }: Row): Actor => ({
  id,
  role: role as Actor['role'],
  ...(township && { township }),
  ...(unit && { unit }),
  ...(team && { team }),
  ...(place && { place }),
  ...(role === 'volunteer' && { approved }),
  ...(skills.length && { skills }),
  ...(trained.length && { trained }),
})

/** The device that signs in: `former` is its session until now, which ends; the new token begins with `mark`. */
export interface Device { readonly former?: string, readonly mark?: string }

/** Links and sessions. Only digests of tokens are stored. Times are epoch ms. */
export function sessions({ database }: Database, audit: Audit, now: () => number) {
  // A prepared statement, because each connection runs it several times and each request once.
  const holder = database.select({ account, endsAt: session.expiresAt }).from(session).innerJoin(account, eq(account.id, session.account)).where(and(eq(session.hash, sql.placeholder('hash')), gt(session.expiresAt, sql.placeholder('now')), isNull(account.disabledAt))).prepare()
  const one = (id: string) => database.select().from(account).where(eq(account.id, id)).get() ?? reject('not_found')

  function end(token: string): void {
    const ended = database.delete(session).where(eq(session.hash, digest(token))).returning({ person: session.account }).get()
    if (ended) audit.note(ended.person, 'sign_out', [ended.person])
  }

  return {
    /** Makes the secret of a sign-in link, which works once and for `hours`. Rejects with `not_found`. */
    invite: (id: string, hours: number, by = 'system'): string => database.transaction((tx) => {
      const token = newToken()
      tx.insert(invitation).values({ hash: digest(token), account: one(id).id, expiresAt: now() + hours * hour }).run()
      audit.note(by, 'link', [id])
      return token
    }, { behavior: 'immediate' }),

    /** Exchanges a link's secret for the token of a new session. Rejects with `signed_out` for a link that is used, expired, unknown, or of a disabled person. */
    signIn: (secret: string, hours: number, { former, mark = '' }: Device = {}): string => database.transaction((tx) => {
      tx.delete(invitation).where(lt(invitation.expiresAt, now())).run()
      tx.delete(session).where(lt(session.expiresAt, now())).run()
      const found = tx.delete(invitation).where(eq(invitation.hash, digest(secret))).returning().get()
      if (!found || one(found.account).disabledAt) reject('signed_out')
      if (former) end(former)
      const token = mark + newToken()
      tx.insert(session).values({ hash: digest(token), account: found.account, createdAt: now(), expiresAt: now() + hours * hour }).run()
      tx.update(account).set({ signedInAt: now() }).where(eq(account.id, found.account)).run()
      audit.note(found.account, 'sign_in', [found.account])
      return token
    }, { behavior: 'immediate' }),

    /** The holder of this session and its end, or null. */
    session(token: string | undefined): { readonly actor: Actor, readonly endsAt: number } | null {
      if (!token) return null
      const found = holder.get({ hash: digest(token), now: now() })
      return found ? { actor: toActor(found.account), endsAt: found.endsAt } : null
    },

    /** The holder of this session, or null. */
    actor(token: string | undefined): Actor | null {
      return this.session(token)?.actor ?? null
    },

    signOut: (token: string): void => database.transaction(() => end(token), { behavior: 'immediate' }),
  }
}
