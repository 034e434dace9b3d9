import { computed } from 'vue'
import { router } from './router.ts'

/** What is selected, and every filter, live in the URL: a link shows what its sender saw, and back works. */

const query = () => router.currentRoute.value.query

/** `kind/id`, or `township/code`, or null. */
export const selected = computed<string | null>(() => {
  const key = query().sel
  return typeof key === 'string' && /^[a-z]+\/[\w~-]{1,64}$/.test(key) ? key : null
})

/** Marker, row, number, search hit or link: selecting is always this. */
export function select(key: string | null): void {
  if (key !== selected.value) void router.push({ query: { ...query(), sel: key ?? undefined } })
}

/** A value in the URL, `fallback` when absent. Setting it to the fallback takes it out again. */
export function inUrl(name: string, fallback = '') {
  return computed<string>({
    get: () => {
      const value = query()[name]
      return typeof value === 'string' ? value : fallback
    },
    set: value => void router.replace({ query: { ...query(), [name]: value === fallback ? undefined : value } }),
  })
}
