import type { MapHere } from '../../core/shown-map.ts'
import { watch } from 'vue'
import { phoneScreen } from '../../core/phone-screen.ts'
import { router } from '../../core/router.ts'
import { mapHere } from '../../core/shown-map.ts'

/** The map on the screen; opens its page first if another is open. */
export async function toMap(): Promise<MapHere> {
  if (mapHere.value) return mapHere.value
  await router.push({ path: '/', query: matchMedia(phoneScreen).matches ? { at: 'map' } : {} })
  return await new Promise((opened) => {
    const { stop } = watch(mapHere, (now) => {
      if (!now) return
      stop()
      opened(now)
    }, { immediate: true, flush: 'post' })
  })
}
