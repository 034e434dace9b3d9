import { uuidv7 } from 'uuidv7'
import { computed } from 'vue'
import { photoId } from '../../../shared/core/photos.ts'
import { mostVoicesAtOnce } from '../../../shared/core/voices.ts'
import { nowExactly } from '../../core/clock.ts'
import { dropPhoto, keepForIssue, photoUrl } from '../../core/photos.ts'

/**
 * The voice notes of a form's draft, of which `of` is the record that will name them. They stay on this device until the form is sent.
 * One that is still being made when the form closes joins the draft all the same.
 */
export function useVoices(of: () => string, draft: () => { voices: readonly string[] }) {
  async function add(blob: Blob): Promise<void> {
    const id = `${photoId(new Uint8Array(await blob.arrayBuffer()), uuidv7().slice(-12))}-v`
    const into = draft()
    await keepForIssue({ id, issue: of(), blob, at: nowExactly() })
    into.voices = [...into.voices, id]
  }
  async function drop(id: string): Promise<void> {
    const from = draft()
    from.voices = from.voices.filter(one => one !== id)
    await dropPhoto(id)
  }
  return { add, drop, url: (id: string) => photoUrl(of(), id), full: computed(() => draft().voices.length >= mostVoicesAtOnce) }
}
