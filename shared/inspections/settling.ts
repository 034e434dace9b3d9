import type { Briefing, DayReport, Inspection } from '../records.ts'
import { endOfDay } from '../core/calendar.ts'

/** When records of inspections are settled (epoch ms). */

/** When it was signed; else at the end of its day or its check-in, whichever is later: what was never visited or never signed has an end too. An older record may lack the moment of its signing. */
export const inspectionSettledAt = ({ state, day, checkIn, finishedAt, plannedAt }: Inspection): number =>
  state === 'done' ? finishedAt ?? plannedAt : Math.max(endOfDay(day), checkIn?.at ?? 0)

export const briefingSettledAt = ({ day }: Briefing): number => endOfDay(day)
export const dayReportSettledAt = ({ day }: DayReport): number => endOfDay(day)
