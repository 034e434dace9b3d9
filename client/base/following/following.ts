import { computed, shallowRef } from 'vue'
import { here } from '../../core/here.ts'

/** Whose map others follow in this incident, and what this page has to do with it. */

/** The page that leads, if it is not this one. */
export const leader = computed(() => leading.value ? undefined : here.value.find(one => one.leading))
export const leading = shallowRef(false)
/** The leading page whose offer this person has put away. */
export const declined = shallowRef('')
/** How many people follow this page's map. */
export const followers = shallowRef(0)
/** The record (`kind/id`) that the leader has open, while this page follows. */
export const openThere = shallowRef<string | null>(null)
