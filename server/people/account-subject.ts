import type { AccountAct } from '../../shared/audit/entries.ts'
import type { TellingChoice } from '../../shared/notices/ways.ts'
import type { Logins } from '../../shared/people/login.ts'
import type { Database } from '../database/database.ts'
import type { About, Accounts } from './accounts.ts'
import { desc, eq, or, sql } from 'drizzle-orm'
import { reject } from '../../shared/core/rejection.ts'
import { account, login, person, reading, session, telling } from '../database/schema.ts'

/** Everything that is kept about somebody with an account, besides their work. */
export interface AccountCopy extends About {
  readonly role: string
  readonly skills: readonly string[]
  readonly trained: readonly string[]
  readonly createdAt: number
  readonly signedInAt: number | null
  readonly devices: readonly { readonly device: string, readonly seenAt: number | null }[]
  /** Whether they have an app for codes, and the names of their passkeys. */
  readonly factors: { readonly app: boolean, readonly passkeys: readonly string[] }
  /** By what providers of sign-ins know them. */
  readonly logins: Logins
  /** How they have chosen to be told of notices, and the number of their devices that get pushes. */
  readonly told: TellingChoice
  readonly pushes: number
  /** The newest acts about them and of theirs. */
  readonly readings: readonly { readonly act: AccountAct, readonly at: number, readonly own: boolean }[]
}

/** What is kept to tell people of notices while the app is closed. */
interface Telling {
  readonly of: (person: string) => TellingChoice
  readonly devices: (person: string) => readonly unknown[]
}

const mostReadings = 500

/** The rights of people with accounts: a copy of everything about them, and its deletion. Finding and correcting are those of the register. */
export function accountSubject({ database, raw }: Pick<Database, 'database' | 'raw'>, accounts: Pick<Accounts, 'about' | 'disable' | 'note' | 'factors' | 'logins'>, choices: Telling) {
  const known = (id: string) => database.select().from(account).innerJoin(person, eq(person.account, account.id)).where(eq(account.id, id)).get()?.account ?? reject('not_found')
  /** Writes these tables anew: a page that was split once has copies of rows in its free space, which no deletion of a row overwrites. */
  function rewrite(): void {
    database.transaction((tx) => {
      const [people, told, names] = [tx.select().from(person).all(), tx.select().from(telling).all(), tx.select().from(login).all()]
      tx.delete(person).run()
      tx.delete(telling).run()
      tx.delete(login).run()
      for (const one of people) tx.insert(person).values(one).run()
      for (const one of told) tx.insert(telling).values(one).run()
      for (const one of names) tx.insert(login).values(one).run()
    }, { behavior: 'immediate' })
  }

  return {
    /** Rejects with `not_found` for nobody, and for somebody who was deleted. */
    copy(by: string, id: string): AccountCopy {
      const { role, skills, trained, createdAt, signedInAt } = known(id)
      accounts.note(by, 'read', [id])
      const devices = database.select({ device: session.device, seenAt: session.seenAt }).from(session).where(eq(session.account, id)).all()
      const readings = database.select().from(reading).where(or(eq(reading.reader, id), sql`exists (select 1 from json_each(${reading.people}) where value = ${id})`)).orderBy(desc(reading.id)).limit(mostReadings).all()
      return { ...accounts.about(id), role, skills, trained, createdAt, signedInAt, devices, factors: { app: accounts.factors.hasApp(id), passkeys: accounts.factors.passkeys(id).map(one => one.name) }, logins: accounts.logins.of(id), told: choices.of(id), pushes: choices.devices(id).length, readings: readings.map(({ act, at, reader }) => ({ act, at, own: reader === id })) }
    },

    /** Ends these accounts and deletes name, phone, note, declarations and where they are told, overwriting them on the disk. Their work keeps ids that name nobody. Rejects with `last_admin`, and `not_found`. */
    forget(by: string, ids: readonly string[]): void {
      ids.forEach(known)
      raw.pragma('secure_delete = ON')
      try {
        for (const id of ids) {
          accounts.disable(by, id)
          database.transaction((tx) => {
            tx.delete(person).where(eq(person.account, id)).run()
            tx.delete(telling).where(eq(telling.account, id)).run()
            accounts.factors.forget(id)
            accounts.logins.forget(id)
            tx.update(account).set({ skills: [], trained: [] }).where(eq(account.id, id)).run()
            accounts.note(by, 'forget', [id])
          }, { behavior: 'immediate' })
        }
        rewrite()
        // The log beside the database still held the former page.
        raw.pragma('wal_checkpoint(TRUNCATE)')
      } finally {
        raw.pragma('secure_delete = OFF')
      }
    },
  }
}

export type AccountSubject = ReturnType<typeof accountSubject>
