import type { Shift } from '../../shared/records.ts'
import type { Row } from '../base/lists/row.ts'
import { townshipName } from '../core/county-names.ts'
import { clockTime, moment } from '../core/time.ts'
import { hasGap } from './gaps.ts'
import { wornOn } from './strain.ts'
import { duty } from './words.ts'

export function shiftRow(shift: Shift, at: number): Row {
  const missing = shift.needed - shift.claimedBy.length
  const gap = hasGap(shift, at)
  const worn = shift.endsAt > at ? wornOn(shift) : 0
  return {
    key: `shift/${shift.id}`,
    title: shift.title,
    sub: `${moment(shift.startsAt, at)}–${clockTime(shift.endsAt)} · ${townshipName(shift.township)}`,
    right: `${shift.claimedBy.length}/${shift.needed}`,
    rightSub: gap ? duty.value.lacking(missing) : worn ? duty.value.worn(worn) : '',
    tone: gap || worn ? 'soon' : undefined,
    icon: 'shift',
  }
}
