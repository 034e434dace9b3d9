import { computed } from 'vue'
import { router } from './router.ts'

/** The selection and every filter are in the URL, so that a link shows what its sender saw, and back works. */

const query = () => router.currentRoute.value.query

/** `kind/id`, or `township/code`, or null. */
export const selected = computed<string | null>(() => {
  const key = query().sel
  return typeof key === 'string' && /^[a-z]+\/[\w~-]{1,64}$/.test(key) ? key : null
})

/** Selects a record, from whatever the person pressed: marker, row, number, search hit or link. */
export function select(key: string | null): void {
  if (key !== selected.value) void router.push({ query: { ...query(), sel: key ?? undefined } })
}

/** A value in the URL, or `fallback` if it is absent. Setting it to the fallback removes it from the URL. */
export function inUrl(name: string, fallback = '') {
  return computed<string>({
    get: () => {
      const value = query()[name]
      return typeof value === 'string' ? value : fallback
    },
    set: value => void router.replace({ query: { ...query(), [name]: value === fallback ? undefined : value } }),
  })
}
