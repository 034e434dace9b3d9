import { computed, effectScope, watch } from 'vue'
import { fetchAhead } from '../core/ahead.ts'
import { refused, waiting } from '../core/board.ts'
import { unsent } from '../core/photos.ts'
import { me } from '../core/session.ts'
import { askToKeep } from '../core/storage.ts'
import { followUpdates } from '../core/updates.ts'
import { unread } from '../notices/notices.ts'
import { answerTaps } from '../notices/taps.ts'

/** What an app on a home screen does beside its pages: its badge, its storage, its new builds, taps on pushes, and when a second factor is due. Fetched once the page is at rest. */

/** What waits for this person: notices to read, refused work, and work that is not sent. */
export const waits = computed(() => unread.value.length + refused.value.length + waiting.value + unsent.value.length)

const onHomeScreen = () => matchMedia('(display-mode: standalone)').matches

export function startInstalled(): void {
  effectScope(true).run(() => {
    // Browsers without badges lack both.
    watch(waits, count => void (count ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.())?.catch(() => {}), { immediate: true })
    const something = computed(() => waiting.value + unsent.value.length > 0 || onHomeScreen())
    watch(something, now => now && void askToKeep().catch(() => {}), { immediate: true })
  })
  const due = computed(() => Boolean(me.value?.factorDue))
  watch(due, now => now && void import('../device/factor/tell-due.ts').then(one => one.tellDue(), () => {}), { immediate: true })
  followUpdates()
  answerTaps()
  // The list of what waits is needed most where there is no network.
  fetchAhead([() => import('../device/DevicePage.vue'), () => import('../device/push-here.ts').then(one => one.pushAgain())], 0)
}
