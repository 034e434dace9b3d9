import { shallowRef } from 'vue'

/** Epoch ms, once a second: what every "5 minutes ago" on the screen reads. */
export const now = shallowRef(Date.now())
setInterval(() => now.value = Date.now(), 1000)
