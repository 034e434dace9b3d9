import type { Actor } from '../../shared/core/actor.ts'
import type { Seal } from '../core/seal.ts'
import type { Database } from '../database/database.ts'
import type { Named } from './logins.ts'
import { and, asc, eq, getTableColumns, inArray, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { mayTurn, setsUp } from '../../shared/audit/auditor.ts'
import { mayKnowName, planners } from '../../shared/core/actor.ts'
import { reject } from '../../shared/core/rejection.ts'
import { account, calendar, invitation, person, screen, session, tableKey } from '../database/schema.ts'
import { audit as openAudit } from './audit.ts'
import { dropEndedPushes } from './ended-pushes.ts'
import { factors as openFactors } from './factors.ts'
import { logins as openLogins } from './logins.ts'
import { sessions } from './sessions.ts'
import { toActor } from './to-actor.ts'

interface NewAccount extends Omit<Actor, 'id' | 'township' | 'unit' | 'team' | 'place' | 'grid'>, Omit<About, 'phone' | 'note'> {
  readonly id?: string
  readonly phone?: string
  readonly township?: string | null
  readonly unit?: string | null
  readonly team?: number | null
  readonly place?: string | null
  readonly grid?: string | null
  /** By what providers of sign-ins know them. */
  readonly logins?: readonly Named[]
}
/** The sealed data of a person. Only people who signed up themselves have `declared`, the trainings they claim, and `consentedAt` (epoch ms). `note` is what planners wrote about a volunteer. */
export interface About { readonly name: string, readonly phone: string, readonly note?: string, readonly declared?: readonly string[], readonly consentedAt?: number }
export interface Known { readonly id: string, readonly name: string, readonly role: Actor['role'], readonly township?: string, readonly unit?: string, readonly team?: number, readonly place?: string, readonly grid?: string, /** Only of volunteers, for people who plan shifts. */ readonly phone?: string }

/** Somebody who can be rung. */
export interface Reachable { readonly id: string, readonly name: string, readonly phone: string }

/** What an administrator may change of a person. A field that is missing stays as it is. */
export type AccountChange = Partial<Pick<NewAccount, 'name' | 'phone' | 'role' | 'township' | 'unit' | 'team' | 'place' | 'grid' | 'logins'>>

type Row = typeof account.$inferSelect

/** People, their sessions, and who may read their names. Each change of an account is recorded in the same transaction. Times are epoch ms. */
export function accounts(base: Database, seal: Seal, now: () => number = Date.now, { idleHours = Infinity, headquartersHours = Infinity }: { readonly idleHours?: number, readonly headquartersHours?: number } = {}) {
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
  /** People only: a wall screen is a device. */
  const list = () => database.select(getTableColumns(account)).from(account).leftJoin(screen, eq(screen.account, account.id)).where(isNull(screen.account)).orderBy(asc(account.createdAt)).all().map(one => ({ ...known(one), disabled: one.disabledAt !== null, signedIn: one.signedInAt }))
  const isLastAdministrator = (id: string): boolean => {
    const admins = database.select().from(account).where(and(eq(account.role, 'admin'), isNull(account.disabledAt))).all()
    return admins.length === 1 && admins[0]!.id === id
  }

  const factors = openFactors(base, seal, audit, now)
  const logins = openLogins(base, seal, audit, now)
  const signing = sessions(base, audit, factors, logins, { now, idleHours, headquartersHours })
  /** Rejects with `not_found` for a wall screen: its role never changes, and one that was revoked stays so. */
  const ofPerson = (id: string): Row => signing.isScreen(id) ? reject('not_found') : row(id)
  function write(id: string, changed: Partial<About>): void {
    // The former text is overwritten on the disk.
    base.raw.pragma('secure_delete = ON')
    database.update(person).set({ sealed: seal.seal(JSON.stringify({ ...about(id), ...changed } satisfies About), id) }).where(eq(person.account, id)).run()
    base.raw.pragma('secure_delete = OFF')
  }

  function putLogins(by: string, id: string, named: readonly Named[]): void {
    if (named.length && signing.isAuditor(id) && audit.did(by, setsUp, id)) reject('other_admin')
    for (const one of named) logins.put(by, id, one)
  }

  return {
    ...signing,
    factors,
    logins,

    /** Rejects with `exists` for a login of somebody else, and with `other_admin` for one of an auditor. */
    add: ({ id = uuidv7(), name, phone = '', role, township = null, unit = null, team = null, place = null, grid = null, approved = true, skills = [], trained = [], declared, consentedAt, logins: named = [] }: NewAccount, by = 'system'): string => database.transaction((tx) => {
      tx.insert(account).values({ id, role, township, unit, team, place, grid, approved, skills: [...skills], trained: [...trained], createdAt: now() }).run()
      tx.insert(person).values({ account: id, sealed: seal.seal(JSON.stringify({ name, phone, declared, consentedAt } satisfies About), id) }).run()
      audit.note(by, role === 'auditor' ? 'add_auditor' : 'add', [id])
      putLogins(by, id, named)
      return id
    }, { behavior: 'immediate' }),

    /** Changes what a person is and how to reach them. They stay signed in. Rejects with `last_admin` if nobody else could add people then, `role_apart` for a role that becomes or was an auditor's, `other_admin`, `exists` for a login of somebody else, and `not_found`. */
    change(by: string, id: string, { name, phone, logins: named = [], ...rest }: AccountChange): void {
      database.transaction((tx) => {
        const former = ofPerson(id)
        if (!mayTurn(former.role as Actor['role'], rest.role ?? former.role as Actor['role'])) reject('role_apart')
        if (rest.role !== undefined && rest.role !== 'admin' && isLastAdministrator(id)) reject('last_admin')
        // Only people who sign up themselves wait for approval, as volunteers. An administrator's choice of another role approves them.
        const approved = former.approved || (rest.role !== undefined && rest.role !== 'volunteer')
        tx.update(account).set({ ...rest, approved }).where(eq(account.id, id)).run()
        write(id, { ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) })
        putLogins(by, id, named)
        audit.note(by, 'change', [id])
      }, { behavior: 'immediate' })
    },

    /** Changes a name and nothing else. To be called in a transaction. */
    rename(by: string, id: string, name: string): void {
      write(id, { name })
      audit.note(by, 'change', [id])
    },

    /** Ends all sessions, links, the calendar and the keys of a person, who cannot sign in until they are enabled; a link only if it is a new one. Rejects with `last_admin`, and `not_found`. */
    disable(by: string, id: string): void {
      database.transaction((tx) => {
        if (isLastAdministrator(id)) reject('last_admin')
        tx.update(account).set({ disabledAt: now() }).where(eq(account.id, row(id).id)).run()
        tx.delete(session).where(eq(session.account, id)).run()
        dropEndedPushes(base)
        tx.delete(invitation).where(eq(invitation.account, id)).run()
        tx.delete(calendar).where(eq(calendar.account, id)).run()
        tx.delete(tableKey).where(eq(tableKey.account, id)).run()
        audit.note(by, 'disable', [id])
      }, { behavior: 'immediate' })
    },

    enable(by: string, id: string): void {
      database.transaction((tx) => {
        tx.update(account).set({ disabledAt: null }).where(eq(account.id, ofPerson(id).id)).run()
        audit.note(by, 'enable', [id])
      }, { behavior: 'immediate' })
    },

    /** Everybody, for the server itself; not recorded as a reading. */
    list,

    /** Everybody with their phone number and whether they have a second factor, for an administrator. The reading is recorded. */
    register(by: Actor) {
      audit.note(by.id, 'list', [])
      return list().map(one => ({ ...one, phone: about(one.id).phone, factor: factors.has(one.id), logins: logins.of(one.id) }))
    },

    about,

    /** Whom the server acts for, as they are now; null if they are unknown or disabled. */
    actorOf(id: string): Actor | null {
      const found = database.select().from(account).where(and(eq(account.id, id), isNull(account.disabledAt))).get()
      return found ? toActor(found) : null
    },

    /** Replaces the sealed note about a person. To be called in the transaction of its record. */
    writeNote: (id: string, note: string): void => write(id, { note }),

    nameOf,

    /** Records an act in the current transaction. */
    note: audit.note,

    addedBy: audit.addedBy,

    /** Records that somebody has read protected data. `what` holds ids of people, or `post/id` and `place/id` for keys and codes. */
    noteReading(reader: Actor, what: readonly string[]): void {
      audit.note(reader.id, 'read', what)
    },

    /** Approved volunteers whom this reader may assign to a shift, with their skills and without names. The reading is recorded. */
    helpers(reader: Actor): Actor[] {
      const all = database.select().from(account).where(and(eq(account.role, 'volunteer'), isNull(account.disabledAt))).all().map(toActor)
      const found = all.filter(one => one.approved && (mayKnowName(reader, one) || !one.township))
      if (found.length) this.noteReading(reader, found.map(one => one.id))
      return found
    },

    /** Inspectors with their names, whom headquarters may put into a team. The reading is recorded. */
    inspectors(reader: Actor): Known[] {
      const found = database.select().from(account).where(and(eq(account.role, 'inspector'), isNull(account.disabledAt))).orderBy(asc(account.createdAt)).all()
      if (found.length) this.noteReading(reader, found.map(one => one.id))
      return found.map(known)
    },

    /** Who looks after these grids, with their phone numbers, for those who plan there. The reading is recorded. */
    gridWorkers(reader: Actor, grids: ReadonlySet<string>): (Reachable & { readonly grid: string })[] {
      const found = database.select().from(account).where(and(eq(account.role, 'gridWorker'), isNull(account.disabledAt))).orderBy(asc(account.createdAt)).all().flatMap(({ id, grid }) => grid !== null && grids.has(grid) ? [{ id, grid }] : [])
      if (found.length) this.noteReading(reader, found.map(one => one.id))
      return found.map(({ id, grid }) => ({ id, grid, name: about(id).name, phone: about(id).phone }))
    },

    /** The people who plan shifts in a township: its officers, then headquarters. */
    plannersOf(township: string): string[] {
      const enabled = (role: 'officer' | 'coordinator') => database.select().from(account).where(and(eq(account.role, role), isNull(account.disabledAt))).orderBy(asc(account.createdAt)).all()
      return [...enabled('officer').filter(one => one.township === township), ...enabled('coordinator')].map(one => one.id)
    },

    /** The first of these people who has a phone number, with it; null if nobody has one. The reading is recorded. */
    firstReachable(reader: Actor, ids: readonly string[]): Reachable | null {
      for (const id of ids) {
        const { name, phone } = about(id)
        if (!phone) continue
        this.noteReading(reader, [id])
        return { id, name, phone }
      }
      return null
    },

    /** The names of those `ids` that this reader may know, and of their `mates` among them; for planners the phone numbers of volunteers too. The reading is recorded before it is answered. */
    names(reader: Actor, ids: readonly string[], mates: ReadonlySet<string> = new Set()): Known[] {
      const people = database.select().from(account).where(inArray(account.id, [...ids])).all().filter(one => mates.has(one.id) || mayKnowName(reader, toActor(one)))
      if (people.length) this.noteReading(reader, people.map(one => one.id))
      const rings = planners.includes(reader.role)
      return people.map(one => rings && one.role === 'volunteer' && mayKnowName(reader, toActor(one)) ? { ...known(one), phone: about(one.id).phone } : known(one))
    },
  }
}

export type Accounts = ReturnType<typeof accounts>
