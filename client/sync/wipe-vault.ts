import type { IDBPDatabase } from 'idb'
import { deleteDB, openDB } from 'idb'

/** Unsent or refused pieces of work, and photos. */
interface Counted { readonly work: number, readonly photos: number }
const nothing: Counted = { work: 0, photos: 0 }

/** The databases of this person on this device, of all incidents and of earlier versions. */
async function vaultsOf(person: string): Promise<readonly string[]> {
  const { indexedDB: all } = globalThis as { readonly indexedDB: Partial<IDBFactory> }
  const bases = ['yixian-sealed-', 'yixian-'].map(prefix => prefix + person)
  const names = (await all.databases?.())?.flatMap(({ name }) => name ?? [])
  return names?.filter(name => bases.some(base => name === base || name.startsWith(`${base}.`))) ?? bases
}

/**
 * Clears all vaults of a person on this device, the key before what lies under it, also while other pages have them open. Tells of
 * each vault what was in it. Throws if one could be neither cleared nor deleted, after the others were cleared.
 */
export async function wipeVaults(person: string, cleared: (one: Counted) => void): Promise<void> {
  const all = await Promise.allSettled((await vaultsOf(person)).map(async name => cleared(await wipe(name))))
  const failed = all.find(one => one.status === 'rejected')
  if (failed) throw failed.reason
}

/** What a damaged vault held cannot be counted. It is deleted unread. */
async function wipe(name: string): Promise<Counted> {
  try {
    const db = await open(name)
    return db ? await empty(db).finally(() => db.close()) : nothing
  } catch {
    await remove(name)
    return nothing
  }
}

/** Null if there is no such database: none is made. */
async function open(name: string): Promise<IDBPDatabase | null> {
  let absent = false
  const opening = openDB(name, undefined, {
    upgrade(_, __, ___, tx) {
      absent = true
      tx.abort()
    },
  })
  return opening.catch((error: unknown) => {
    if (absent) return null
    throw error
  })
}

async function empty(db: IDBPDatabase): Promise<Counted> {
  const stores = [...db.objectStoreNames]
  const count = async (store: string) => stores.includes(store) ? db.count(store) : 0
  const [queue, refused, photos] = await Promise.all([count('queue'), count('refused'), count('photos')])
  // Without the key nothing else can be read, even if the device is switched off at once.
  if (stores.includes('keys')) await db.clear('keys')
  await Promise.all(stores.map(store => db.clear(store)))
  return { work: queue + refused, photos }
}

/** Throws while another page has it open. */
const remove = (name: string): Promise<void> =>
  new Promise((done, failed) => void deleteDB(name, { blocked: () => failed(new Error(`${name} is in use`)) }).then(done, failed))
