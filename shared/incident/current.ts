import type { Reader } from '../core/board.ts'
import type { Announcement, Phase } from '../records.ts'

/** The phase of the incident, and what is current in it. */

/** The current phase; `emergency` before the board has come. */
export const phaseNow = (board: Reader): Phase => board.get('incident', 'incident')?.phase ?? 'emergency'

/** True if the text belongs to this phase. Texts from before phases were stored belong to every phase. */
const ofPhase = (said: Phase | null | undefined, phase: Phase) => !said || said === phase

/** True until the announcement is ended, expires, or another phase begins. `now` in epoch ms. */
export const isCurrent = ({ until, phase: said }: Announcement, phase: Phase, now: number): boolean => ofPhase(said, phase) && (!until || until > now)

/** The focus of a day from its published briefing; null if there is none, or if it belongs to another phase. */
export function focusOf(board: Reader, day: string): string | null {
  const briefing = board.get('briefing', day)
  return briefing?.publishedAt && ofPhase(briefing.phase, phaseNow(board)) ? briefing.focus || null : null
}

/** When it expired or was ended (epoch ms); null for one without an end. */
export const announcementSettledAt = ({ until }: Announcement): number | null => until
