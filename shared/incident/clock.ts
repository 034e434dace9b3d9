import type { Incident } from '../records.ts'

/** The time by an incident's clock (epoch ms). `real` is the real time, which is also the time of a real incident; a drill's clock differs from it or stands still. */
export function incidentTime(incident: Pick<Incident, 'clock'> | undefined, real: number): number {
  if (!incident) return real
  return incident.clock.stoppedAt ?? real + incident.clock.offset
}
