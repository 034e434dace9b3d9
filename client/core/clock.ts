import type { Incident } from '../../shared/records.ts'
import { computed, shallowRef } from 'vue'
import { incidentTime } from '../../shared/incident/clock.ts'

/** The one clock of the screens, in epoch ms. */

/** The real time by the second, for the connection and the expiry of links. In a drill it differs from the incident's time. */
export const worldNow = shallowRef(Date.now())
const followed = shallowRef<Incident>()

/** The incident's time by the second. Screens without seconds read `minute`, which redraws them less often. */
export const now = computed(() => incidentTime(followed.value, worldNow.value))

/** The incident's time by the minute, for whatever becomes late, near or over. */
export const minute = computed(() => Math.floor(now.value / 60_000) * 60_000)

/** The incident's time now, for what is recorded. */
export const nowExactly = (): number => incidentTime(followed.value, Date.now())

/** Sets the incident whose time is shown. The board calls it when the incident changes. */
export function followIncident(incident: Incident | undefined): void {
  followed.value = incident
  worldNow.value = Date.now()
}

setInterval(() => worldNow.value = Date.now(), 1000)
