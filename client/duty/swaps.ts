import type { Refusal } from '../../shared/core/protocol.ts'
import type { Shift } from '../../shared/records.ts'
import { factsOf } from '../../shared/core/county.ts'
import { heldBy } from '../../shared/duty/duty.ts'
import { tiredness } from '../../shared/duty/fatigue.ts'
import { records, view } from '../core/board.ts'
import { dispatch, objection } from '../core/dispatch.ts'
import { county, me } from '../core/session.ts'

/** Coming shifts I could take in exchange for mine, the closest in time first. Whether a holder may take mine is checked when they accept. */
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

/** Offers the swap to everybody on the other shift; the first who accepts gets my place, and I get theirs. Null if at least one offer was made. */
export async function askToSwap(shift: Shift, other: Shift): Promise<Refusal | null> {
  const answers: (Refusal | null)[] = []
  for (const to of other.claimedBy) answers.push(await dispatch('offerSwap', { shift: shift.id, to, for: other.id }))
  return answers.includes(null) ? null : answers[0] ?? null
}
