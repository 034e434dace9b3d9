import type { Reader } from '../core/board.ts'
import type { Announcement, Phase } from '../records.ts'

/** Announcements, and whether they are still current. */

/** The phase that the incident is in. */
export const phaseNow = (board: Reader): Phase => board.get('incident', 'incident')?.phase ?? 'emergency'

/** An announcement of another phase is no longer current; one from before phases were stored belongs to every phase. */
const ofPhase = (said: Phase | null | undefined, phase: Phase) => !said || said === phase

/** Until it is ended, runs out, or another phase begins. `now` in epoch ms. */
export const isCurrent = ({ until, phase: said }: Announcement, phase: Phase, now: number): boolean => ofPhase(said, phase) && (!until || until > now)

/** The focus of a day as the meeting has it now; null when there is none, or when it belongs to another phase. */
export function focusOf(board: Reader, day: string): string | null {
  const briefing = board.get('briefing', day)
  return briefing?.publishedAt && ofPhase(briefing.phase, phaseNow(board)) ? briefing.focus || null : null
}
