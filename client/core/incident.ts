import type { IncidentSummary } from '../../shared/core/protocol.ts'
import { shallowRef } from 'vue'
import { firstIncident } from '../../shared/core/protocol.ts'
import { chosenIncident, slot } from './kept.ts'

/** Which incident this page is on. A page is on one from its start to its end: another is another page. */

/** As the server listed them when this page began, the first one first. */
export const incidents = shallowRef<readonly IncidentSummary[]>([])
export const incident = shallowRef(chosenIncident())

/** An incident that this server does not have, since its data were put back to earlier, cannot be shown. */
export function takeList(listed: readonly IncidentSummary[]): void {
  incidents.value = listed
  if (!listed.some(one => one.id === incident.value)) incident.value = firstIncident
}

/** The address of this page's incident. */
export const within = (path: string): string => `/api/i/${incident.value}${path}`

/** What this device keeps of a person's work is named by both, so that no queue and no draft gets into another incident. */
export const keptAs = (person: string, of = incident.value): string => of === firstIncident ? person : `${person}.${of}`

/** Leaves this page for the board of another incident. Nothing of this one stays in memory. */
export function goTo(id: string, where = '/'): void {
  sessionStorage.setItem(slot, id)
  localStorage.setItem(slot, id)
  location.assign(where)
}
