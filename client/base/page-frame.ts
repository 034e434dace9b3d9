import type { Component, ComputedRef, InjectionKey } from 'vue'
import { computed, inject } from 'vue'
import { router } from '../core/router.ts'
import { select } from '../core/selection.ts'

/** The head of a page inside the desk's frame, which has the navigation, the forms and the panels. Null on a phone, where each page has its own. */
export const pageHead: InjectionKey<ComputedRef<Component | null>> = Symbol('head of a page')

export function usePageHead(): ComputedRef<Component | null> {
  return inject(pageHead, computed(() => null))
}

/** Opens a record from a page: beside the page on the desk, at `elsewhere` on a phone. */
export function useOpening() {
  const head = usePageHead()
  return (key: string, elsewhere = `/?sel=${key}`): void => {
    if (head.value) select(key)
    else void router.push(elsewhere)
  }
}
