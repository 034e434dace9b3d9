import type { DutyRules } from '../../shared/core/county.ts'
import type { Shift } from '../../shared/records.ts'
import { isGap } from '../../shared/duty/duty.ts'
import { county } from '../core/session.ts'

/** How far ahead this county looks for shifts that lack people. Before the county is known, nothing is a gap. */
export const lookAhead = (): Pick<DutyRules, 'gapAhead'> => county.value?.rules.duty ?? { gapAhead: 0 }

/** The one question of the map, the lists, the strip and the colours of the townships: will this shift be dark? */
export const hasGap = (shift: Shift, now: number): boolean => isGap(shift, now, lookAhead())
