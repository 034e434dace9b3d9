import type { Risky } from '../../shared/duty/risk.ts'
import type { Post, Shift } from '../../shared/records.ts'
import { riskyZone } from '../../shared/duty/risk.ts'
import { reactive } from '../core/board.ts'
import { minute } from '../core/clock.ts'
import { named } from '../core/record-words.ts'
import { county } from '../core/session.ts'
import { choice } from './choose/words.ts'

/** How risky a shift is, or a post now, and in words why. */
export function riskHere(one: Risky | Pick<Post, 'risk' | 'lng' | 'lat'>): { readonly risk: Shift['risk'], readonly text: string } {
  const zone = county.value && riskyZone(reactive, { startsAt: minute.value, endsAt: minute.value + 1, ...one }, county.value)
  const risk = zone ? 'high' : one.risk
  return { risk, text: zone ? choice.value.inZone(named.value.levels[zone.level]) : choice.value.risks[risk] }
}
