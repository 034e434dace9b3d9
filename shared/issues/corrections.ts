import type { Draft, Reader } from '../core/board.ts'
import type { Context } from '../core/command.ts'
import type { Bulletin, Correction, Issue } from '../records.ts'
import { corrected } from '../bulletins/records.ts'
import { dayBefore } from '../core/calendar.ts'
import { spanAt } from '../core/cut-off.ts'
import { joinedId } from '../core/joined-id.ts'

/** True if the field was corrected. Naming the unit for the first time is no correction, because earlier bulletins had none. */
const differs = (field: (typeof corrected)[number], before: Issue, after: Issue) =>
  before[field] !== after[field] && !(field === 'unit' && before.unit === null)

/** Puts the edited issue, and a correction for each changed field if an earlier bulletin has already counted the issue. */
export function correct(draft: Draft, before: Issue, after: Issue, { actor, now, facts }: Context): void {
  draft.put('issue', after)
  const { day, from } = spanAt(now, facts)
  if (before.foundAt > from) return
  for (const field of corrected.filter(name => differs(name, before, after))) {
    // A device does not see the counter, so its number is provisional until the server answers.
    const no = (draft.get('counter', 'correction')?.value ?? 0) + 1
    draft.put('counter', { id: 'correction', value: no })
    draft.put('correction', {
      id: joinedId('_', after.id, field, now),
      no,
      day: dayBefore(day),
      issue: after.id,
      township: after.township,
      unit: after.unit,
      field,
      was: before[field] ?? '',
      is: after[field] ?? '',
      by: actor.id,
      at: now,
    })
  }
}

/** The corrections that a bulletin lists: those made in its day span, by number. */
export const correctionsIn = (board: Reader, { from, until }: Pick<Bulletin, 'from' | 'until'>): Correction[] =>
  [...board.all('correction')].filter(one => one.at > from && one.at <= until).sort((a, b) => a.no - b.no)
