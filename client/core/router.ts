import { shallowReactive } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'

/** The router. `client/main.ts` adds the pages, so that core does not import them. */
export const router = createRouter({ history: createWebHistory(), routes: [] })

const left = shallowReactive(new Map<string, string>())
router.afterEach(to => void left.set(to.path, to.fullPath))

/** The address of a page as it was left in this window, with its filters and what was open, so that one returns to that; and `first` if it was not open yet. */
export const asLeft = (path: string, first = path): string => left.get(path) ?? first
