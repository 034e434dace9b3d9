import type { IncidentSummary } from '../../shared/core/protocol.ts'
import { shallowRef } from 'vue'
import { firstIncident } from '../../shared/core/protocol.ts'
import { chosenIncident, slot } from './kept.ts'

/** The incident of this page. It never changes: another incident is another page load. */

/** The incidents that the server listed when this page loaded, the first one first. */
export const incidents = shallowRef<readonly IncidentSummary[]>([])
export const incident = shallowRef(chosenIncident())

/** Takes the server's list. If it lacks the chosen incident (a restored backup may), the page goes to one that exists. */
export function takeList(listed: readonly IncidentSummary[]): void {
  incidents.value = listed
  if (!listed.some(one => one.id === incident.value)) incident.value = firstIncident
}

/** An address under this page's incident. */
export const within = (path: string): string => `/api/i/${incident.value}${path}`

/** The address at which another system reads a table of this page's incident. */
export const tableAddress = (table: string): string => `${location.origin}/api/tables/${incident.value}/${table}`

/** The key for a person's work on this device. It includes the incident, so that no queue or draft gets into another incident. */
export const keptAs = (person: string, of = incident.value): string => of === firstIncident ? person : `${person}.${of}`

/** Loads the board of another incident as a new page, so that nothing of this one stays in memory. */
export function goTo(id: string, where = '/'): void {
  sessionStorage.setItem(slot, id)
  localStorage.setItem(slot, id)
  location.assign(where)
}
