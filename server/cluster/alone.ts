import type { Database } from '../database/database.ts'
import { CannotStart } from '../core/cannot-start.ts'
import { markOf, openSeal } from '../core/seal.ts'
import { deploymentKey } from '../postgres/deployment-key.ts'
import { openPostgres } from '../postgres/postgres.ts'
import { copies, first } from './copies.ts'
import { cursorIn } from './cursor.ts'
import { seizeLease } from './lease.ts'
import { copiedDatabase } from './outbox.ts'
import { copiedRows } from './rows.ts'
import { secretFiles } from './secret-files.ts'

interface Folder { readonly data: string, readonly keyFile: string, readonly database: Database }

/**
 * Does something to the people of a deployment from the folder of a server that is stopped, on the state that is in PostgreSQL, and stores it
 * there. The others may run: the writer ends meanwhile, another takes over, and has it. Throws `CannotStart`.
 */
export async function changePeople<T>(store: string, { data, keyFile, database }: Folder, change: () => T): Promise<T> {
  const postgres = await openPostgres(store, { connections: 2 })
  try {
    if (await deploymentKey.read(postgres.sql) !== markOf(keyFile)) throw new CannotStart('key_wrong', keyFile)
    const base = copiedDatabase(database.raw, data)
    // What nobody was told of must not be stored: a start forgets it.
    if (!base.isEmpty()) throw new Error('这台服务器上次不是正常停止的。请启动它一次，再停止，然后再运行。没有任何变动。\nThis server did not end in an orderly way. Start it once, stop it, and run this again. Nothing was changed.')
    const lease = await seizeLease(postgres.sql)
    try {
      const { read } = cursorIn(database)
      // The rows of other databases are fetched at the next start, so the cursor stays.
      const copied = copies({ rows: copiedRows(postgres, () => lease.term), secrets: secretFiles(openSeal(keyFile), () => {}), open: async () => null, cursor: { read, write: () => {} }, onTurned: () => {} })
      copied.here.set(first, base)
      await copied.fetch()
      copied.lead()
      const made = change()
      await copied.store()
      return made
    } finally {
      await lease.giveBack()
    }
  } finally {
    await postgres.close()
  }
}
