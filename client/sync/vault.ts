import type { DBSchema, IDBPDatabase } from 'idb'
import type { Evidence } from '../../shared/core/evidence.ts'
import type { Snapshot } from '../../shared/core/protocol.ts'
import type { RefusedWork } from './refused.ts'
import type { Pending } from './replica.ts'
import { openDB } from 'idb'

/** A photo waiting to be sent, with the issue it belongs to, and what is known of its original. */
export interface WaitingPhoto { readonly id: string, readonly issue: string, readonly blob: Blob, readonly at: number, readonly evidence?: Evidence }

/** Data that must outlive the tab. Work is deleted only when the caller says that the server has it. */
export interface Vault {
  queue: () => Promise<Pending[]>
  keep: (pending: Pending) => Promise<void>
  drop: (id: string) => Promise<void>
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
}

interface Shelves extends DBSchema {
  queue: { key: number, value: Pending, indexes: { id: string } }
  refused: { key: string, value: RefusedWork }
  photos: { key: string, value: WaitingPhoto }
  /** `heard` is in here so that no new version of the database waits for the other tabs to close. */
  board: { key: 'board' | 'heard', value: { readonly snapshot?: Snapshot, readonly heardAt: number } }
}

const open = (name: string) => openDB<Shelves>(`yixian-${name}`, 1, {
  upgrade(db) {
    db.createObjectStore('queue', { autoIncrement: true }).createIndex('id', 'command.id', { unique: true })
    db.createObjectStore('refused', { keyPath: 'command.id' })
    db.createObjectStore('photos', { keyPath: 'id' })
    db.createObjectStore('board')
  },
})

/** The vault of one person and incident on this device, in IndexedDB. Saving work or a photo resolves only when it is on disk. */
export async function openVault(name: string): Promise<Vault> {
  const db: IDBPDatabase<Shelves> = await open(name)
  const durable = { durability: 'strict' } as const

  return {
    queue: () => db.getAll('queue'),
    async keep(pending) {
      const tx = db.transaction('queue', 'readwrite', durable)
      if (!await tx.store.index('id').getKey(pending.command.id)) await tx.store.add(pending)
      await tx.done
    },
    async drop(id) {
      const tx = db.transaction('queue', 'readwrite', durable)
      const key = await tx.store.index('id').getKey(id)
      if (key !== undefined) await tx.store.delete(key)
      await tx.done
    },
    holds: async id => await db.getKeyFromIndex('queue', 'id', id) !== undefined,
    refused: () => db.getAll('refused'),
    async keepRefused(refused) {
      const tx = db.transaction('refused', 'readwrite', durable)
      await tx.store.put(refused)
      await tx.done
    },
    dropRefused: id => db.delete('refused', id),
    photos: () => db.getAll('photos'),
    holdsPhoto: async id => await db.getKey('photos', id) !== undefined,
    async keepPhoto(photo) {
      const tx = db.transaction('photos', 'readwrite', durable)
      await tx.store.put(photo)
      await tx.done
    },
    dropPhoto: id => db.delete('photos', id),
    async board() {
      const [kept, heard] = await Promise.all([db.get('board', 'board'), db.get('board', 'heard')])
      return kept?.snapshot && { snapshot: kept.snapshot, heardAt: Math.max(kept.heardAt, heard?.heardAt ?? 0) }
    },
    async keepBoard(snapshot, heardAt) {
      await db.put('board', { snapshot, heardAt }, 'board')
    },
    async keepHeard(heardAt) {
      await db.put('board', { heardAt }, 'heard')
    },
    dropBoard: () => db.clear('board'),
  }
}
