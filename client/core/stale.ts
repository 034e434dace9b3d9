import { computed, shallowRef, watch } from 'vue'
import { heardAt, linkState, serverAway } from './board.ts'
import { realNow, worldNow } from './clock.ts'

/** When the connection stopped being live (epoch ms); 0 while it is live. */
const downSince = shallowRef(0)
watch(linkState, state => downSince.value = state === 'live' ? 0 : downSince.value || realNow(), { immediate: true })

/** The connection as people see it: `away` while there is one and nothing can be stored. */
export const shownLink = computed(() => serverAway.value && linkState.value !== 'offline' && linkState.value !== 'signedOut' ? 'away' : linkState.value)

/** The page may be out of date and must say so: not live for three seconds, nothing stored, or no message for fifteen. */
export const stale = computed(() => shownLink.value === 'away' || (downSince.value ? worldNow.value - downSince.value > 3000 : worldNow.value - heardAt.value > 15_000))
