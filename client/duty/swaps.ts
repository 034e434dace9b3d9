import type { Refusal } from '../../shared/core/protocol.ts'
import type { Shift } from '../../shared/records.ts'
import { factsOf } from '../../shared/core/county.ts'
import { heldBy } from '../../shared/duty/duty.ts'
import { tiredness } from '../../shared/duty/fatigue.ts'
import { records, view } from '../core/board.ts'
import { dispatch, objection } from '../core/dispatch.ts'
import { county, me } from '../core/session.ts'

/** Coming shifts of others that I could stand in place of mine, the nearest in time first. Whether they may stand in mine is asked of them. */
export function swapsFor(shift: Shift, now: number): readonly Shift[] {
  const person = me.value?.id ?? ''
  if (!county.value) return []
  const facts = factsOf(county.value)
  const rest = heldBy(view, person).filter(one => one.id !== shift.id)
  return records('shift')
    .filter(other => other.startsAt > now && other.claimedBy.length > 0 && !other.claimedBy.includes(person) && other.claimedBy.some(to => !shift.claimedBy.includes(to)))
    .filter(other => !tiredness(other, rest, facts) && other.claimedBy.some(to => !objection('offerSwap', { shift: shift.id, to, for: other.id })))
    .sort((a, b) => Math.abs(a.startsAt - shift.startsAt) - Math.abs(b.startsAt - shift.startsAt))
}

/** Asks everybody on the other shift; the first who agrees has mine, and I have theirs. Null when at least one is asked. */
export async function askToSwap(shift: Shift, other: Shift): Promise<Refusal | null> {
  const answers: (Refusal | null)[] = []
  for (const to of other.claimedBy) answers.push(await dispatch('offerSwap', { shift: shift.id, to, for: other.id }))
  return answers.includes(null) ? null : answers[0] ?? null
}
