import { shallowRef, watch } from 'vue'
import { router } from '../../core/router.ts'

/** The map as it was left, with its filters and what was open, so that one returns to it and not to the whole county. */
export const mapAddress = shallowRef('/')
watch(router.currentRoute, route => route.path === '/' && (mapAddress.value = route.fullPath), { immediate: true })
