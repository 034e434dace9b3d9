import type { Reader } from '../core/board.ts'
import type { Announcement, Phase } from '../records.ts'

/** What is said to everybody, and whether it still holds. */

/** The phase that the incident is in. */
export const phaseNow = (board: Reader): Phase => board.get('incident', 'incident')?.phase ?? 'emergency'

/** What was said in another phase holds no more; what was written before phases were kept holds in each. */
const ofPhase = (said: Phase | null | undefined, phase: Phase) => !said || said === phase

/** Until it is ended, runs out, or another phase begins. `now` in epoch ms. */
export const isCurrent = ({ until, phase: said }: Announcement, phase: Phase, now: number): boolean => ofPhase(said, phase) && (!until || until > now)

/** The focus of a day as the meeting has it now; null when there is none, or when it belongs to another phase. */
export function focusOf(board: Reader, day: string): string | null {
  const briefing = board.get('briefing', day)
  return briefing?.publishedAt && ofPhase(briefing.phase, phaseNow(board)) ? briefing.focus || null : null
}
