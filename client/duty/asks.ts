import type { Risky } from '../../shared/duty/risk.ts'
import type { Shift } from '../../shared/records.ts'
import { riskOf } from '../../shared/duty/risk.ts'
import { reactive } from '../core/board.ts'
import { said } from '../core/language.ts'
import { county } from '../core/session.ts'

/** How risky a shift is now. */
export const riskNow = (shift: Risky): Shift['risk'] => county.value ? riskOf(reactive, shift, county.value) : shift.risk

/** The requirements of a post or shift in words: skills first, then the trainings and consents that its risk now requires. */
export function asksOf(one: Risky & Pick<Shift, 'skills'>): readonly string[] {
  if (!county.value) return []
  const all = [...county.value.skills, ...county.value.trainings]
  return [...one.skills, ...county.value.rules.duty.trainings[riskNow(one)]].map(id => said(all.find(one => one.id === id)) || id)
}
