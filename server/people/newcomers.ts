import type { Actor } from '../../shared/core/actor.ts'
import type { Database } from '../database/database.ts'
import type { Accounts } from './accounts.ts'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { reject } from '../../shared/core/rejection.ts'
import { mayApprove } from '../../shared/duty/duty.ts'
import { dialled } from '../../shared/transfer/phones.ts'
import { account } from '../database/schema.ts'
import { toActor } from './sessions.ts'

interface OnRoster { readonly name: string, readonly phone: string, readonly township: string, readonly skills: readonly string[], readonly trained: readonly string[] }

/** Volunteers on their way in: who waits for approval (组织批准), and whole rosters. */
export function newcomers({ database }: Database, accounts: Accounts) {
  const notYet = () => database.select().from(account).where(and(eq(account.approved, false), eq(account.role, 'volunteer'), isNull(account.disabledAt))).orderBy(asc(account.createdAt)).all()
  const waitingFor = (reader: Actor) => notYet().filter(one => mayApprove(reader, toActor(one)))

  function mine(by: Actor, id: string) {
    return waitingFor(by).find(one => one.id === id) ?? reject('not_found')
  }

  /** People by phone number, in the one form that each has. */
  function numbers(): Map<string, string> {
    const active = database.select({ id: account.id }).from(account).where(isNull(account.disabledAt)).all()
    return new Map(active.map(({ id }) => [id, dialled(accounts.about(id).phone)]))
  }

  return {
    count: (reader: Actor): number => waitingFor(reader).length,

    /** Who waits for this reader, with what they said of themselves, and whether somebody else has the same number. The reading is written down. */
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

    /** Taken on by the organisation, with the trainings and consents that were confirmed. */
    approve(by: Actor, id: string, trained: readonly string[]): void {
      database.transaction((tx) => {
        const one = mine(by, id)
        tx.update(account).set({ approved: true, trained: [...new Set([...one.trained, ...trained])] }).where(eq(account.id, id)).run()
        accounts.note(by.id, 'approve', [id])
      }, { behavior: 'immediate' })
    },

    /** Not taken on: signed out everywhere, for good unless an administrator lets them back in. */
    decline: (by: Actor, id: string): void => accounts.disable(by.id, mine(by, id).id),

    /**
     * An organisation's own list: approved at once, each with a sign-in link. A known number changes nothing,
     * so the same list twice adds nobody. An officer's list is of their own township: `outside_area`.
     */
    enrol(by: Actor, roster: readonly OnRoster[], linkHours: number) {
      if (by.role === 'officer' && roster.some(one => one.township !== by.township)) reject('outside_area')
      const taken = new Set(numbers().values())
      const added: { row: number, token: string }[] = []
      database.transaction(() => roster.forEach((one, row) => {
        const number = dialled(one.phone)
        if (taken.has(number)) return
        taken.add(number)
        added.push({ row, token: accounts.invite(accounts.add({ ...one, role: 'volunteer' }, by.id), linkHours, by.id) })
      }), { behavior: 'immediate' })
      return { added, known: roster.length - added.length }
    },
  }
}

export type Newcomers = ReturnType<typeof newcomers>
