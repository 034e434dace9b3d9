import type { ComputedRef } from 'vue'
import type { Shown } from '../../shared/core/evidence.ts'
import type { WithPhotos } from './with-photos.ts'
import { computed, shallowRef, watch } from 'vue'
import { linkState } from '../core/board.ts'
import { ask } from '../core/http.ts'
import { within } from '../core/incident.ts'

/** What is known of the originals of a record's photos, by photo. Fetched when a screen shows them, and again when there are more; nothing without a network. */
export function useEvidence(of: () => WithPhotos): ComputedRef<ReadonlyMap<string, Shown>> {
  const found = shallowRef<{ readonly id: string, readonly photos: readonly Shown[] }>()
  watch([() => of().id, () => of().photos.length, linkState], async ([id, some, state]) => {
    if (!some || state !== 'live') return
    try {
      found.value = { id, photos: await ask<Shown[]>(within(`/photos/${id}`)) }
    } catch {
      // The photos are shown without it; the next look asks again.
    }
  }, { immediate: true })
  return computed(() => new Map(found.value?.id === of().id ? found.value.photos.map(one => [one.photo, one]) : []))
}
