import type { Draft, Reader } from '../core/board.ts'
import type { Context } from '../core/command.ts'
import type { Bulletin, Correction, Issue } from '../records.ts'
import { corrected } from '../bulletins/records.ts'
import { dayBefore } from '../core/calendar.ts'
import { spanAt } from '../core/cut-off.ts'
import { joinedId } from '../core/joined-id.ts'

/** The first naming of a unit is no correction: no earlier bulletin had a value. */
const differs = (field: (typeof corrected)[number], before: Issue, after: Issue) =>
  before[field] !== after[field] && !(field === 'unit' && before.unit === null)

/** Writes the edited issue, and a line for each of its fields that an earlier bulletin had counted as it was. */
export function correct(draft: Draft, before: Issue, after: Issue, { actor, now, facts }: Context): void {
  draft.put('issue', after)
  const { day, from } = spanAt(now, facts)
  if (before.foundAt > from) return
  for (const field of corrected.filter(name => differs(name, before, after))) {
    // A device does not see the counter: its number is provisional, as an issue's is.
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

/** The lines of a bulletin: what was corrected in its span, by number. */
export const correctionsIn = (board: Reader, { from, until }: Pick<Bulletin, 'from' | 'until'>): Correction[] =>
  [...board.all('correction')].filter(one => one.at > from && one.at <= until).sort((a, b) => a.no - b.no)
