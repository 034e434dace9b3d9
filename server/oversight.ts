import type { Store } from './board/store.ts'
import type { Config } from './core/config.ts'
import type { Database } from './database/database.ts'
import { verifying } from './audit/verifying.ts'
import { marksInBackups } from './backup/witnesses.ts'
import { accountsPart } from './trail/accounts-part.ts'

interface Options { readonly config: Config, readonly database: Database, /** Of the first incident. */ readonly store: Pick<Store, 'recall' | 'remember'>, readonly now: () => number }

const kept = 'verified'

/** What administrators look at of the whole server: the log of accounts, and the check of all logs. */
export function oversight({ config, database, store, now }: Options) {
  return {
    accountsPart: accountsPart(database),
    verifying: verifying({ data: config.DATA_DIR, witnesses: () => marksInBackups(config), recall: () => store.recall(kept), remember: text => store.remember(kept, text), now }),
  }
}

export type Oversight = ReturnType<typeof oversight>
