import type { CareReader, CareRight } from '../../shared/care/rights.ts'
import type { Actor } from '../../shared/core/actor.ts'
import type { CareLog } from './log.ts'
import type { Vault } from './vault.ts'
import { and, eq } from 'drizzle-orm'
import { mayBeGranted, mayGrantCare } from '../../shared/care/rights.ts'
import { reject } from '../../shared/core/rejection.ts'
import { careRight } from './schema.ts'

/** The rights that administrators have granted in this incident. */
export function grantedRights(vault: Vault, log: CareLog, now: () => number) {
  const of = (person: string): CareRight[] => vault.exists() ? vault.base().database.select().from(careRight).where(eq(careRight.person, person)).all().map(row => row.right) : []
  return {
    /** The person with their rights, which count only as long as their role can have them. */
    reader: (actor: Actor): CareReader => ({ ...actor, rights: of(actor.id).filter(right => actor.role !== 'system' && mayBeGranted(actor.role, right)) }),

    all: () => vault.exists() ? vault.base().database.select().from(careRight).all() : [],

    /** Grants a right to somebody or takes it back. Rejects with `forbidden`, and with `invalid` if that role cannot have it. */
    set(by: CareReader, to: Actor, right: CareRight, granted: boolean): void {
      if (!mayGrantCare(by)) reject('forbidden')
      if (granted && !mayBeGranted(to.role, right)) reject('invalid', 'role')
      const { database } = vault.base()
      database.transaction((tx) => {
        tx.delete(careRight).where(and(eq(careRight.person, to.id), eq(careRight.right, right))).run()
        if (granted) tx.insert(careRight).values({ person: to.id, right, by: by.id, at: now() }).run()
        log.note({ who: by.id, act: granted ? 'grant' : 'revoke', person: to.id, reason: right })
      }, { behavior: 'immediate' })
    },
  }
}

export type GrantedRights = ReturnType<typeof grantedRights>
