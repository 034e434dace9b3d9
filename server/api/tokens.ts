import type { ListedToken, NewToken, TokenRole } from '../../shared/api/tokens.ts'
import type { AccountAct } from '../../shared/audit/entries.ts'
import type { Actor } from '../../shared/core/actor.ts'
import type { Facts } from '../../shared/core/county.ts'
import type { Database } from '../database/database.ts'
import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { checkedToken, tokenBounds } from '../../shared/api/tokens.ts'
import { mayKnowName } from '../../shared/core/actor.ts'
import { namedTogether } from '../../shared/core/named-together.ts'
import { reject } from '../../shared/core/rejection.ts'
import { noRoom } from '../core/no-room.ts'
import { digest, newToken } from '../core/seal.ts'
import { apiToken } from '../database/schema.ts'

/** Every secret begins with this, so that a scanner for leaked secrets recognises it. */
const mark = 'yixian_'
/** How often the last use of a token is written (ms). */
const usedEvery = 60_000
/** How many tokens the list shows, the newest first. */
const mostListed = 300

type Row = typeof apiToken.$inferSelect
/** Several townships are stored as their audience names them. */
const areaOf = ({ township, unit }: Pick<Row, 'township' | 'unit'>) => ({ ...(township && (township.includes('+') ? { townships: township.split('+') } : { township })), ...(unit && { unit }) })
const actorOf = ({ commands, id, role, ...area }: Row): Actor => ({ id, role: role as TokenRole, ...areaOf(area), commands })
interface Audit { readonly note: (by: string, act: AccountAct, what: readonly string[]) => void }

/** The tokens of other systems. Only the hash of a secret is stored, and an ended token stays listed, because the log names it. Times are epoch ms. */
export function apiTokens({ database }: Database, audit: Audit, facts: Facts, now: () => number = Date.now) {
  const valid = () => and(isNull(apiToken.endedAt), gt(apiToken.endsAt, now()))

  /** A full disk stops nobody from reading. */
  function noteUse(id: string): void {
    try {
      database.update(apiToken).set({ usedAt: now() }).where(eq(apiToken.id, id)).run()
    } catch (error) {
      if (!noRoom(error)) throw error
    }
  }

  return {
    /** Makes a token and returns its secret, which cannot be read again. Rejects with `invalid`, and with `exists` for a name in use. */
    make: (by: string, given: NewToken): { readonly id: string, readonly secret: string } => database.transaction((tx) => {
      const { townships, ...token } = checkedToken(given, facts, now())
      const live = tx.select({ name: apiToken.name }).from(apiToken).where(valid()).all()
      if (live.some(({ name }) => name === token.name)) reject('exists')
      if (live.length >= tokenBounds.live) reject('invalid', `at most ${tokenBounds.live} tokens`)
      const id = uuidv7()
      const secret = mark + newToken()
      tx.insert(apiToken).values({ ...token, township: namedTogether(townships) || null, id, hash: digest(secret), by, createdAt: now() }).run()
      audit.note(by, 'make_token', [id])
      return { id, secret }
    }, { behavior: 'immediate' }),

    /** Ends a token at once and for good. Rejects with `not_found`. */
    end: (by: string, id: string): void => database.transaction((tx) => {
      const ended = tx.update(apiToken).set({ endedAt: now() }).where(and(eq(apiToken.id, id), isNull(apiToken.endedAt))).returning({ id: apiToken.id }).get()
      if (!ended) reject('not_found')
      audit.note(by, 'end_token', [id])
    }, { behavior: 'immediate' }),

    list: (): ListedToken[] => database.select().from(apiToken).orderBy(desc(apiToken.createdAt)).limit(mostListed).all().map(({ hash: _, township, ...token }) => ({ ...token, role: token.role as TokenRole, townships: township?.split('+') ?? [] })),

    /** The system that holds this secret, and notes its use; null if the secret is unknown, ended or past its end. */
    holder(secret: string): Actor | null {
      const found = secret.startsWith(mark) ? database.select().from(apiToken).where(and(eq(apiToken.hash, digest(secret)), valid())).get() : undefined
      if (!found) return null
      if (found.usedAt === null || now() - found.usedAt >= usedEvery) noteUse(found.id)
      return actorOf(found)
    },

    /** The names of those `ids` that are tokens, for readers who may know who acted in that role. */
    names: (reader: Actor, ids: readonly string[]) =>
      database.select().from(apiToken).where(inArray(apiToken.id, [...ids])).all().filter(one => mayKnowName(reader, actorOf(one))).map(({ id, name, role, ...area }) => ({ id, name, role: role as TokenRole, ...areaOf(area) })),
  }
}

export type ApiTokens = ReturnType<typeof apiTokens>
