import type { Actor } from '../../shared/core/actor.ts'
import type { Database } from '../database/database.ts'
import type { Accounts } from './accounts.ts'
import type { Named } from './logins.ts'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { reject } from '../../shared/core/rejection.ts'
import { mayApprove } from '../../shared/duty/duty.ts'
import { dialled } from '../../shared/transfer/phones.ts'
import { account } from '../database/schema.ts'
import { toActor } from './to-actor.ts'

/** One person of a list that an organisation or an office sends. */
interface OnRoster {
  readonly name: string
  readonly phone: string
  readonly role: Actor['role']
  readonly township?: string | null
  readonly unit?: string | null
  readonly team?: number | null
  readonly skills?: readonly string[]
  readonly trained?: readonly string[]
  /** By what providers of sign-ins know them. */
  readonly logins?: readonly Named[]
}

/** New volunteers: people who wait for approval (组织批准), and rosters of organisations. */
export function newcomers({ database }: Database, accounts: Accounts) {
  const notYet = () => database.select().from(account).where(and(eq(account.approved, false), eq(account.role, 'volunteer'), isNull(account.disabledAt))).orderBy(asc(account.createdAt)).all()
  const waitingFor = (reader: Actor) => notYet().filter(one => mayApprove(reader, toActor(one)))

  function mine(by: Actor, id: string) {
    return waitingFor(by).find(one => one.id === id) ?? reject('not_found')
  }

  /** The phone number of each active person by id, in the form by which numbers are compared. */
  function numbers(): Map<string, string> {
    const active = database.select({ id: account.id }).from(account).where(isNull(account.disabledAt)).all()
    return new Map(active.map(({ id }) => [id, dialled(accounts.about(id).phone)]))
  }

  return {
    count: (reader: Actor): number => waitingFor(reader).length,

    /** The people whom this reader may approve, with what they declared; `twins` counts others with the same number. The reading is recorded. */
    waiting(reader: Actor) {
      const all = waitingFor(reader)
      if (all.length) accounts.noteReading(reader, all.map(one => one.id))
      const known = all.length ? numbers() : new Map<string, string>()
      return all.map(({ id, township, skills, createdAt }) => {
        const { name, phone, declared = [], consentedAt } = accounts.about(id)
        const twins = [...known].filter(([other, number]) => other !== id && number !== '' && number === dialled(phone)).length
        return { id, name, phone, township, skills, declared, consentedAt, at: createdAt, twins }
      })
    },

    /** Approves a person with the trainings and consents that were confirmed. Rejects with `not_found`. */
    approve(by: Actor, id: string, trained: readonly string[]): void {
      database.transaction((tx) => {
        const one = mine(by, id)
        tx.update(account).set({ approved: true, trained: [...new Set([...one.trained, ...trained])] }).where(eq(account.id, id)).run()
        accounts.note(by.id, 'approve', [id])
      }, { behavior: 'immediate' })
    },

    /** Declines a person: they are signed out everywhere until an administrator enables them. Rejects with `not_found`. */
    decline: (by: Actor, id: string): void => accounts.disable(by.id, mine(by, id).id),

    /**
     * Adds the people of a list, approved at once, each with a sign-in link. People with a known number are
     * left unchanged, so the same list twice adds nobody. Rejects with `outside_area` when an officer's list names another township.
     */
    enrol(by: Actor, roster: readonly OnRoster[], linkHours: number) {
      if (by.role === 'officer' && roster.some(one => one.township !== by.township)) reject('outside_area')
      const taken = new Set(numbers().values())
      const added: { row: number, id: string, token: string }[] = []
      database.transaction(() => roster.forEach((one, row) => {
        const number = dialled(one.phone)
        if (taken.has(number)) return
        taken.add(number)
        const id = accounts.add(one, by.id)
        added.push({ row, id, token: accounts.invite(id, linkHours, by.id) })
      }), { behavior: 'immediate' })
      return { added, known: roster.length - added.length }
    },

    /**
     * Takes back people of a list whom this person added: their links end, and the same list can add them again. Those who have
     * signed in stay. Answers who is gone. Rejects with `not_found` if the person added one of them not.
     */
    takeBack(by: Actor, people: readonly string[]): readonly string[] {
      return database.transaction(() => {
        const own = accounts.addedBy(by.id, people)
        if (people.some(id => !own.has(id))) reject('not_found')
        const gone = database.select({ id: account.id }).from(account).where(and(inArray(account.id, [...people]), isNull(account.signedInAt), isNull(account.disabledAt))).all().map(({ id }) => id)
        for (const id of gone) accounts.disable(by.id, id)
        return gone
      }, { behavior: 'immediate' })
    },
  }
}

export type Newcomers = ReturnType<typeof newcomers>
