import type { CareAct } from '../../shared/care/acts.ts'
import type { CareReader } from '../../shared/care/rights.ts'
import type { Facts } from '../../shared/core/county.ts'
import type { Vault } from './vault.ts'
import { createHash } from 'node:crypto'
import { and, desc, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import { reject } from '../../shared/core/rejection.ts'
import { careAccess } from './schema.ts'

interface Note { readonly who: string, readonly act: CareAct, readonly person?: string, readonly people?: number, readonly reason?: string, readonly words?: string }
type Row = typeof careAccess.$inferSelect
/** Rows before an id, about one person of the register, by one person, of one act. */
interface LogFilter { readonly before?: number, readonly person?: string, readonly who?: string, readonly act?: CareAct }

const minute = 60_000
/** The acts by which somebody reads a person's data. */
const opening = ['open', 'find', 'copy'] as const
const sumOf = (before: string, row: Omit<Row, 'id' | 'sum' | 'sealed'>): string =>
  createHash('sha256').update(JSON.stringify([before, row.who, row.act, row.person, row.people, row.reason, row.at, ...row.clockAt === null ? [] : [row.clockAt]])).digest('base64url')

interface Options { readonly facts: Pick<Facts, 'care'>, readonly now: () => number, readonly clock: () => number, /** Called when somebody wanted to open more than the county allows. */ readonly onAlarm: (person: string, opened: number) => void }

/** The log of readings of a vault. A reading that cannot be written down is not answered. */
export function careLog(vault: Vault, { facts, now, clock, onAlarm }: Options) {
  const why = `${vault.incident}/why`
  const last = () => vault.base().database.select().from(careAccess).orderBy(desc(careAccess.id)).limit(1).get()

  function note({ who, act, person, people = person ? 1 : 0, reason = '', words }: Note): void {
    const row = { who, act, person: person ?? null, people, reason, at: now(), clockAt: clock() }
    const sealed = words ? vault.keys()?.seal(words, why) ?? null : null
    vault.base().database.insert(careAccess).values({ ...row, sealed, sum: sumOf(last()?.sum ?? '', row) }).run()
  }

  function opened(who: string, span: number): number {
    return vault.base().database.select({ n: sql<number>`coalesce(sum(${careAccess.people}), 0)` }).from(careAccess).where(and(eq(careAccess.who, who), inArray(careAccess.act, [...opening]), gt(careAccess.at, now() - span))).get()?.n ?? 0
  }

  return {
    note,

    /** Rejects with `too_many_opened` if this person has opened as many as the county allows, and tells headquarters. */
    limited({ id }: CareReader): void {
      const { minute: aMinute, hour } = facts.care.opens
      const [lately, inHour] = [opened(id, minute), opened(id, 60 * minute)]
      if (lately < aMinute && inHour < hour) return
      note({ who: id, act: 'refused' })
      onAlarm(id, inHour)
      reject('too_many_opened')
    },

    /** Somebody wanted to take data out without a new sign-in link: writes that down, and rejects with `sign_in_again`. */
    unconfirmed({ id }: CareReader): never {
      note({ who: id, act: 'unconfirmed' })
      return reject('sign_in_again')
    },

    /** How many lists this person took out within 24 hours. */
    exports: (who: string): number => vault.base().database.select({ n: sql<number>`count(*)` }).from(careAccess).where(and(eq(careAccess.who, who), eq(careAccess.act, 'export'), gt(careAccess.at, now() - 24 * 60 * minute))).get()?.n ?? 0,

    /** The newest rows before an id: who, what, when and why, without names. */
    page({ before, person, who, act }: LogFilter) {
      if (!vault.exists()) return []
      const keys = vault.keys()
      const rows = vault.base().database.select().from(careAccess).where(and(before === undefined ? undefined : lt(careAccess.id, before), person === undefined ? undefined : eq(careAccess.person, person), who === undefined ? undefined : eq(careAccess.who, who), act === undefined ? undefined : eq(careAccess.act, act))).orderBy(desc(careAccess.id)).limit(100).all()
      return rows.map(({ sealed, sum: _, ...row }) => ({ ...row, words: sealed && keys ? keys.open(sealed, why) : '' }))
    },

    /** The id of the first row that was changed or follows a gap; null if the log is whole. */
    broken(): number | null {
      let before = ''
      for (const { id, sum, ...row } of vault.base().database.select().from(careAccess).orderBy(careAccess.id).all()) {
        if (sum !== sumOf(before, row)) return id
        before = sum
      }
      return null
    },
  }
}

export type CareLog = ReturnType<typeof careLog>
