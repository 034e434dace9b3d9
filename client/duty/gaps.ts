import type { DutyRules } from '../../shared/core/rules.ts'
import type { Shift } from '../../shared/records.ts'
import { isGap } from '../../shared/duty/duty.ts'
import { county } from '../core/session.ts'

/** How many hours ahead a shift that lacks people counts as a gap. No shift is a gap until the county's rules have arrived. */
export const lookAhead = (): Pick<DutyRules, 'gapAhead'> => county.value?.rules.duty ?? { gapAhead: 0 }

/** Whether a shift is a gap. The map, the lists, the figures and the township colours all ask here, so that they agree. */
export const hasGap = (shift: Shift, now: number): boolean => isGap(shift, now, lookAhead())
