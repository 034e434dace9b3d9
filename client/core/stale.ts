import { computed, shallowRef, watch } from 'vue'
import { heardAt, linkState } from './board.ts'
import { realNow, worldNow } from './clock.ts'

/** When the connection stopped being live (epoch ms); 0 while it is live. */
const downSince = shallowRef(0)
watch(linkState, state => downSince.value = state === 'live' ? 0 : downSince.value || realNow(), { immediate: true })

/** The page may be out of date and must say so: not live for three seconds, or no message for fifteen. */
export const stale = computed(() => downSince.value ? worldNow.value - downSince.value > 3000 : worldNow.value - heardAt.value > 15_000)
