import type { Reader } from '../core/board.ts'
import type { Command } from '../core/command.ts'
import type { Facts } from '../core/county.ts'
import type { DaySpan } from '../core/cut-off.ts'
import { sampleOf } from '../bulletins/sampling.ts'
import { summary } from '../bulletins/summary.ts'
import { unfrozen } from '../core/cut-off.ts'
import { joinedId } from '../core/joined-id.ts'
import { isOver } from '../core/over.ts'
import { withLapsedOffers } from '../duty/offers.ts'
import { owed } from '../notices/owed.ts'

/**
 * The commands that the scheduler must give now (epoch ms). Their ids are made from what they are about, so that two servers,
 * or a restarted one, do each once. The tilde keeps devices from using these ids.
 */
export function dueCommands(board: Reader, now: number, facts: Facts): Command[] {
  if (!board.get('incident', 'incident') || isOver(board)) return []
  const minute = Math.floor(now / 60_000)
  // A minute can have several rounds, so the first thing that waits is part of the id.
  const [notice] = owed(board, now, facts)
  const [shift] = withLapsedOffers(board, now)
  return [
    ...notice ? [{ id: joinedId('~', 'clock', 'notices', minute, notice.id), name: 'giveNotices', args: { minute } }] : [],
    ...shift ? [{ id: joinedId('~', 'clock', 'offers', minute, shift.id), name: 'passOffers', args: { minute } }] : [],
  ]
}

/** The days that are over and not yet frozen. Each must be computed from the board as of its `until`, so that a late server does not count later commits. The last one is the day on which the incident ended. */
export const dueBulletins = (board: Reader, now: number, facts: Facts): DaySpan[] => {
  const last = board.get('incident', 'incident')?.ended?.at ?? Infinity
  return unfrozen(board, now, facts).filter(({ from }) => from < last)
}

/** The command that freezes a day. `past` is the board at the day's cut-off, and `seq` its last commit. */
export function freezing(past: Reader, seq: number, span: DaySpan, facts: Facts): Command {
  const { day, until } = span
  return { id: joinedId('~', 'clock', 'bulletin', day), name: 'freezeBulletin', args: { day, seq, figures: summary(past, span, until, facts), sample: sampleOf(past, day, facts) } }
}
