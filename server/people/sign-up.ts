import type { Actor } from '../../shared/core/actor.ts'
import type { Database } from '../database/database.ts'
import type { Accounts } from './accounts.ts'
import type { Device } from './sessions.ts'
import { and, eq, gt, lt, sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { reject } from '../../shared/core/rejection.ts'
import { digest, newToken } from '../core/seal.ts'
import { opening } from '../database/schema.ts'

const hour = 3_600_000

/** `declared` are the trainings that the person claims; they count once they are confirmed at the approval. */
export interface Newcomer { readonly name: string, readonly phone: string, readonly township: string, readonly skills: readonly string[], readonly declared: readonly string[] }

/** Links by which people sign themselves up. Times are epoch ms. */
export function signUp({ database }: Database, accounts: Accounts, now: () => number = Date.now) {
  const mine = (actor: Actor) => actor.role === 'officer' ? eq(opening.township, actor.township ?? '') : undefined
  const open = (token: string) => database.select().from(opening).where(and(eq(opening.hash, digest(token)), gt(opening.expiresAt, now()), gt(opening.left, 0))).get() ?? reject('not_found')

  return {
    /** Makes a link for `uses` people and `hours`. A link made by an officer is for their township only. */
    open(by: Actor, uses: number, hours: number): { id: string, token: string } {
      const made = { id: uuidv7(), token: newToken() }
      return database.transaction((tx) => {
        tx.insert(opening).values({ hash: digest(made.token), id: made.id, by: by.id, township: by.role === 'officer' ? by.township : null, left: uses, createdAt: now(), expiresAt: now() + hours * hour }).run()
        accounts.note(by.id, 'open_sign_up', [`sign_up/${made.id}`])
        return made
      }, { behavior: 'immediate' })
    },

    list(actor: Actor) {
      database.delete(opening).where(lt(opening.expiresAt, now())).run()
      return database.select({ id: opening.id, township: opening.township, left: opening.left, expiresAt: opening.expiresAt }).from(opening).where(mine(actor)).all()
    },

    revoke(actor: Actor, id: string): void {
      database.transaction((tx) => {
        if (!tx.delete(opening).where(and(eq(opening.id, id), mine(actor))).run().changes) reject('not_found')
        accounts.note(actor.id, 'close_sign_up', [`sign_up/${id}`])
      }, { behavior: 'immediate' })
    },

    /** Closes all links, once nobody needs people any more. */
    closeAll(): void {
      for (const { id } of database.delete(opening).returning({ id: opening.id }).all()) accounts.note('system', 'close_sign_up', [`sign_up/${id}`])
    },

    /** The township of a link, or null for all townships. Rejects with `not_found` for a link that is used up, expired, revoked or unknown. */
    townshipOf: (token: string): string | null => open(token).township,

    /** Adds a volunteer who waits for approval, and returns the token of their session. A refusal uses up nothing. The answer must not show whether a phone number is known. Rejects with `not_found` or `outside_area`. */
    join(token: string, who: Newcomer, sessionHours: number, device: Device = {}): string {
      return database.transaction((tx) => {
        const found = open(token)
        if (found.township && found.township !== who.township) reject('outside_area')
        tx.update(opening).set({ left: sql`${opening.left} - 1` }).where(eq(opening.hash, found.hash)).run()
        const id = uuidv7()
        accounts.add({ ...who, id, role: 'volunteer', approved: false, consentedAt: now() }, id)
        accounts.note(id, 'join', [`sign_up/${found.id}`])
        return accounts.signIn(accounts.invite(id, 1, id), sessionHours, device)
      }, { behavior: 'immediate' })
    },
  }
}

export type SignUp = ReturnType<typeof signUp>
