import type { WaitingPhoto } from '../sync/vault.ts'
import { uuidv7 } from 'uuidv7'
import { photoId } from '../../shared/core/photos.ts'
import { theVault } from './board.ts'
import { nowExactly } from './clock.ts'
import { keepForIssue, send, unsent } from './photos.ts'

/** Keeps a photo for an issue on this device and answers its id. Null if this browser cannot read the file as a photo. What was `drawn` here has no original. */
export async function takePhoto(issue: string, file: Blob, drawn = false): Promise<string | null> {
  const [{ shrink }, { evidenceOf }] = await Promise.all([import('./shrink.ts'), import('./original.ts')])
  const [blob, evidence] = await Promise.all([shrink(file).catch(() => null), drawn ? undefined : evidenceOf(file).catch(() => undefined)])
  if (!blob) return null
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return keepForIssue({ id: photoId(bytes, uuidv7().slice(-12)), issue, blob, at: nowExactly(), evidence })
}

/** Keeps a changed copy of a waiting photo beside it and answers its id. What is known of the original goes with it. Throws if the photo does not wait here, or there is no room. */
export async function copyPhoto(id: string, blob: Blob): Promise<string> {
  const kept = unsent.value.find(one => one.id === id)
  if (!kept) throw new Error('the photo does not wait here')
  return keepForIssue({ ...kept, blob, id: photoId(new Uint8Array(await blob.arrayBuffer()), uuidv7().slice(-12)) })
}

/** Adds photos that another device kept; answers how many were not here yet. */
export async function addPhotos(photos: readonly WaitingPhoto[]): Promise<number> {
  const fresh = photos.filter(photo => !unsent.value.some(one => one.id === photo.id))
  for (const photo of fresh) await theVault().keepPhoto(photo)
  unsent.value = [...unsent.value, ...fresh]
  send()
  return fresh.length
}

/** Assigns waiting photos to another issue. */
export async function movePhotos(ids: readonly string[], issue: string): Promise<void> {
  const moved = unsent.value.filter(one => ids.includes(one.id)).map(one => ({ ...one, issue }))
  for (const photo of moved) await theVault().keepPhoto(photo)
  unsent.value = unsent.value.map(one => moved.find(photo => photo.id === one.id) ?? one)
  send()
}
