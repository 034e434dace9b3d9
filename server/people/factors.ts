import type { Owed } from '../../shared/people/second-factor.ts'
import type { Seal } from '../core/seal.ts'
import type { Database } from '../database/database.ts'
import type { Audit } from './audit.ts'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { letsIn } from '../../shared/audit/auditor.ts'
import { reject } from '../../shared/core/rejection.ts'
import { mustHaveFactor } from '../../shared/people/second-factor.ts'
import { account, factor, passkey, session, setting } from '../database/schema.ts'
import { codes as openCodes } from './codes.ts'
import { toActor } from './to-actor.ts'

type Row = typeof account.$inferSelect
const day = 24 * 3_600_000
const rule = 'second_factor'

/**
 * Second factors: an app for codes, codes for its loss, and passkeys. Nobody has to have one until an administrator requires it,
 * and then each person who must has some days, counted from when their own devices can tell them. Times are epoch ms.
 */
export function factors(base: Pick<Database, 'database'>, seal: Seal, audit: Audit, now: () => number) {
  const { database } = base
  const codes = openCodes(base, seal, now)
  const passkeys = (person: string) => database.select().from(passkey).where(eq(passkey.account, person)).all()
  const has = (person: string): boolean => codes.has(person) || passkeys(person).length > 0
  const act = <T>(work: () => T): T => database.transaction(work, { behavior: 'immediate' })

  /** Days of grace; null while it is not required. */
  function required(): number | null {
    const value = database.select().from(setting).where(eq(setting.key, rule)).get()?.value
    return value === undefined ? null : Number(value)
  }

  /** When this person's days are over. They begin with the first call. To be called in a transaction. */
  function begunDue(person: Row): number | null {
    const days = required()
    if (days === null || !mustHaveFactor(toActor(person)) || has(person.id)) return null
    const known = database.select().from(factor).where(eq(factor.account, person.id)).get()?.dueAt
    if (known != null) return known
    const due = now() + days * day
    database.insert(factor).values({ account: person.id, dueAt: due }).onConflictDoUpdate({ target: factor.account, set: { dueAt: due } }).run()
    return due
  }

  /** Without recovery codes of their own, a person's last factor leaves none behind. */
  function dropped(by: string, person: string, why: readonly string[] = []): void {
    if (!has(person)) codes.dropRecovery(person)
    audit.note(by, why.length ? 'reset_factor' : 'drop_factor', [person, ...why])
  }
  const forget = (person: string): void => {
    codes.dropApp(person)
    database.delete(passkey).where(eq(passkey.account, person)).run()
    codes.dropRecovery(person)
  }

  return {
    has,
    /** From when on this person cannot sign in without one; null if they have one, or were not told yet. */
    dueAt: (person: string): number | null => required() === null || has(person) ? null : database.select().from(factor).where(eq(factor.account, person)).get()?.dueAt ?? null,
    passkeys,
    recoveryLeft: codes.left,
    hasApp: codes.has,

    /** What a new session of this person owes, and when it must end at the latest. To be called in a transaction. */
    owed(person: Row): { readonly owes: Owed | null, readonly most: number } {
      if (has(person.id)) return { owes: 'factor', most: Infinity }
      const due = begunDue(person)
      return due !== null && due <= now() ? { owes: 'enrol', most: Infinity } : { owes: null, most: due ?? Infinity }
    },

    beginApp: (person: string, label: string) => act(() => codes.begin(person, label)),
    /** Answers recovery codes, if the person has none yet. Rejects with `not_found`. */
    confirmApp: (person: string, code: string): readonly string[] => act(() => {
      codes.confirm(person, code)
      audit.note(person, 'add_factor', [person])
      return codes.left(person) ? [] : codes.renewRecovery(person)
    }),
    /** Rejects with `not_found` for a wrong code, which is recorded. */
    giveCode(person: string, code: string): void {
      const used = act(() => {
        const used = codes.use(person, code)
        if (used !== 'app') audit.note(person, used ? 'use_recovery' : 'wrong_factor', [person])
        return used
      })
      if (!used) reject('not_found')
    },
    renewRecovery: (person: string) => act(() => {
      if (!has(person)) reject('not_found')
      audit.note(person, 'add_factor', [person])
      return codes.renewRecovery(person)
    }),
    dropApp: (person: string): void => act(() => {
      codes.dropApp(person)
      dropped(person, person)
    }),
    dropPasskey: (person: string, id: string): void => act(() => {
      if (!database.delete(passkey).where(and(eq(passkey.account, person), eq(passkey.id, id))).returning().get()) reject('not_found')
      dropped(person, person)
    }),

    /** Removes all factors of somebody who lost theirs, whose days begin anew, and ends their sessions. Rejects with `not_found`, and with `other_admin` if the asker let somebody into this auditor's account. */
    reset: (by: string, person: string, reason: string): void => act(() => {
      if (!has(person)) reject('not_found')
      if (database.select().from(account).where(eq(account.id, person)).get()?.role === 'auditor' && audit.did(by, letsIn, person)) reject('other_admin')
      forget(person)
      database.update(factor).set({ dueAt: null }).where(eq(factor.account, person)).run()
      database.delete(session).where(eq(session.account, person)).run()
      dropped(by, person, [`why/${reason}`])
    }),
    /** Forgets the factors of a person whose data is deleted. To be called in a transaction. */
    forget(person: string): void {
      forget(person)
      database.delete(factor).where(eq(factor.account, person)).run()
    },

    required,
    /** How many people must have one once it is required, and how many of them have none yet. */
    figures(): { readonly people: number, readonly without: number } {
      const all = database.select().from(account).where(isNull(account.disabledAt)).all().filter(one => mustHaveFactor(toActor(one)))
      return { people: all.length, without: all.filter(one => !has(one.id)).length }
    },
    /** Requires a second factor after so many days, or no longer with null. A session of who has none ends with their days. Answers whose sessions end sooner now. */
    require: (by: string, days: number | null): readonly string[] => act(() => {
      const sooner: string[] = []
      database.delete(setting).where(eq(setting.key, rule)).run()
      database.update(factor).set({ dueAt: null }).run()
      if (days !== null) database.insert(setting).values({ key: rule, value: String(days) }).run()
      for (const person of database.select().from(account).where(isNull(account.disabledAt)).all()) {
        const due = begunDue(person)
        const shortened = due === null ? 0 : database.update(session).set({ expiresAt: due }).where(and(eq(session.account, person.id), gt(session.expiresAt, due))).run().changes
        if (shortened) sooner.push(person.id)
      }
      audit.note(by, 'require_factor', [`why/${days === null ? 'no' : days}`])
      return sooner
    }),
  }
}

export type Factors = ReturnType<typeof factors>
