import type { Shift } from '../../../shared/records.ts'
import type { ListColumn, ListOut } from '../../base/transfer/write-list.ts'
import { dayName, dayNumber } from '../../../shared/core/calendar.ts'
import { standing } from '../../../shared/duty/duty.ts'
import { listOut } from '../../base/transfer/write-list.ts'
import { record } from '../../core/board.ts'
import { minute } from '../../core/clock.ts'
import { townshipName } from '../../core/county-names.ts'
import { fetchAllNames, nameOf, person } from '../../core/names.ts'
import { county } from '../../core/session.ts'
import { wallClock } from '../../core/time.ts'
import { duty } from '../words.ts'
import { rosterWords as words } from './roster-words.ts'

/** A place of a shift: who holds it, how to reach them (only for readers who may know), and whether they came. Without a holder all three are empty. */
export interface RosterLine { readonly shift: Shift, readonly name: string, readonly phone: string, readonly state: string }

export const dayOfShift = (shift: Shift): string => dayName(dayNumber(shift.startsAt, county.value?.timeZone ?? 'UTC'))
export const postOf = (shift: Shift): string => shift.post ? record('post', shift.post)?.title ?? shift.title : shift.title

/** Each place of these shifts, the earliest shift first, and the free places of a shift after its holders. */
export function rosterLines(shifts: readonly Shift[]): readonly RosterLine[] {
  const rules = county.value?.rules.duty
  const sorted = [...shifts].sort((a, b) => a.startsAt - b.startsAt || postOf(a).localeCompare(postOf(b), 'zh') || (a.id < b.id ? -1 : 1))
  return sorted.flatMap((shift) => {
    const held = shift.claimedBy.map((id) => {
      const stands = rules && shift.startsAt <= minute.value ? standing(shift, id, minute.value, rules) : null
      const late = shift.presence[id]?.in?.late
      return { shift, name: nameOf(id), phone: person(id)?.phone ?? '', state: [stands && duty.value.standings[stands], late && duty.value.late(late)].filter(Boolean).join(' ') }
    })
    const free = shift.open ? Array.from({ length: Math.max(0, shift.needed - held.length) }, () => ({ shift, name: '', phone: '', state: '' })) : []
    return [...held, ...free]
  })
}

const fields = (): ListColumn<RosterLine>[] => [
  { title: words.value.day, holds: 'day', of: one => wallClock(one.shift.startsAt) },
  { title: words.value.post, holds: 'text', of: one => postOf(one.shift) },
  { title: words.value.township, holds: 'text', of: one => townshipName(one.shift.township) },
  { title: words.value.starts, holds: 'time', of: one => wallClock(one.shift.startsAt) },
  { title: words.value.ends, holds: 'time', of: one => wallClock(one.shift.endsAt) },
  { title: words.value.name, holds: 'text', of: one => one.name || words.value.vacant },
  { title: words.value.phone, holds: 'text', of: one => one.phone },
  { title: words.value.state, holds: 'text', of: one => one.state },
  { title: words.value.note, holds: 'text', of: one => one.shift.note },
]

/** The roster of these shifts as a list for Excel, with the names this person may know. Rejects if they cannot be fetched. */
export async function rosterOut(title: string, shifts: readonly Shift[]): Promise<ListOut> {
  await fetchAllNames(shifts.flatMap(shift => shift.claimedBy))
  return listOut(title, rosterLines(shifts), fields())
}
