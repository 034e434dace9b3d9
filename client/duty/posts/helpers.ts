import type { Actor } from '../../../shared/core/actor.ts'
import { shallowRef } from 'vue'
import { ask } from '../../core/http.ts'

/** Volunteers a planner may assign. Fetched on demand, without names, and kept in memory only. */
export const helpers = shallowRef<readonly Actor[] | null>(null)
export const fetchHelpers = async () => helpers.value = await ask<Actor[]>('/api/names/helpers')
