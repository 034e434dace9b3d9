import type { Incident } from '../records.ts'

/** An incident's own time, epoch ms: for a real one the world's (`real`); a drill's runs apart from it, or stands. */
export function incidentTime(incident: Pick<Incident, 'clock'> | undefined, real: number): number {
  if (!incident) return real
  return incident.clock.stoppedAt ?? real + incident.clock.offset
}
