import type { Ref } from 'vue'
import { uuidv7 } from 'uuidv7'
import { computed } from 'vue'
import { photoId } from '../../../shared/core/photos.ts'
import { mostVoicesAtOnce } from '../../../shared/core/voices.ts'
import { nowExactly } from '../../core/clock.ts'
import { dropPhoto, keepForIssue, photoUrl } from '../../core/photos.ts'

/** The voice notes of a form's draft, of which `of` is the record that will name them. They stay on this device until the form is sent. */
export function useVoices(of: () => string, voices: Ref<readonly string[]>) {
  async function add(blob: Blob): Promise<void> {
    const id = `${photoId(new Uint8Array(await blob.arrayBuffer()), uuidv7().slice(-12))}-v`
    await keepForIssue({ id, issue: of(), blob, at: nowExactly() })
    voices.value = [...voices.value, id]
  }
  async function drop(id: string): Promise<void> {
    voices.value = voices.value.filter(one => one !== id)
    await dropPhoto(id)
  }
  return { add, drop, url: (id: string) => photoUrl(of(), id), full: computed(() => voices.value.length >= mostVoicesAtOnce) }
}
