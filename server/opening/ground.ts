import type { AddressOf } from '../core/address.ts'
import type { PageReader } from '../disk/pages.ts'
import type { Filled } from './options.ts'
import { firstIncident } from '../../shared/core/protocol.ts'
import { beginBoard } from '../beginning.ts'
import { sqliteStore } from '../board/store-sqlite.ts'
import { openStores } from '../board/stores.ts'
import { deployment } from '../cluster/deployment.ts'
import { fillFrom } from '../cluster/filled.ts'
import { joinDeployment } from '../cluster/join.ts'
import { openDataFolder } from '../disk/data-folder.ts'
import { accounts as openAccounts } from '../people/accounts.ts'

interface Options extends Pick<Filled, 'config' | 'folder' | 'backups' | 'now' | 'onDamage' | 'onWriter' | 'onBug'> {
  readonly reader: PageReader
  /** Finds a client's address in a request that comes from outside. */
  readonly addressOf: AddressOf
  /** Called once the folder is locked, before anything in it is read. */
  readonly locked: () => Promise<void>
}

/** Undoes what a start had done before it failed, so that another may begin. */
const undone = (...steps: readonly (() => void | Promise<void>)[]) => async (error: unknown): Promise<never> => {
  for (const step of steps) await step()
  throw error
}

/**
 * Opens what everything is kept in: the data folder, the store of the first board, and, of several servers, this one's part in
 * their deployment. `fresh`: the folder was begun now, and not filled from others. Throws `CannotStart`, with nothing left open.
 */
export async function openGround({ config, folder, backups, now, reader, addressOf, locked, onDamage, onWriter, onBug }: Options) {
  const joined = config.NODE_URL ? await joinDeployment(config, { onLost: onDamage, onBug }) : null
  const stores = joined ?? await openStores(config.STORE, onDamage)
  const joins = joined !== null && !joined.begins
  const opened = await openDataFolder(config.DATA_DIR, {
    joins: joined !== null,
    pages: reader,
    locked,
    beforeUpgrade: backups?.beforeUpgrade,
    begin: async (empty, key) => joins ? void await fillFrom(joined.postgres, firstIncident, empty) : beginBoard(sqliteStore(empty), openAccounts(empty, key, now), folder, config, now()),
  }).catch(undone(stores.close))
  const { file, database, seal, release } = opened
  const fresh = opened.fresh && !joins
  const node = joined && deployment(joined, { data: config.DATA_DIR, database, seal, addressOf, forget: (incident, marks) => void backups?.forget(incident, marks), onLost: onDamage, onBug, onWriter })
  await node?.prepare().catch(undone(stores.close, release))
  const openStore = 'in' in stores ? stores.in(fresh) : node!.openStore(fresh)
  const store = await openStore(firstIncident, database, config.DATA_DIR).catch(undone(stores.close, release))
  return {
    file,
    database,
    seal,
    fresh,
    joined,
    node,
    openStore,
    store,
    postgres: stores.postgres,
    async close(): Promise<void> {
      await stores.close()
      release()
    },
  }
}
