import type { Refusal } from '../../shared/core/protocol.ts'
import { shallowRef } from 'vue'
import { act } from '../core/act.ts'
import { dropPhoto } from '../core/photos.ts'
import { takePhoto } from '../core/take-photo.ts'

/** Adds photos to an issue `after` means that they show the fix. `unreadable`: the browser could not read one of the files as a photo. */
export function useAttaching(issue: () => string, after = false) {
  const unreadable = shallowRef(false)
  const answer = shallowRef<Refusal | null>(null)

  async function add(files: readonly File[]): Promise<void> {
    unreadable.value = false
    for (const file of files) {
      const photo = await takePhoto(issue(), file)
      if (!photo) {
        unreadable.value = true
        continue
      }
      answer.value = await act('attachPhoto', { issue: issue(), photo, after })
      if (answer.value) await dropPhoto(photo)
    }
  }
  return { add, unreadable, answer }
}
