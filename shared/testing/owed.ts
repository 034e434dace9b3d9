import type { Reader } from '../core/board.ts'
import type { Facts } from '../core/county.ts'
import { lagging, paceOf, sitesOf } from './figures.ts'

/** A notice that testing owes: about which record and place, and the moment that makes it one notice. */
export interface Owed { readonly rule: string, readonly of: { readonly id: string, readonly township: string }, readonly moment: number, readonly place: string, readonly leaders: boolean }

/** A site that is behind is told once a round, a positive tube when it is found, and once more when its people were not tested in time. */
export function testingOwed(board: Reader, now: number, { testing }: Facts): readonly Owed[] {
  const owed: Owed[] = []
  for (const round of board.by('round', 'state', 'open')) {
    for (const site of sitesOf(board, round.id)) {
      if (lagging(paceOf(site, round, now, testing))) owed.push({ rule: 'siteBehind', of: site, moment: round.startsAt, place: site.place, leaders: false })
    }
  }
  for (const tube of board.by('tube', 'state', 'open')) {
    owed.push({ rule: 'tubeFound', of: tube, moment: tube.at, place: tube.place, leaders: true })
    if (tube.dueAt < now) owed.push({ rule: 'tubeLate', of: tube, moment: tube.dueAt, place: tube.place, leaders: true })
  }
  return owed
}
