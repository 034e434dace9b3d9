import type { Actor } from '../../shared/core/actor.ts'
import type { Database } from '../database/database.ts'
import type { Accounts } from './accounts.ts'
import { and, asc, eq } from 'drizzle-orm'
import { reject } from '../../shared/core/rejection.ts'
import { mayLookAfter } from '../../shared/duty/duty.ts'
import { account } from '../database/schema.ts'
import { toActor } from './to-actor.ts'

/** What a planner may change of a volunteer. A field that is missing stays as it is. */
interface VolunteerChange { readonly note?: string, readonly skills?: readonly string[], readonly trained?: readonly string[] }

/** The register of approved volunteers, for those who may look after them. Each reading and each act is recorded. */
export function volunteerRegister({ database }: Database, accounts: Accounts) {
  const approved = () => database.select().from(account).where(and(eq(account.approved, true), eq(account.role, 'volunteer'))).orderBy(asc(account.createdAt)).all()

  /** Rejects with `not_found` for people whom `by` may not look after, so that nobody learns who exists. */
  const mine = (by: Actor, id: string) => approved().find(one => one.id === id && mayLookAfter(by, toActor(one))) ?? reject('not_found')

  return {
    list(by: Actor) {
      const found = approved().filter(one => mayLookAfter(by, toActor(one)))
      if (found.length) accounts.noteReading(by, found.map(one => one.id))
      return found.map(({ id, township, skills, trained, disabledAt, signedInAt }) => {
        const { name, phone, note = '' } = accounts.about(id)
        return { id, name, phone, note, township, skills, trained, stopped: disabledAt, signedIn: signedInAt }
      })
    },

    change(by: Actor, id: string, { note, skills, trained }: VolunteerChange): void {
      database.transaction((tx) => {
        const one = mine(by, id)
        tx.update(account).set({ skills: [...new Set(skills ?? one.skills)], trained: [...new Set(trained ?? one.trained)] }).where(eq(account.id, id)).run()
        if (note !== undefined) accounts.writeNote(id, note)
        accounts.note(by.id, 'change', [id])
      }, { behavior: 'immediate' })
    },

    /** Stops a volunteer: they are signed out everywhere and can be put on no shift. */
    stop: (by: Actor, id: string): void => accounts.disable(by.id, mine(by, id).id),

    /** Returns a stopped volunteer, with a new sign-in link, whose secret is the answer. */
    bringBack(by: Actor, id: string, linkHours: number): string {
      accounts.enable(by.id, mine(by, id).id)
      return accounts.invite(id, linkHours, by.id)
    },
  }
}

export type VolunteerRegister = ReturnType<typeof volunteerRegister>
