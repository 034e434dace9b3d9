import type { Shift } from '../../../shared/records.ts'
import { standing } from '../../../shared/duty/duty.ts'
import { minute } from '../../core/clock.ts'
import { nameOf } from '../../core/names.ts'
import { county } from '../../core/session.ts'

/** A holder of a shift in a table: `late` in minutes, 0 if on time; `absent` from when the county counts them as missing. */
export interface Holder { readonly id: string, readonly name: string, readonly late: number, readonly absent: boolean }

/** The holders whose names this person may know; those who are absent or late come first, because a cell has room for few names. */
export function holdersOf(shift: Shift): readonly Holder[] {
  const rules = county.value?.rules.duty
  if (!rules) return []
  const holders = shift.claimedBy.flatMap((id): Holder[] => {
    const name = nameOf(id)
    const stands = standing(shift, id, minute.value, rules)
    return name === '—' ? [] : [{ id, name, late: shift.presence[id]?.in?.late ?? 0, absent: stands === 'missing' || stands === 'absent' }]
  })
  return holders.sort((a, b) => Number(b.absent) - Number(a.absent) || b.late - a.late)
}
