import type { Ref } from 'vue'
import { computed, shallowRef } from 'vue'
import { dropPhoto, photoUrl } from '../core/photos.ts'
import { copyPhoto, takePhoto } from '../core/take-photo.ts'
import { whileTaking } from '../core/taking.ts'
import { whyUnreadable } from '../core/unreadable.ts'

const most = 9

/**
 * The photos of a form's draft, of which `of` is the record that will name them. They stay on this device until the form is sent.
 * Adding goes on when the form is closed meanwhile: the photo is in the draft when it is opened again.
 */
export function useShots(of: () => string, draft: Ref<{ photos: string[] }>) {
  const photos = computed(() => draft.value.photos)
  /** How many are being shrunk and kept. */
  const coming = shallowRef(0)
  /** Why a photo was not added: the browser cannot read it, or this device cannot keep it. */
  const problem = shallowRef<'lost' | 'heic' | 'unkept' | null>(null)

  const add = (files: readonly Blob[]): Promise<void> => whileTaking(async () => {
    problem.value = null
    const picked = files.slice(0, most - photos.value.length - coming.value)
    coming.value += picked.length
    for (const file of picked) {
      try {
        const id = await takePhoto(of(), file)
        if (id) draft.value.photos = [...photos.value, id]
        else problem.value = await whyUnreadable(file)
      } catch {
        problem.value = 'unkept'
      }
      coming.value--
    }
  })

  async function drop(id: string): Promise<void> {
    draft.value.photos = photos.value.filter(one => one !== id)
    await dropPhoto(id)
  }

  /** Puts a masked photo in the place of one that waits here. */
  const mask = (id: string, make: () => Promise<Blob>): Promise<void> => whileTaking(async () => {
    problem.value = null
    try {
      const next = await copyPhoto(id, await make())
      draft.value.photos = photos.value.map(one => one === id ? next : one)
      await dropPhoto(id)
    } catch {
      problem.value = 'unkept'
    }
  })
  return { photos, coming, problem, full: computed(() => photos.value.length + coming.value >= most), url: (id: string) => photoUrl(of(), id), add, drop, mask }
}

export type Shots = ReturnType<typeof useShots>
