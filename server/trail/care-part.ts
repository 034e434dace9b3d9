import type { AuditEntry } from '../../shared/audit/entries.ts'
import type { CareAct } from '../../shared/care/acts.ts'
import type { Vault } from '../care/vault.ts'
import type { Part, Wanted } from './stretch.ts'
import { and, desc, eq, gte, like, lt, max, or, sql } from 'drizzle-orm'
import { careAccess } from '../care/schema.ts'
import { topBefore } from './stretch.ts'

type Row = typeof careAccess.$inferSelect

const window = 5000
/** The acts that are about a person with an account. */
const granting: readonly CareAct[] = ['grant', 'revoke']

const entryOf = ({ id, who, act, person, people, reason, at, clockAt }: Row): AuditEntry =>
  ({ log: 'care', id, at: clockAt ?? at, who, act, about: person ? [`${granting.includes(act) ? 'person' : 'register'}/${person}`] : [], many: people, reason, device: '' })

/** `register/` stands before the id of a person of the register, `person/` before one with an account. */
const idIn = (record: string) => /^(?:register|person)\/(.+)$/.exec(record)?.[1]

function fits({ who, act, record, text }: Wanted) {
  return and(
    who === undefined ? undefined : or(eq(careAccess.who, who), eq(careAccess.person, who)),
    act && eq(careAccess.act, act.name as CareAct),
    record === undefined ? undefined : eq(careAccess.person, idIn(record) ?? ''),
    text === undefined ? undefined : like(careAccess.reason, sql`${`%${text.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`),
  )
}

/** The log of readings of the register: that there was one, by whom, and for which reason. The words of a reason stay on the register's own page. */
export function carePart(vault: Vault): Part {
  const base = () => vault.base().database
  const timeOf = (id: number) => {
    const row = base().select({ at: careAccess.at, clockAt: careAccess.clockAt }).from(careAccess).where(gte(careAccess.id, id)).orderBy(careAccess.id).limit(1).get()
    return row?.clockAt ?? row?.at ?? 0
  }
  return {
    log: 'care',
    has: ({ kind, act, township, record }) => vault.exists() && (!kind || kind === 'register') && (!act || act.log === 'care') && township === undefined && (!record || idIn(record) !== undefined),
    top: to => topBefore(base().select({ last: max(careAccess.id) }).from(careAccess).get()?.last ?? 0, to, timeOf),
    async read(wanted, before) {
      const most = 200
      const floor = Math.max(1, before - window)
      const rows = base().select().from(careAccess).where(and(lt(careAccess.id, before), gte(careAccess.id, floor), fits(wanted))).orderBy(desc(careAccess.id)).limit(most).all()
      const downTo = rows.length === most ? rows.at(-1)!.id : floor
      const at = timeOf(downTo)
      return { entries: rows.map(entryOf).filter(one => one.at >= (wanted.from ?? 0)), downTo, at, ends: downTo <= 1 || at < (wanted.from ?? 0) }
    },
  }
}
