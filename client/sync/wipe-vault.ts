import { openDB } from 'idb'

/** Bounds what is read of a damaged device. */
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
 * Clears all vaults of a person on this device, the key before what lies under it, also while other pages have them open. Answers
 * how many pieces of unsent or refused work and photos were in them.
 */
export async function wipeVaults(person: string): Promise<Counted> {
  const all = await Promise.all((await vaultsOf(person)).map(wipe))
  return all.reduce((sum, one) => ({ work: sum.work + one.work, photos: sum.photos + one.photos }), nothing)
}

async function wipe(name: string): Promise<Counted> {
  // A database that is not there is not made.
  const db = await openDB(name, undefined, { upgrade: (_, __, ___, tx) => tx.abort() }).catch(() => null)
  if (!db) return nothing
  const stores = [...db.objectStoreNames]
  const count = async (store: string) => stores.includes(store) ? db.count(store) : 0
  const [queue, refused, photos] = await Promise.all([count('queue'), count('refused'), count('photos')])
  // Without the key nothing else can be read, even if the device is switched off at once.
  if (stores.includes('keys')) await db.clear('keys')
  await Promise.all(stores.map(store => db.clear(store)))
  db.close()
  return { work: queue + refused, photos }
}
