import type { CareWhy, OpenPerson } from '../../shared/care/people.ts'
import type { CareReader } from '../../shared/care/rights.ts'
import type { CarePeople, Parts } from './people.ts'
import type { CarePurge } from './purge.ts'
import { eq, sql } from 'drizzle-orm'
import { mayDeleteCare } from '../../shared/care/rights.ts'
import { reseal } from './reseal.ts'
import { careAccess } from './schema.ts'

/** Everything that is kept about one person: the answer to somebody who asks about their own data. */
export interface SubjectCopy extends OpenPerson {
  /** Who read or changed it, when and why. */
  readonly readings: readonly { readonly act: string, readonly at: number, readonly reason: string }[]
}

/** The rights of the people in the register: a copy of everything about them, and its deletion. Finding and correcting are those of the register. */
export function careSubject({ vault, log, people, purge, forget }: Parts & { readonly people: Pick<CarePeople, 'mine' | 'whole'>, readonly purge: Pick<CarePurge, 'erase'> }) {
  const table = () => vault.base().database
  return {
    copy(reader: CareReader, id: string, { reason, words }: CareWhy, confirmed: boolean): SubjectCopy {
      const row = people.mine(reader, id, mayDeleteCare)
      if (!confirmed) log.unconfirmed(reader)
      log.limited(reader)
      log.note({ who: reader.id, act: 'copy', person: id, reason, words })
      const readings = table().select({ act: careAccess.act, at: sql<number>`coalesce(${careAccess.clockAt}, ${careAccess.at})`, reason: careAccess.reason }).from(careAccess).where(eq(careAccess.person, id)).all()
      return { ...people.whole(row), readings }
    },

    /** Deletes somebody: nothing is left but the rows of the log of readings, which bear an id that belongs to nobody any more. */
    delete(reader: CareReader, id: string, { reason }: CareWhy): void {
      people.mine(reader, id, mayDeleteCare)
      table().transaction(() => {
        purge.erase([id])
        log.note({ who: reader.id, act: 'delete', person: id, reason })
      }, { behavior: 'immediate' })
      // No backup from before can be opened with a key that is kept.
      const marks = vault.marks()
      reseal(vault)
      forget(marks)
      vault.compact()
    },
  }
}
