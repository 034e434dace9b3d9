import type { Registry } from 'prom-client'
import type { AccountsOf, Health, Limits } from '../../shared/audit/health.ts'
import type { Room } from '../../shared/core/protocol.ts'
import type { Config } from '../core/config.ts'
import type { Database } from '../database/database.ts'
import type { Accounts } from '../people/accounts.ts'
import type { BackupsByHand } from './backup-state.ts'
import { count, gt } from 'drizzle-orm'
import { version } from '../../package.json'
import { roles } from '../../shared/core/actor.ts'
import { mustHaveFactor } from '../../shared/people/second-factor.ts'
import { session } from '../database/schema.ts'
import { versions } from '../doctor/versions.ts'

export interface Sources {
  readonly config: Config
  /** What `/metrics` says too. */
  readonly registry: Pick<Registry, 'getMetricsAsJSON'>
  readonly database: Database
  readonly accounts: Pick<Accounts, 'list' | 'factors'>
  readonly backups: Pick<BackupsByHand, 'state'>
  readonly room: () => Room
  readonly limits: Limits
  readonly now: () => number
}

/** Accounts by role, without those that are disabled, and without roles that nobody has. */
function counted(accounts: Sources['accounts']): AccountsOf[] {
  const people = accounts.list().filter(one => !one.disabled)
  return roles.map(role => people.filter(one => one.role === role)).filter(([one]) => one).map(all => ({
    role: all[0]!.role,
    people: all.length,
    never: all.filter(one => one.signedIn === null).length,
    withoutFactor: all.filter(one => mustHaveFactor(one) && !accounts.factors.has(one.id)).length,
  }))
}

/** Reads how the server is, each time anew. */
export function healthOf({ config, registry, database, accounts, backups, room, limits, now }: Sources) {
  const startedAt = now()
  return async (): Promise<Health> => {
    const figures = new Map((await registry.getMetricsAsJSON()).map(({ name, values }) => [name, values[0]?.value ?? 0]))
    const figure = (name: string) => figures.get(`yixian_${name}`) ?? 0
    return {
      at: now(),
      startedAt,
      version,
      ...versions(),
      store: config.STORE ? 'postgres' : 'folder',
      several: config.NODE_URL !== undefined,
      room: room(),
      free: figure('disk_free_bytes'),
      databases: figure('database_bytes'),
      wal: figure('wal_bytes'),
      commits: figure('commits'),
      dataAge: figure('data_age_seconds'),
      sockets: figure('sockets'),
      queue: figure('queue'),
      incidents: figure('incidents'),
      aside: figure('incidents_aside'),
      sessions: database.database.select({ n: count() }).from(session).where(gt(session.expiresAt, now())).get()?.n ?? 0,
      accounts: counted(accounts),
      backups: backups.state(),
      limits,
    }
  }
}
