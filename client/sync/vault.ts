import type { DBSchema, IDBPDatabase } from 'idb'
import type { Evidence } from '../../shared/core/evidence.ts'
import type { Snapshot } from '../../shared/core/protocol.ts'
import type { RefusedWork } from './refused.ts'
import type { Pending } from './replica.ts'
import type { Box, Seal } from './seal.ts'
import { openDB } from 'idb'
import { noSeal, sealWith } from './seal.ts'

/** A photo waiting to be sent, with the issue it belongs to, and what is known of its original. */
export interface WaitingPhoto { readonly id: string, readonly issue: string, readonly blob: Blob, readonly at: number, readonly evidence?: Evidence }

/** Data that must outlive the tab. Work is deleted only when the caller says that the server has it. */
export interface Vault {
  queue: () => Promise<Pending[]>
  keep: (pending: Pending) => Promise<void>
  /** Deletes these at once. */
  drop: (...ids: readonly string[]) => Promise<void>
  /** Whether a command still waits here: another page of this device may have its answer. */
  holds: (id: string) => Promise<boolean>
  refused: () => Promise<RefusedWork[]>
  keepRefused: (refused: RefusedWork) => Promise<void>
  dropRefused: (id: string) => Promise<void>
  photos: () => Promise<WaitingPhoto[]>
  holdsPhoto: (id: string) => Promise<boolean>
  keepPhoto: (photo: WaitingPhoto) => Promise<void>
  dropPhoto: (id: string) => Promise<void>
  board: () => Promise<{ readonly snapshot: Snapshot, readonly heardAt: number } | undefined>
  /** `heardAt` is when the server was last heard (epoch ms). */
  keepBoard: (snapshot: Snapshot, heardAt: number) => Promise<void>
  /** Keeps only when the server was last heard, for the board that is kept already. */
  keepHeard: (heardAt: number) => Promise<void>
  /** Deletes the board at sign-out; unsent work stays. */
  dropBoard: () => Promise<void>
  /** Seals what is kept elsewhere on this device under the same key. Null if this browser cannot seal. */
  readonly seal: Seal | null
  /** How many entries could not be read. They stay where they are. */
  unreadable: () => number
  /** Whether this opening made the vault: nothing was kept here, or the browser has cleared it. */
  readonly fresh: boolean
}

interface Kept { readonly id: string, readonly box: Box }
interface Shelves extends DBSchema {
  queue: { key: number, value: Kept, indexes: { id: string } }
  refused: { key: string, value: Kept }
  photos: { key: string, value: Kept }
  /** `heard` is in here so that no new version of the database waits for the other tabs to close. */
  board: { key: 'board' | 'heard', value: { readonly box?: Box, readonly heardAt: number } }
  keys: { key: 'key', value: CryptoKey }
}
type Database = IDBPDatabase<Shelves>

const durable = { durability: 'strict' } as const

const open = (name: string, made: () => void): Promise<Database> => openDB<Shelves>(`yixian-sealed-${name}`, 1, {
  upgrade(db) {
    made()
    db.createObjectStore('queue', { autoIncrement: true }).createIndex('id', 'id', { unique: true })
    db.createObjectStore('refused', { keyPath: 'id' })
    db.createObjectStore('photos', { keyPath: 'id' })
    db.createObjectStore('board')
    db.createObjectStore('keys')
  },
})

/** The key of this vault, made at the first opening; of two pages that open it at once, both use the one that was kept first. */
async function keyOf(db: Database): Promise<CryptoKey | null> {
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto }
  if (!subtle) return null
  // Read first: a full device could not write it again, and what waits would be unreadable.
  const known = await db.get('keys', 'key')
  if (known) return known
  const fresh = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const tx = db.transaction('keys', 'readwrite', durable)
  const key = await tx.store.get('key') ?? fresh
  await tx.store.put(key, 'key')
  await tx.done
  return key
}

/** The vault of one person and incident on this device, in IndexedDB. Saving work or a photo resolves only when it is on disk. */
export async function openVault(name: string): Promise<Vault> {
  let fresh = false
  const db = await open(name, () => fresh = true)
  const key = await keyOf(db).catch(() => null)
  const seal = key ? sealWith(key) : noSeal
  const lost = new Set<string>()
  /** Work is stored in the order in which it was given, however long sealing takes. */
  let turn: Promise<unknown> = Promise.resolve()

  async function read<T>(kept: readonly Kept[]): Promise<T[]> {
    const all = await Promise.all(kept.map(({ id, box }) => seal.open<T>(box).catch(() => void lost.add(id))))
    return all.filter(one => one !== undefined)
  }
  async function put(store: 'refused' | 'photos', id: string, value: object): Promise<void> {
    const box = await seal.close(value)
    const tx = db.transaction(store, 'readwrite', durable)
    await tx.store.put({ id, box })
    await tx.done
  }
  async function add(pending: Pending): Promise<void> {
    const { id } = pending.command
    const box = await seal.close(pending)
    const tx = db.transaction('queue', 'readwrite', durable)
    if (!await tx.store.index('id').getKey(id)) await tx.store.add({ id, box })
    await tx.done
  }

  const vault: Vault = {
    queue: async () => read(await db.getAll('queue')),
    keep(pending) {
      const added = turn.then(() => add(pending))
      turn = added.catch(() => {})
      return added
    },
    async drop(...ids) {
      const tx = db.transaction('queue', 'readwrite', durable)
      for (const id of ids) {
        const key = await tx.store.index('id').getKey(id)
        if (key !== undefined) await tx.store.delete(key)
      }
      await tx.done
    },
    holds: async id => await db.getKeyFromIndex('queue', 'id', id) !== undefined,
    refused: async () => read(await db.getAll('refused')),
    keepRefused: refused => put('refused', refused.command.id, refused),
    dropRefused: id => db.delete('refused', id),
    photos: async () => read(await db.getAll('photos')),
    holdsPhoto: async id => await db.getKey('photos', id) !== undefined,
    keepPhoto: photo => put('photos', photo.id, photo),
    dropPhoto: id => db.delete('photos', id),
    async board() {
      const [kept, heard] = await Promise.all([db.get('board', 'board'), db.get('board', 'heard')])
      const snapshot = kept?.box && await seal.open<Snapshot>(kept.box).catch(() => undefined)
      return snapshot && { snapshot, heardAt: Math.max(kept.heardAt, heard?.heardAt ?? 0) }
    },
    async keepBoard(snapshot, heardAt) {
      await db.put('board', { box: await seal.close(snapshot), heardAt }, 'board')
    },
    async keepHeard(heardAt) {
      await db.put('board', { heardAt }, 'heard')
    },
    dropBoard: () => db.clear('board'),
    seal: key && seal,
    unreadable: () => lost.size,
    fresh,
  }
  const { indexedDB: all } = globalThis as { readonly indexedDB: Partial<IDBFactory> }
  /** The database of a device that was here before work was sealed. */
  const former = `yixian-${name}`
  const names = await all.databases?.()
  // What does not fit on a full device stays in the former database until the next opening.
  if (!names || names.some(one => one.name === former)) await import('./former-vault.ts').then(({ takeOver }) => takeOver(former, vault)).catch(() => {})
  return vault
}
