import { createRouter, createWebHistory } from 'vue-router'

/** Knows the address; the pages behind it are told to it at the start, by `client/routes.ts`. */
export const router = createRouter({ history: createWebHistory(), routes: [] })
