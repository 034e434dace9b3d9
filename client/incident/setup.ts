import { computed, shallowRef, watch } from 'vue'
import { headquarters } from '../../shared/core/actor.ts'
import { ready, record, records } from '../core/board.ts'
import { ask } from '../core/http.ts'
import { incident } from '../core/incident.ts'
import { me } from '../core/session.ts'
import { tried } from '../core/tried.ts'

const kept = () => `yixian:setup-away:${incident.value}`
const away = shallowRef(false)
watch(incident, () => away.value = localStorage.getItem(kept()) !== null, { immediate: true })
/** How many people there are on this server; only administrators are told. */
const people = shallowRef(0)

export type SetupStep = 'places' | 'people' | 'teams' | 'posts' | 'stock' | 'publish'

/** The steps that make a new incident ready for work, in the order in which each needs the ones before. Each is done when the board says so. */
export const setupSteps = computed<readonly { readonly id: SetupStep, readonly to: string, readonly done: boolean }[]>(() => [
  { id: 'places', to: '/import', done: records('place').length > 0 },
  ...me.value?.role === 'admin' ? [{ id: 'people' as const, to: '/people', done: people.value > 1 }] : [],
  { id: 'teams', to: '/meeting', done: records('team').length > 0 },
  { id: 'posts', to: '/posts', done: records('post').length > 0 },
  { id: 'stock', to: '/supplies', done: records('stock').length > 0 },
  // A published briefing leaves the board after some days, and the incident then says until when briefings have left.
  { id: 'publish', to: '/meeting', done: records('briefing').some(one => one.publishedAt !== null) || Boolean(record('incident', 'incident')?.cleared.briefing) },
])

/** True while a real incident is being set up and this person can do it. */
export const settingUp = computed(() => ready.value && !away.value && Boolean(me.value && headquarters.includes(me.value.role)) && record('incident', 'incident')?.drill === false && setupSteps.value.some(step => !step.done))

/** Puts the guide away on this device for this incident. */
export function putSetupAway(): void {
  localStorage.setItem(kept(), 'yes')
  away.value = true
}

/** Asks the server how many people there are. Without an answer the step stays open. */
export async function countPeople(): Promise<void> {
  if (me.value?.role === 'admin') await tried(ask<readonly unknown[]>('/api/people').then(all => people.value = all.length))
}
