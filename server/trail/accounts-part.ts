import type { AuditEntry } from '../../shared/audit/entries.ts'
import type { Database } from '../database/database.ts'
import type { Part, Wanted } from './stretch.ts'
import { and, desc, eq, gte, inArray, like, lt, max, or, sql } from 'drizzle-orm'
import { accountActs } from '../../shared/audit/entries.ts'
import { reading } from '../database/schema.ts'
import { topBefore } from './stretch.ts'

type Row = typeof reading.$inferSelect

/** How many rows one page reads at most. They are short, and the database looks through them by itself. */
const window = 5000
const tokenActs: readonly string[] = ['make_token', 'end_token']

/** A word of a row as the page names it: a bare id is an account's, or a token's. */
const named = (act: string, word: string) => word.includes('/') ? word : `${tokenActs.includes(act) ? 'token' : 'person'}/${word}`
const after = (words: readonly string[], mark: string) => words.find(one => one.startsWith(mark))?.slice(mark.length) ?? ''

function entryOf({ id, reader, act, people, at }: Row): AuditEntry {
  const about = people.filter(one => !/^(?:why|device)\//.test(one)).map(one => named(act, one))
  return { log: 'accounts', id, at, who: reader, act, about: about.slice(0, 5), many: about.length, reason: after(people, 'why/'), device: after(people, 'device/') }
}

/** Quotes what `like` would take for a pattern. The list of a row is JSON, in which a word stands in quotes. */
const inside = (text: string) => sql`${`%${text.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`
const holds = (word: string) => like(reading.people, inside(JSON.stringify(word)))

function fits({ who, kind, act, record, from, text }: Wanted) {
  const word = record?.replace(/^(?:person|token)\//, '')
  return and(
    who === undefined ? undefined : or(eq(reading.reader, who), holds(who)),
    kind && kind in accountActs ? inArray(reading.act, [...accountActs[kind as keyof typeof accountActs]]) : undefined,
    act && eq(reading.act, act.name as Row['act']),
    word === undefined ? undefined : holds(word),
    from === undefined ? undefined : gte(reading.at, from),
    text === undefined ? undefined : like(reading.people, inside(JSON.stringify(text).slice(1, -1))),
  )
}

/** The log of accounts: sign-ins, factors, readings of names, changes of people, tokens and settings. All incidents share it. */
export function accountsPart({ database }: Pick<Database, 'database'>): Part {
  const timeOf = (id: number) => database.select({ at: reading.at }).from(reading).where(gte(reading.id, id)).orderBy(reading.id).limit(1).get()?.at ?? 0
  return {
    log: 'accounts',
    has: ({ kind, act, township }) => (!kind || kind in accountActs) && (!act || act.log === 'accounts') && township === undefined,
    top: to => topBefore(database.select({ last: max(reading.id) }).from(reading).get()?.last ?? 0, to, timeOf),
    async read(wanted, before) {
      const most = 200
      const floor = Math.max(1, before - window)
      const rows = database.select().from(reading).where(and(lt(reading.id, before), gte(reading.id, floor), fits(wanted))).orderBy(desc(reading.id)).limit(most).all()
      const downTo = rows.length === most ? rows.at(-1)!.id : floor
      const at = timeOf(downTo)
      return { entries: rows.map(entryOf), downTo, at, ends: downTo <= 1 || at < (wanted.from ?? 0) }
    },
  }
}
