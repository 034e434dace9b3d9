import type { Actor } from '../../shared/core/actor.ts'
import type { Seal } from '../core/seal.ts'
import type { Database } from '../database/database.ts'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { mayKnowName } from '../../shared/core/actor.ts'
import { reject } from '../../shared/core/rejection.ts'
import { account, calendar, invitation, person, session } from '../database/schema.ts'
import { audit as openAudit } from './audit.ts'
import { sessions, toActor } from './sessions.ts'

interface NewAccount extends Omit<Actor, 'id' | 'township' | 'unit' | 'team'>, Omit<About, 'phone'> {
  readonly id?: string
  readonly phone?: string
  readonly township?: string | null
  readonly unit?: string | null
  readonly team?: number | null
}
/** The sealed part of a person. Only people who signed up have the rest: the trainings they claim, and when they consented (epoch ms). */
export interface About { readonly name: string, readonly phone: string, readonly declared?: readonly string[], readonly consentedAt?: number }
export interface Known { readonly id: string, readonly name: string, readonly role: Actor['role'], readonly township?: string, readonly unit?: string, readonly team?: number }

type Row = typeof account.$inferSelect

/** People, their sign-in and the readers of their names. Whatever is done to an account is written down with it. Times are epoch ms. */
export function accounts(base: Database, seal: Seal, now: () => number = Date.now) {
  const { database } = base
  const audit = openAudit(base, now)

  function row(id: string): Row {
    return database.select().from(account).where(eq(account.id, id)).get() ?? reject('not_found')
  }

  function about(id: string): About {
    const sealed = database.select().from(person).where(eq(person.account, id)).get()
    return sealed ? JSON.parse(seal.open(sealed.sealed, id)) as About : { name: '', phone: '' }
  }

  const nameOf = (id: string): string => about(id).name
  const known = (one: Row): Known => ({ ...toActor(one), name: nameOf(one.id) })
  const list = () => database.select().from(account).orderBy(asc(account.createdAt)).all().map(one => ({ ...known(one), disabled: one.disabledAt !== null }))

  return {
    ...sessions(base, audit, now),

    add: ({ id = uuidv7(), name, phone = '', role, township = null, unit = null, team = null, approved = true, skills = [], trained = [], declared, consentedAt }: NewAccount, by = 'system'): string => database.transaction((tx) => {
      tx.insert(account).values({ id, role, township, unit, team, approved, skills: [...skills], trained: [...trained], createdAt: now() }).run()
      tx.insert(person).values({ account: id, sealed: seal.seal(JSON.stringify({ name, phone, declared, consentedAt } satisfies About), id) }).run()
      audit.note(by, 'add', [id])
      return id
    }, { behavior: 'immediate' }),

    /** No session, no link, no calendar, no way back in until somebody sends a new link. The last administrator stays. */
    disable(by: string, id: string): void {
      database.transaction((tx) => {
        const admins = tx.select().from(account).where(and(eq(account.role, 'admin'), isNull(account.disabledAt))).all()
        if (admins.length === 1 && admins[0]!.id === id) reject('forbidden', 'last administrator')
        tx.update(account).set({ disabledAt: now() }).where(eq(account.id, row(id).id)).run()
        tx.delete(session).where(eq(session.account, id)).run()
        tx.delete(invitation).where(eq(invitation.account, id)).run()
        tx.delete(calendar).where(eq(calendar.account, id)).run()
        audit.note(by, 'disable', [id])
      }, { behavior: 'immediate' })
    },

    enable(by: string, id: string): void {
      database.transaction((tx) => {
        tx.update(account).set({ disabledAt: null }).where(eq(account.id, row(id).id)).run()
        audit.note(by, 'enable', [id])
      }, { behavior: 'immediate' })
    },

    /** Everybody, for the server itself. */
    list,

    /** Everybody, for an administrator to read. */
    register(by: Actor) {
      audit.note(by.id, 'list', [])
      return list()
    },

    about,

    nameOf,

    /** Writes down an act in the transaction that is under way. */
    note: audit.note,

    /** Writes down that somebody has read what not everybody may: `post/id` for the key of a post. */
    noteReading(reader: Actor, what: readonly string[]): void {
      audit.note(reader.id, 'read', what)
    },

    /** Approved volunteers whom this reader may put on a shift: their skills, without names. The reading is written down. */
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
