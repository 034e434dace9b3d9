import type { Actor } from '../../shared/core/actor.ts'
import type { Cleared, DeviceLists, SessionPage, SignedInDevice } from '../../shared/core/devices.ts'
import type { Database } from '../database/database.ts'
import type { Accounts } from './accounts.ts'
import type { Device } from './sessions.ts'
import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { sessionsAPage } from '../../shared/core/devices.ts'
import { reject } from '../../shared/core/rejection.ts'
import { digest } from '../core/seal.ts'
import { account, lost, session } from '../database/schema.ts'
import { dropEndedPushes } from './ended-pushes.ts'
import { isPhoneCode, phoneCodes } from './phone-codes.ts'
import { toActor } from './to-actor.ts'

/** A session lasts 90 days at most, and no device sends its token for longer. Milliseconds. */
const longest = 90 * 24 * 3_600_000
/** How many lost devices of a person are listed. */
const mostListed = 20
/** What a device is called to others. It says nothing about the token. */
const idOf = (hash: string): string => digest(`device ${hash}`).slice(0, 22)

/**
 * The devices on which people are signed in: a phone that signs in by a code shown at a desk, last contacts, signing out from
 * elsewhere, and clearing a lost phone at its next contact. A person sees their own, an administrator everybody's. Times are epoch ms.
 */
export function devices({ database }: Database, accounts: Accounts, now: () => number = Date.now) {
  const codes = phoneCodes(now)

  /** Rejects with `not_found` for a person who is not the asker, unless an administrator asks: that reading is recorded. */
  function allowed(by: Actor, person: string): void {
    if (by.id === person) return
    if (by.role !== 'admin' || accounts.isScreen(person) || !database.select().from(account).where(eq(account.id, person)).get()) reject('not_found')
  }
  type Row = typeof session.$inferSelect
  const described = ({ hash, device, createdAt, expiresAt, seenAt, way }: Row, connected: (hash: string) => boolean, mine: string): SignedInDevice =>
    ({ id: idOf(hash), name: device, signedInAt: createdAt, way, endsAt: expiresAt, seenAt: accounts.contacts.of(hash) ?? seenAt, connected: connected(hash), mine: hash === digest(mine) })
  const unwiped = (token: string | undefined) => token ? database.select().from(lost).where(and(eq(lost.hash, digest(token)), isNull(lost.wipedAt))).get() : undefined

  return {
    /** The secret of a code for the asker's own phone, valid once, for two minutes, and while they stay signed in at this desk. Rejects with `forbidden` for a wall screen. */
    showCode(by: Actor, desk: string) {
      if (accounts.isScreen(by.id)) reject('forbidden')
      accounts.note(by.id, 'phone_code', [by.id])
      return codes.show(by.id, desk)
    },

    /**
     * Exchanges the secret of a sign-in link or of such a code for a session. A code does not count as a fresh sign-in link, which
     * exports of names require. Its session ends no later than the desk's, also along a chain of codes. Rejects with `signed_out`.
     */
    signIn(secret: string, hours: number, device: Device): string {
      if (!isPhoneCode(secret)) return accounts.signIn(secret, hours, device)
      const { person, desk } = codes.take(secret)
      const shown = accounts.session(desk)
      if (shown?.actor.id !== person) reject('signed_out')
      return accounts.beginSession(person, hours, 'code', device, shown.endsAt)
    },

    list(by: Actor, person: string, connected: (hash: string) => boolean, mine: string): DeviceLists {
      allowed(by, person)
      if (by.id !== person) accounts.noteReading(by, [person])
      const signedIn = database.select().from(session).where(and(eq(session.account, person), gt(session.expiresAt, now()))).orderBy(desc(session.createdAt)).all()
      const gone = database.select().from(lost).where(eq(lost.account, person)).orderBy(desc(lost.at)).limit(mostListed).all()
      return {
        signedIn: signedIn.map(one => described(one, connected, mine)),
        lost: gone.map(({ hash, device, at, seenAt, wipedAt, left }) => ({ id: idOf(hash), name: device, at, seenAt, wipedAt, left })),
      }
    },

    /** Everybody's devices, the newest sign-in first, so many at a time, without sessions that were not used for too long. The reading is recorded before it is answered. */
    all(by: Actor, connected: (hash: string) => boolean, mine: string, before = Number.MAX_SAFE_INTEGER): SessionPage {
      const no = sql<number>`${session}.rowid`
      const wanted = and(gt(session.expiresAt, now()), isNull(account.disabledAt), sql`${no} < ${before}`)
      const found = database.select({ no, session, account }).from(session).innerJoin(account, eq(account.id, session.account)).where(wanted).orderBy(desc(no)).limit(sessionsAPage).all()
      const sessions = found.filter(one => !accounts.isIdle(one.session, toActor(one.account)))
      if (sessions.length) accounts.noteReading(by, [...new Set(sessions.map(one => one.account.id))])
      return {
        sessions: sessions.map(one => ({ ...described(one.session, connected, mine), person: one.account.id, called: accounts.nameOf(one.account.id), role: toActor(one.account).role })),
        next: found.length === sessionsAPage ? found.at(-1)!.no : null,
      }
    },

    /** Ends a device's session, and with `wipe` has the device clear what it keeps at its next contact. Returns the hash of its token. Rejects with `not_found`. */
    end: (by: Actor, person: string, id: string, wipe: boolean): string => database.transaction((tx) => {
      allowed(by, person)
      const found = tx.select().from(session).where(eq(session.account, person)).all().find(({ hash }) => idOf(hash) === id) ?? reject('not_found')
      const { hash, device } = found
      tx.delete(session).where(eq(session.hash, hash)).run()
      dropEndedPushes({ database })
      tx.delete(lost).where(lt(lost.at, now() - longest)).run()
      if (wipe) tx.insert(lost).values({ hash, account: person, device, by: by.id, at: now(), seenAt: accounts.contacts.of(hash) ?? found.seenAt }).run()
      accounts.note(by.id, wipe ? 'wipe_device' : 'end_device', [person])
      return hash
    }, { behavior: 'immediate' }),

    /** Whose work this device must clear; null if nobody's. */
    toWipe: (token: string | undefined): string | null => unwiped(token)?.account ?? null,

    /** Asked before a device gets a new session, since only its former token tells that it was lost. Rejects with `signed_out` and `wipe`. */
    clearedFirst(token: string | undefined): void {
      if (unwiped(token)) reject('signed_out', 'wipe')
    },

    /** Records that the device has cleared what it kept. Rejects with `not_found` if it had nothing to clear. */
    wiped: (token: string | undefined, left: Cleared): void => database.transaction((tx) => {
      const { hash, account: person } = unwiped(token) ?? reject('not_found')
      tx.update(lost).set({ wipedAt: now(), left }).where(eq(lost.hash, hash)).run()
      accounts.note(person, 'wiped', [person])
    }, { behavior: 'immediate' }),
  }
}

export type Devices = ReturnType<typeof devices>
