import type { PairedScreen, ScreenSettings } from '../../shared/incident/screens.ts'
import type { Database } from '../database/database.ts'
import type { Accounts } from './accounts.ts'
import type { Device } from './sessions.ts'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { reject } from '../../shared/core/rejection.ts'
import { account, screen } from '../database/schema.ts'
import { pairings } from './pairings.ts'

/** A screen is seldom restarted by hand, so its session lasts a year, or until it is revoked. */
export const screenHours = 365 * 24
/** How often a screen's last sign is written (ms). */
const seenEvery = 30_000

/**
 * Wall screens (大屏). A screen is an account of its own with the role `viewer`, and it belongs to one device: it gets no link, no other
 * role, and cannot be enabled again. Each pairing, change and revocation is recorded. Times are epoch ms.
 */
export function screens({ database }: Database, accounts: Accounts, now: () => number = Date.now) {
  const waiting = pairings(now)
  const active = (id: string) => database.select({ screen }).from(screen).innerJoin(account, eq(account.id, screen.account)).where(and(eq(screen.account, id), isNull(account.disabledAt))).get()?.screen

  return {
    begin: waiting.begin,

    /** Makes an account for the screen that shows this code. Rejects with `not_found`. */
    pair: (by: string, code: string, { name, incident, turns }: ScreenSettings): string => database.transaction((tx) => {
      return waiting.give(code, () => {
        const id = accounts.add({ name, role: 'viewer' }, by)
        tx.insert(screen).values({ account: id, incident, turns: [...turns], device: '' }).run()
        return id
      })
    }, { behavior: 'immediate' }),

    /** The token of a screen's new session; null while its code waits. Rejects with `not_found`. */
    signIn: (secret: string, device: Device): string | null => waiting.take(secret, id => accounts.beginSession(id, screenHours, 'screen', device)),

    /** What this screen shows, and that it was seen. Rejects with `not_found` for a person. */
    settings(id: string, device: string): ScreenSettings {
      const found = active(id) ?? reject('not_found')
      if (found.seenAt === null || now() - found.seenAt >= seenEvery || found.device !== device) database.update(screen).set({ seenAt: now(), device }).where(eq(screen.account, id)).run()
      return { name: accounts.nameOf(id), incident: found.incident, turns: found.turns }
    },

    list: (): PairedScreen[] => database.select({ screen, pairedAt: account.createdAt }).from(screen).innerJoin(account, eq(account.id, screen.account)).where(isNull(account.disabledAt)).orderBy(asc(account.createdAt)).all().map(({ screen: { account: id, incident, turns, seenAt, device }, pairedAt }) =>
      ({ id, name: accounts.nameOf(id), incident, turns, pairedAt, seenAt, device })),

    change(by: string, id: string, { name, incident, turns }: ScreenSettings): void {
      database.transaction((tx) => {
        if (!active(id)) reject('not_found')
        accounts.rename(by, id, name)
        tx.update(screen).set({ incident, turns: [...turns] }).where(eq(screen.account, id)).run()
      }, { behavior: 'immediate' })
    },

    /** Ends the screen's session for good. Rejects with `not_found`. */
    revoke(by: string, id: string): void {
      if (!active(id)) reject('not_found')
      accounts.disable(by, id)
    },
  }
}

export type Screens = ReturnType<typeof screens>
