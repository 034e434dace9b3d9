import type { PushAddress, TellingChoice } from '../../shared/notices/ways.ts'
import type { Seal } from '../core/seal.ts'
import type { Database } from '../database/database.ts'
import type { KeptChoice, LinkAnswer } from './mail-address.ts'
import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { noChoice } from '../../shared/notices/ways.ts'
import { digest } from '../core/seal.ts'
import { pushing, session, telling } from '../database/schema.ts'
import { askFor, followed, mailOf, withAddress } from './mail-address.ts'

/** The most devices of one person that get pushes; the oldest makes room. */
const mostDevices = 10

/** What people have chosen, and where their devices get pushes. Both are sealed, and a device counts while it is signed in. Times are epoch ms. */
export function choices({ database }: Database, seal: Seal, now: () => number = Date.now) {
  const rows = (person: string) => database.select({ pushing }).from(pushing).innerJoin(session, eq(session.hash, pushing.session)).where(and(eq(pushing.account, person), gt(session.expiresAt, now()))).orderBy(asc(pushing.createdAt)).all().map(row => row.pushing)
  const drop = (ids: readonly string[]) => void database.delete(pushing).where(inArray(pushing.id, [...ids])).run()

  /** Null for a text that is damaged, or was sealed with a key that is lost. */
  function read<T>(sealed: string, person: string): T | null {
    try {
      return JSON.parse(seal.open(sealed, person)) as T
    } catch {
      return null
    }
  }

  const kept = (person: string): KeptChoice | null => {
    const row = database.select().from(telling).where(eq(telling.account, person)).get()
    return row ? read<KeptChoice>(row.sealed, person) : null
  }
  function write(person: string, value: KeptChoice): void {
    const row = { account: person, sealed: seal.seal(JSON.stringify(value), person) }
    database.insert(telling).values(row).onConflictDoUpdate({ target: telling.account, set: row }).run()
  }

  return {
    /** No choice for nobody, and where it can no longer be read. */
    of(person: string): TellingChoice {
      const { confirmed: _, asked: __, used: ___, ...choice } = kept(person) ?? noChoice as KeptChoice
      return { ...noChoice, ...choice }
    },

    /** The address to which a person may be sent notices: they confirmed it. Empty for none. */
    mailOf: (person: string): string => mailOf(kept(person)),

    /** The secret of a new link for a person's address; null if there is nothing to confirm. The former link ends. */
    askForMail(person: string): string | null {
      const before = kept(person)
      if (!before?.mail || mailOf(before)) return null
      const asked = askFor(before, now())
      write(person, asked.kept)
      return asked.secret
    },

    /** Follows the link of a letter. It works once, for the person who typed the address. */
    confirmMail(person: string, secret: string): LinkAnswer {
      const { answer, kept: next } = followed(kept(person), secret, now())
      if (next) write(person, next)
      return answer
    },

    /** Everybody who has chosen something. */
    people: (): string[] => database.select({ account: telling.account }).from(telling).all().map(({ account }) => account),

    keep: (person: string, choice: TellingChoice): void => write(person, withAddress(choice, kept(person))),

    devices: (person: string): { readonly id: string, readonly address: PushAddress }[] => rows(person).flatMap(({ id, sealed }) => {
      const address = read<PushAddress>(sealed, person)
      return address ? [{ id, address }] : []
    }),

    /** `token` is the session of the device. */
    addDevice: (person: string, token: string, address: PushAddress): void => database.transaction((tx) => {
      const row = { id: digest(address.endpoint), account: person, session: digest(token), sealed: seal.seal(JSON.stringify(address), person), createdAt: now() }
      // A browser has one push address, for everyone who signs in on it.
      tx.delete(pushing).where(eq(pushing.session, row.session)).run()
      tx.insert(pushing).values(row).onConflictDoUpdate({ target: pushing.id, set: row }).run()
      drop(rows(person).slice(0, -mostDevices).map(({ id }) => id))
    }, { behavior: 'immediate' }),

    /** True if this device gets pushes for this person in this session. */
    hasDevice: (person: string, token: string): boolean => rows(person).some(row => row.session === digest(token)),

    dropDevice: (token: string): void => void database.delete(pushing).where(eq(pushing.session, digest(token))).run(),

    /** Devices that will never take a push again. */
    drop,
  }
}

export type Choices = ReturnType<typeof choices>
