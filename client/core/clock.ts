import type { Incident } from '../../shared/records.ts'
import { computed, shallowRef } from 'vue'
import { incidentTime } from '../../shared/incident/clock.ts'

/** The one clock of the screens, in epoch ms. */

/** How far this device's clock is ahead of the server's (ms). Kept, so that it also holds at a start without a network. */
const slot = 'yixian:ahead'
let ahead = Number(globalThis.localStorage?.getItem(slot)) || 0
/** Milliseconds. A smaller difference may be the way that an answer took; no rule depends on it. */
const network = 10_000

/** The real time by the server's clock, whatever this device's clock shows (epoch ms). */
export const realNow = (): number => Date.now() - ahead

/** The real time by the second, for the connection and the expiry of links. In a drill it differs from the incident's time. */
export const worldNow = shallowRef(realNow())
const followed = shallowRef<Incident>()

/** The incident's time by the second. Screens without seconds read `minute`, which redraws them less often. */
export const now = computed(() => incidentTime(followed.value, worldNow.value))

/** The incident's time by the minute, for whatever becomes late, near or over. */
export const minute = computed(() => Math.floor(now.value / 60_000) * 60_000)

/** The incident's time now, for what is recorded. */
export const nowExactly = (): number => incidentTime(followed.value, realNow())

/** Sets the incident whose time is shown. The board calls it when the incident changes. */
export function followIncident(incident: Incident | undefined): void {
  followed.value = incident
  worldNow.value = realNow()
}

/** The server has just said the real time (epoch ms). */
export function followServer(at: number): void {
  if (Number.isNaN(at) || Math.abs(realNow() - at) < network) return
  ahead = Date.now() - at
  localStorage.setItem(slot, String(ahead))
  worldNow.value = realNow()
}

setInterval(() => worldNow.value = realNow(), 1000)
