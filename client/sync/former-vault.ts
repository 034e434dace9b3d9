import type { DBSchema } from 'idb'
import type { Snapshot } from '../../shared/core/protocol.ts'
import type { RefusedWork } from './refused.ts'
import type { Pending } from './replica.ts'
import { openDB } from 'idb'

interface Photo { readonly id: string, readonly issue: string, readonly blob: Blob, readonly at: number }
/** The part of the vault that takes it. */
interface Into {
  keep: (pending: Pending) => Promise<void>
  keepRefused: (refused: RefusedWork) => Promise<void>
  keepPhoto: (photo: Photo) => Promise<void>
  board: () => Promise<object | undefined>
  keepBoard: (snapshot: Snapshot, heardAt: number) => Promise<void>
}
interface Shelves extends DBSchema {
  queue: { key: number, value: Pending }
  refused: { key: string, value: RefusedWork }
  photos: { key: string, value: Photo }
  board: { key: string, value: { readonly snapshot?: Snapshot, readonly heardAt: number } }
}

/**
 * Moves the work and the board that an earlier version kept, unsealed, into the vault: each piece is deleted only after it is there. The
 * empty database stays, since a page of that version may be open, which would hold up its deletion and may add to it.
 */
export async function takeOver(name: string, vault: Into): Promise<void> {
  const db = await openDB<Shelves>(name, 1, {
    upgrade(made) {
      made.createObjectStore('queue', { autoIncrement: true }).createIndex('id' as never, 'command.id', { unique: true })
      made.createObjectStore('refused', { keyPath: 'command.id' })
      made.createObjectStore('photos', { keyPath: 'id' })
      made.createObjectStore('board')
    },
  })
  const [keys, queue] = await Promise.all([db.getAllKeys('queue'), db.getAll('queue')])
  for (const [i, pending] of queue.entries()) {
    await vault.keep(pending)
    await db.delete('queue', keys[i]!)
  }
  for (const refused of await db.getAll('refused')) {
    await vault.keepRefused(refused)
    await db.delete('refused', refused.command.id)
  }
  for (const photo of await db.getAll('photos')) {
    await vault.keepPhoto(photo)
    await db.delete('photos', photo.id)
  }
  const former = await db.get('board', 'board')
  if (former?.snapshot && !await vault.board()) await vault.keepBoard(former.snapshot, former.heardAt)
  await db.clear('board')
  db.close()
}
