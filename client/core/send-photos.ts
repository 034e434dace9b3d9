import type { ShallowRef } from 'vue'
import type { WaitingPhoto } from '../sync/vault.ts'
import { namesPhoto, pictured } from '../../shared/core/photos.ts'
import { inLanes, lanes } from '../sync/lanes.ts'
import { linkState, theVault, view } from './board.ts'
import { RefusedRequest } from './http.ts'
import { keptAs } from './incident.ts'
import { alone } from './one-sender.ts'
import { sendPhoto } from './send-photo.ts'
import { me } from './session.ts'

const longestPause = 60_000
let patience = 1000

const isNamed = ({ id, issue }: WaitingPhoto): boolean => pictured.some((kind) => {
  const record = view.get(kind, issue)
  return record && namesPhoto(kind, record, id)
})

/**
 * Sends the photos, on a quick line several at once, also of all open pages of this device together. A photo of a form that is still open
 * waits: until its record names it, it may be masked or discarded. One that does not get through goes behind the others; then it pauses, and answers that there is more to do.
 */
export async function sendPhotos(unsent: ShallowRef<readonly WaitingPhoto[]>, unwanted: ShallowRef<ReadonlyMap<string, string>>, forget: (id: string) => void): Promise<boolean> {
  const mine = keptAs(me.value?.id ?? '')
  const under = new Set<string>()
  const { open, took } = lanes()
  const next = () => linkState.value === 'live' ? unsent.value.find(one => !under.has(one.id) && !unwanted.value.has(one.id) && isNamed(one)) : undefined

  /** Throws if it should be tried again. A photo that another page of this device has sent meanwhile is here no more. */
  async function upload(photo: WaitingPhoto): Promise<void> {
    if (!await theVault().holdsPhoto(photo.id)) return forget(photo.id)
    try {
      await sendPhoto(photo, took)
    } catch (error) {
      const final = error instanceof RefusedRequest && ['invalid', 'too_large', 'forbidden', 'not_found', 'not_the_photo'].includes(error.refusal.code)
      if (!final) throw error
      unwanted.value = new Map([...unwanted.value, [photo.id, error.refusal.code]])
      return
    }
    await theVault().dropPhoto(photo.id)
    forget(photo.id)
  }

  const all = inLanes(open, next, async (photo, lane) => {
    under.add(photo.id)
    try {
      await alone(`${mine}:photos:${lane}`, () => alone(`${mine}:photo:${photo.id}`, () => upload(photo)))
      patience = 1000
    } catch (error) {
      unsent.value = [...unsent.value.filter(one => one !== photo), ...unsent.value.filter(one => one === photo)]
      throw error
    } finally {
      under.delete(photo.id)
    }
  })
  const whole = await all.then(() => true, () => false)
  if (whole) return false
  patience = Math.min(longestPause, patience * 2)
  await new Promise(done => setTimeout(done, patience * (0.5 + Math.random() / 2)))
  return true
}
