import { createRouter, createWebHistory } from 'vue-router'

/** The router. `client/routes.ts` adds the pages at the start, so that core does not import them. */
export const router = createRouter({ history: createWebHistory(), routes: [] })
