import type { Actor } from '../shared/actor.ts'
import type { Database } from './database.ts'
import type { Seal } from './seal.ts'
import { and, asc, eq, gt, inArray, isNull, lt } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { mayKnowName } from '../shared/actor.ts'
import { reject } from '../shared/rejection.ts'
import { account, calendar, invitation, person, reading, session } from './schema.ts'
import { digest, newToken } from './seal.ts'

const hour = 3_600_000

export interface NewAccount extends Omit<Actor, 'id'> { readonly id?: string, readonly name: string, readonly phone?: string, readonly team?: number }
/** What is kept sealed of a person; the rest only of who signed up: the trainings they say they have, and when they consented (epoch ms). */
export interface About { readonly name: string, readonly phone: string, readonly declared?: readonly string[], readonly consentedAt?: number }
export interface Known { readonly id: string, readonly name: string, readonly role: Actor['role'], readonly township?: string, readonly unit?: string, readonly team?: number }

type Row = typeof account.$inferSelect
export const toActor = ({ id, role, township, unit, team, approved, skills, trained }: Row): Actor => ({
  id,
  role: role as Actor['role'],
  ...(township && { township }),
  ...(unit && { unit }),
  ...(team && { team }),
  ...(role === 'volunteer' && { approved }),
  ...(skills.length && { skills }),
  ...(trained.length && { trained }),
})

/** People, how they sign in, and who may read their names. Times are epoch ms. */
export function accounts({ database }: Database, seal: Seal, now: () => number = Date.now) {
  function row(id: string): Row {
    return database.select().from(account).where(eq(account.id, id)).get() ?? reject('not_found')
  }

  function about(id: string): About {
    const sealed = database.select().from(person).where(eq(person.account, id)).get()
    return sealed ? JSON.parse(seal.open(sealed.sealed, id)) as About : { name: '', phone: '' }
  }

  const nameOf = (id: string): string => about(id).name
  const known = (one: Row): Known => ({ ...toActor(one), name: nameOf(one.id) })

  return {
    add({ id = uuidv7(), name, phone = '', role, township = null, unit = null, team = null, approved = true, skills = [], trained = [], declared, consentedAt }: Omit<NewAccount, 'township' | 'unit' | 'team'> & { township?: string | null, unit?: string | null, team?: number | null } & Omit<About, 'name' | 'phone'>): string {
      database.transaction((tx) => {
        tx.insert(account).values({ id, role, township, unit, team, approved, skills: [...skills], trained: [...trained], createdAt: now() }).run()
        tx.insert(person).values({ account: id, sealed: seal.seal(JSON.stringify({ name, phone, declared, consentedAt } satisfies About), id) }).run()
      }, { behavior: 'immediate' })
      return id
    },

    /** A link's secret. Whoever opens it first is signed in; `once` makes it good for one. */
    invite(id: string, hours: number, once = true): string {
      const token = newToken()
      database.insert(invitation).values({ hash: digest(token), account: row(id).id, expiresAt: now() + hours * hour, once }).run()
      return token
    },

    /** Trades an invitation for a session token; refuses `signed_out` when it is used up, too old, or never was. */
    signIn(token: string, hours: number): string {
      return database.transaction((tx) => {
        tx.delete(invitation).where(lt(invitation.expiresAt, now())).run()
        tx.delete(session).where(lt(session.expiresAt, now())).run()
        const found = tx.select().from(invitation).where(eq(invitation.hash, digest(token))).get()
        if (!found || row(found.account).disabledAt) reject('signed_out')
        if (found.once) tx.delete(invitation).where(eq(invitation.hash, found.hash)).run()
        const fresh = newToken()
        tx.insert(session).values({ hash: digest(fresh), account: found.account, createdAt: now(), expiresAt: now() + hours * hour }).run()
        return fresh
      }, { behavior: 'immediate' })
    },

    /** Who holds this session, or null. */
    actor(token: string | undefined): Actor | null {
      if (!token) return null
      const found = database.select({ account }).from(session).innerJoin(account, eq(account.id, session.account)).where(and(eq(session.hash, digest(token)), gt(session.expiresAt, now()), isNull(account.disabledAt))).get()
      return found ? toActor(found.account) : null
    },

    signOut(token: string): void {
      database.delete(session).where(eq(session.hash, digest(token))).run()
    },

    /** No session, no link, no calendar, no way back in until somebody sends a new link. The last administrator stays. */
    disable(id: string): void {
      database.transaction((tx) => {
        const admins = tx.select().from(account).where(and(eq(account.role, 'admin'), isNull(account.disabledAt))).all()
        if (admins.length === 1 && admins[0]!.id === id) reject('forbidden', 'last administrator')
        tx.update(account).set({ disabledAt: now() }).where(eq(account.id, row(id).id)).run()
        tx.delete(session).where(eq(session.account, id)).run()
        tx.delete(invitation).where(eq(invitation.account, id)).run()
        tx.delete(calendar).where(eq(calendar.account, id)).run()
      }, { behavior: 'immediate' })
    },

    enable(id: string): void {
      database.update(account).set({ disabledAt: null }).where(eq(account.id, row(id).id)).run()
    },

    list: () => database.select().from(account).orderBy(asc(account.createdAt)).all().map(one => ({ ...known(one), disabled: one.disabledAt !== null })),

    about,

    nameOf,

    /** Writes down that somebody has read what not everybody may: `post/id` for the key of a post. */
    noteReading(reader: Actor, what: readonly string[]): void {
      database.insert(reading).values({ reader: reader.id, people: [...what], at: now() }).run()
    },

    /** Approved volunteers whom this reader may put on a shift: what each can do, without a name. The reading is written down. */
    helpers(reader: Actor): Actor[] {
      const all = database.select().from(account).where(and(eq(account.role, 'volunteer'), isNull(account.disabledAt))).all().map(toActor)
      const found = all.filter(one => one.approved && (mayKnowName(reader, one) || !one.township))
      if (found.length) this.noteReading(reader, found.map(one => one.id))
      return found
    },

    /** Names this reader may know, of those asked for; `mates` are known to them besides. The reading is written down before it is answered. */
    names(reader: Actor, ids: readonly string[], mates: ReadonlySet<string> = new Set()): Known[] {
      const people = database.select().from(account).where(inArray(account.id, [...ids])).all().filter(one => mates.has(one.id) || mayKnowName(reader, toActor(one)))
      if (people.length) this.noteReading(reader, people.map(one => one.id))
      return people.map(known)
    },
  }
}

export type Accounts = ReturnType<typeof accounts>
