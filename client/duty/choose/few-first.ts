import type { ComputedRef } from 'vue'
import { computed, shallowRef, watchPostEffect } from 'vue'

interface Few<T> { readonly some: ComputedRef<readonly T[]>, readonly whole: ComputedRef<boolean> }

/** Gives the first screen of a list at once and the rest in steps, so that each step is painted before the next is computed. */
export function fewFirst<T>(all: () => readonly T[], first = 12, step = 24): Few<T> {
  const most = shallowRef(first)
  watchPostEffect(() => {
    if (most.value < all().length) setTimeout(() => most.value += step)
  })
  return { some: computed(() => all().slice(0, most.value)), whole: computed(() => most.value >= all().length) }
}
