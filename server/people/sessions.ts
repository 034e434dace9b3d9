import type { Actor } from '../../shared/core/actor.ts'
import type { SignInWay } from '../../shared/core/devices.ts'
import type { Owed } from '../../shared/people/second-factor.ts'
import type { Database } from '../database/database.ts'
import type { Audit } from './audit.ts'
import type { Factors } from './factors.ts'
import type { LoginNames, Named } from './logins.ts'
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { setsUp } from '../../shared/audit/auditor.ts'
import { outlasting } from '../../shared/core/actor.ts'
import { reject } from '../../shared/core/rejection.ts'
import { digest, newToken } from '../core/seal.ts'
import { account, invitation, pushing, screen, session } from '../database/schema.ts'
import { dropEndedPushes } from './ended-pushes.ts'
import { lastContacts } from './last-contacts.ts'
import { toActor } from './to-actor.ts'

const hour = 3_600_000

/** The device that signs in: `former` is its session until now, which ends; the new token begins with `mark`; `name` is what its browser calls itself. */
export interface Device { readonly former?: string, readonly mark?: string, readonly name?: string }

/** Links and sessions. Only digests of tokens are stored. A session that owes a second factor opens nothing, nor one of those who see the whole county or read the log that was not heard from for `idleHours`; theirs last `headquartersHours` at most. Times are epoch ms. */
export function sessions(base: Database, audit: Audit, factors: Pick<Factors, 'has' | 'owed'>, logins: Pick<LoginNames, 'holder'>, { now, idleHours, headquartersHours }: { readonly now: () => number, readonly idleHours: number, readonly headquartersHours: number }) {
  const { database } = base
  const contacts = lastContacts(base, now)
  // A prepared statement, because each connection runs it several times and each request once.
  const holder = database.select({ account, session }).from(session).innerJoin(account, eq(account.id, session.account)).where(and(eq(session.hash, sql.placeholder('hash')), gt(session.expiresAt, sql.placeholder('now')), isNull(account.disabledAt), isNull(session.owes))).prepare()
  const one = (id: string) => database.select().from(account).where(eq(account.id, id)).get() ?? reject('not_found')
  /** A wall screen belongs to the device that was paired, so it gets no link. */
  const isScreen = (id: string) => database.select().from(screen).where(eq(screen.account, id)).get() !== undefined

  const isAuditor = (id: string) => database.select().from(account).where(and(eq(account.id, id), eq(account.role, 'auditor'))).get() !== undefined

  function end(token: string): void {
    const ended = database.delete(session).where(eq(session.hash, digest(token))).returning({ person: session.account }).get()
    if (!ended) return
    dropEndedPushes(base)
    audit.note(ended.person, 'sign_out', [ended.person])
  }

  type Row = typeof session.$inferSelect
  const isIdle = (one: Row, { role }: Pick<Actor, 'role'>): boolean =>
    outlasting.includes(role) && Math.max(one.createdAt, one.seenAt ?? 0, contacts.of(one.hash) ?? 0) <= now() - idleHours * hour

  function held(token: string | undefined): { readonly actor: Actor, readonly endsAt: number } | null {
    if (!token) return null
    const hash = digest(token)
    const found = holder.get({ hash, now: now() })
    if (!found || isIdle(found.session, toActor(found.account))) return null
    contacts.note(hash)
    return { actor: toActor(found.account), endsAt: found.session.expiresAt }
  }

  /** The token of a new session, which the audit log has, and which ends no later than `most`. To be called in a transaction. */
  function begin(id: string, hours: number, way: SignInWay, { former, mark = '', name = '' }: Device, { confirmedAt = null, most = Infinity, proven = false }: { readonly confirmedAt?: number | null, readonly most?: number, /** Their second factor was checked already. */ readonly proven?: boolean } = {}): string {
    if (former) end(former)
    const token = mark + newToken()
    const who = one(id)
    const { owes, most: due } = proven ? { owes: null, most: Infinity } : factors.owed(who)
    const longest = outlasting.includes(toActor(who).role) ? Math.min(hours, headquartersHours) : hours
    database.insert(session).values({ hash: digest(token), account: id, createdAt: now(), expiresAt: Math.min(now() + longest * hour, most, due), confirmedAt: owes ? null : confirmedAt, owes, device: name, seenAt: now(), way }).run()
    database.update(account).set({ signedInAt: now() }).where(eq(account.id, id)).run()
    audit.note(id, 'sign_in', name ? [id, `device/${name}`] : [id])
    return token
  }

  /** Notes that the person of a session proved just now who they are. It goes on under a new token, and the former opens nothing any more. To be called in a transaction. */
  function renewed(hash: string, person: string, mark: string): string {
    const token = mark + newToken()
    database.update(session).set({ hash: digest(token), confirmedAt: now(), owes: null, seenAt: now() }).where(eq(session.hash, hash)).run()
    database.update(pushing).set({ session: digest(token) }).where(eq(pushing.session, hash)).run()
    audit.note(person, 'confirm', [person])
    return token
  }

  return {
    isScreen,
    contacts,
    isIdle,
    isAuditor,

    /** Makes the secret of a sign-in link, which works once and for `hours`. Rejects with `not_found`, also for a wall screen, and with `other_admin` if the asker set up this auditor's account. */
    invite: (id: string, hours: number, by = 'system'): string => database.transaction((tx) => {
      if (isScreen(id)) reject('not_found')
      const token = newToken()
      if (isAuditor(id) && audit.did(by, setsUp, id)) reject('other_admin')
      tx.insert(invitation).values({ hash: digest(token), account: one(id).id, expiresAt: now() + hours * hour }).run()
      audit.note(by, 'link', [id])
      return token
    }, { behavior: 'immediate' }),

    /** Exchanges a link's secret for the token of a new session. Rejects with `signed_out` for a link that is used, expired, unknown, or of a disabled person. */
    signIn: (secret: string, hours: number, device: Device = {}): string => database.transaction((tx) => {
      tx.delete(invitation).where(lt(invitation.expiresAt, now())).run()
      tx.delete(session).where(lt(session.expiresAt, now())).run()
      dropEndedPushes(base)
      const found = tx.delete(invitation).where(eq(invitation.hash, digest(secret))).returning().get()
      if (!found || one(found.account).disabledAt) reject('signed_out')
      return begin(found.account, hours, 'link', device, { confirmedAt: now() })
    }, { behavior: 'immediate' }),

    /**
     * A new session for whom a provider names. `at` is when they proved there who they are; `factor`: with a second factor. Rejects with `signed_out`, in the same
     * way for somebody without an account and for a disabled person.
     */
    signInBy: ({ at, factor, ...named }: Named & { readonly subject: string, readonly at: number | null, readonly factor: boolean }, hours: number, device: Device = {}): string => database.transaction(() => {
      const id = logins.holder(named)
      if (id === null || one(id).disabledAt !== null) reject('signed_out')
      return begin(id, hours, named.id, device, { confirmedAt: at === null ? null : Math.min(at, now()), proven: factor })
    }, { behavior: 'immediate' }),

    /**
     * Uses up a link of the session's own person, who stays signed in, as a proof that it is they who ask, and answers the session's new token. Rejects with `signed_out` without a session, with
     * `sign_in_again` if they have a second factor, which they must give instead, and with `not_found` for a link that is used, expired, unknown, or another person's, which is left as it is.
     */
    confirm: (token: string, secret: string, mark = ''): string => database.transaction((tx) => {
      const { actor } = held(token) ?? reject('signed_out')
      if (factors.has(actor.id)) reject('sign_in_again')
      const used = tx.delete(invitation).where(and(eq(invitation.hash, digest(secret)), eq(invitation.account, actor.id), gt(invitation.expiresAt, now()))).returning().get()
      if (!used) reject('not_found')
      return renewed(digest(token), actor.id, mark)
    }, { behavior: 'immediate' }),

    /** True if the person proved within the last `minutes` who they are on this device: by a link, or by their second factor if they have one. */
    confirmed(token: string | undefined, minutes: number): boolean {
      const found = token ? database.select({ at: session.confirmedAt }).from(session).where(eq(session.hash, digest(token))).get() : undefined
      return found?.at != null && found.at > now() - minutes * 60_000
    },

    /** The person of a session, also of one that still owes something; null without one. */
    owing(token: string | undefined): { readonly actor: Actor, readonly owes: Owed | null } | null {
      const found = token ? database.select({ account, session }).from(session).innerJoin(account, eq(account.id, session.account)).where(and(eq(session.hash, digest(token)), gt(session.expiresAt, now()))).get() : undefined
      return found?.account.disabledAt === null && !isIdle(found.session, toActor(found.account)) ? { actor: toActor(found.account), owes: found.session.owes } : null
    },

    /** True if this session is over because it was not used for too long. */
    idle(token: string | undefined): boolean {
      const found = token ? database.select({ account, session }).from(session).innerJoin(account, eq(account.id, session.account)).where(and(eq(session.hash, digest(token)), gt(session.expiresAt, now()))).get() : undefined
      return found?.account.disabledAt === null && isIdle(found.session, toActor(found.account))
    },

    /** Notes that the person of this session gave their second factor now, and answers its new token. */
    proved: (token: string, mark = ''): string => database.transaction((tx) => {
      const found = tx.select().from(session).where(eq(session.hash, digest(token))).get() ?? reject('signed_out')
      return renewed(found.hash, found.account, mark)
    }, { behavior: 'immediate' }),

    /** A session for a device that was paired, without a link, to `most` at the latest. Rejects with `not_found` if its account is disabled. */
    beginSession: (id: string, hours: number, way: SignInWay, device: Device, most?: number): string => database.transaction(() => one(id).disabledAt === null ? begin(id, hours, way, device, { most }) : reject('not_found'), { behavior: 'immediate' }),

    /** The holder of this session and its end, or null. */
    session: held,

    /** The holder of this session, or null. */
    actor(token: string | undefined): Actor | null {
      return held(token)?.actor ?? null
    },

    signOut: (token: string): void => database.transaction(() => end(token), { behavior: 'immediate' }),
  }
}
