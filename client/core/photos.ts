import type { WaitingPhoto } from '../sync/vault.ts'
import { uuidv7 } from 'uuidv7'
import { shallowRef, watch } from 'vue'
import { namesPhoto, photoId, pictured } from '../../shared/core/photos.ts'
import { linkState, onChanged, theVault, view } from './board.ts'
import { nowExactly } from './clock.ts'
import { RefusedRequest } from './http.ts'
import { keptAs, within } from './incident.ts'
import { alone } from './one-sender.ts'
import { me } from './session.ts'

/** Photos are shrunk, kept on this device, and removed only after the server confirms that it has them. Voice notes go the same way. */

const longestWait = 60_000

/** The photos that the server does not have yet. */
export const unsent = shallowRef<readonly WaitingPhoto[]>([])
/** The photos that the server refused, with the code. They stay until their author discards them. */
export const unwanted = shallowRef<ReadonlyMap<string, string>>(new Map())
const urls = new Map<string, string>()
let sending = false
let patience = 1000
let again: ReturnType<typeof setTimeout> | null = null
let started = false

/** Loads the unsent photos of earlier sessions on this device. */
export async function startPhotos(): Promise<void> {
  if (started) return
  started = true
  unsent.value = await theVault().photos()
  watch(linkState, state => state === 'live' && send())
  onChanged(() => unsent.value.length && send())
  send()
}

/** Keeps a photo for an issue on this device and answers its id. Null if this browser cannot read the file as a photo. What was `drawn` here has no original. */
export async function takePhoto(issue: string, file: Blob, drawn = false): Promise<string | null> {
  const [{ shrink }, { evidenceOf }] = await Promise.all([import('./shrink.ts'), import('./original.ts')])
  const [blob, evidence] = await Promise.all([shrink(file).catch(() => null), drawn ? undefined : evidenceOf(file).catch(() => undefined)])
  if (!blob) return null
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return keepForIssue({ id: photoId(bytes, uuidv7().slice(-12)), issue, blob, at: nowExactly(), evidence })
}

/** Keeps a photo or voice note until the server has it, and answers its id. Throws if there is no room. */
export async function keepForIssue(photo: WaitingPhoto): Promise<string> {
  await theVault().keepPhoto(photo)
  unsent.value = [...unsent.value, photo]
  send()
  return photo.id
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

/** Discards an unsent or refused photo at its author's wish. */
export async function dropPhoto(id: string): Promise<void> {
  await theVault().dropPhoto(id)
  forget(id)
}

/** Assigns waiting photos to another issue. */
export async function movePhotos(ids: readonly string[], issue: string): Promise<void> {
  const moved = unsent.value.filter(one => ids.includes(one.id)).map(one => ({ ...one, issue }))
  for (const photo of moved) await theVault().keepPhoto(photo)
  unsent.value = unsent.value.map(one => moved.find(photo => photo.id === one.id) ?? one)
  send()
}

function forget(id: string): void {
  unsent.value = unsent.value.filter(one => one.id !== id)
  const url = urls.get(id)
  if (url) URL.revokeObjectURL(url)
  urls.delete(id)
}

/** The photo's address: on this device, or on the server once it is there. */
export function photoUrl(issue: string, id: string, thumb = false): string {
  const kept = unsent.value.find(one => one.id === id)
  if (!kept) return within(`/photos/${issue}/${id}${thumb ? '?thumb' : ''}`)
  const url = urls.get(id) ?? URL.createObjectURL(kept.blob)
  urls.set(id, url)
  return url
}

const isNamed = ({ id, issue }: WaitingPhoto): boolean => pictured.some((kind) => {
  const record = view.get(kind, issue)
  return record && namesPhoto(kind, record, id)
})

function send(): void {
  if (!sending && !again && linkState.value === 'live') void flush()
}

/** Sends the photos one by one. A photo of a form that is still open waits: until its record names it, it may be masked or discarded. One that does not get through goes behind the others. */
async function flush(): Promise<void> {
  sending = true
  let next: WaitingPhoto | undefined
  try {
    for (;;) {
      next = unsent.value.find(one => !unwanted.value.has(one.id) && isNamed(one))
      if (!next || linkState.value !== 'live') return
      const photo = next
      await alone(`${keptAs(me.value?.id ?? '')}:photos`, () => upload(photo))
      patience = 1000
    }
  } catch {
    unsent.value = [...unsent.value.filter(one => one !== next), ...unsent.value.filter(one => one === next)]
    patience = Math.min(longestWait, patience * 2)
    again = setTimeout(() => {
      again = null
      send()
    }, patience * (0.5 + Math.random() / 2))
  } finally {
    sending = false
  }
}

/** Throws if it should be tried again. A photo that another page of this device has sent meanwhile is here no more. */
async function upload(photo: WaitingPhoto): Promise<void> {
  if (!await theVault().holdsPhoto(photo.id)) return forget(photo.id)
  try {
    await (await import('./send-photo.ts')).sendPhoto(photo)
  } catch (error) {
    const final = error instanceof RefusedRequest && ['invalid', 'too_large', 'forbidden', 'not_found', 'not_the_photo'].includes(error.refusal.code)
    if (!final) throw error
    unwanted.value = new Map([...unwanted.value, [photo.id, error.refusal.code]])
    return
  }
  await theVault().dropPhoto(photo.id)
  forget(photo.id)
}
