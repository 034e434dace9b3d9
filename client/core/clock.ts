import type { Incident } from '../../shared/records.ts'
import { computed, shallowRef } from 'vue'
import { incidentTime } from '../../shared/incident/clock.ts'

/** The one clock of the screens, in epoch ms: by the minute, and by the second where seconds show. */

/** The world's time: how long the line has been down, when a link ends. */
export const worldNow = shallowRef(Date.now())
const followed = shallowRef<Incident>()

/** The incident's time by the second. A screen that shows no seconds reads `minute`. */
export const now = computed(() => incidentTime(followed.value, worldNow.value))

/** The incident's time by the minute: everything that is late, soon or over is asked again once a minute. */
export const minute = computed(() => Math.floor(now.value / 60_000) * 60_000)

/** The incident's time at this very moment, for what is written down. */
export const nowExactly = (): number => incidentTime(followed.value, Date.now())

/** Which incident's time it is. Told by the board, whenever the incident is another or changed. */
export function followIncident(incident: Incident | undefined): void {
  followed.value = incident
  worldNow.value = Date.now()
}

setInterval(() => worldNow.value = Date.now(), 1000)
