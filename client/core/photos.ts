import type { WaitingPhoto } from '../sync/vault.ts'
import { shallowRef, watch } from 'vue'
import { linkState, onChanged, theVault } from './board.ts'
import { within } from './incident.ts'

/** Photos are kept on this device, and removed only after the server confirms that it has them. Voice notes go the same way. */

/** The photos that the server does not have yet. */
export const unsent = shallowRef<readonly WaitingPhoto[]>([])
/** The photos that the server refused, with the code. They stay until their author discards them. */
export const unwanted = shallowRef<ReadonlyMap<string, string>>(new Map())
const urls = new Map<string, string>()
let sending = false
let started = false

/** Loads the unsent photos of earlier sessions on this device. */
export async function startPhotos(): Promise<void> {
  if (started) return
  started = true
  unsent.value = await theVault().photos()
  watch(linkState, send)
  onChanged(send)
  send()
}

/** Keeps a photo or voice note until the server has it, and answers its id. Throws if there is no room. */
export async function keepForIssue(photo: WaitingPhoto): Promise<string> {
  await theVault().keepPhoto(photo)
  unsent.value = [...unsent.value, photo]
  send()
  return photo.id
}

/** Discards an unsent or refused photo at its author's wish. */
export async function dropPhoto(id: string): Promise<void> {
  await theVault().dropPhoto(id)
  forget(id)
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

/** Sends what waits, unless that is under way, or one has just failed. */
export function send(): void {
  if (!sending && linkState.value === 'live' && unsent.value.length) void flush()
}

/** Sends the photos, by a file that only those who have some fetch. Without it they wait for the next change or connection. */
async function flush(): Promise<void> {
  sending = true
  const again = await import('./send-photos.ts').then(({ sendPhotos }) => sendPhotos(unsent, unwanted, forget), () => {})
  sending = false
  if (again) send()
}
