import type { Risky } from '../../shared/duty/risk.ts'
import { riskyZone } from '../../shared/duty/risk.ts'
import { reactive } from '../core/board.ts'
import { named } from '../core/record-words.ts'
import { county } from '../core/session.ts'
import { riskNow } from './asks.ts'
import { choice } from './choose/words.ts'

/** How risky a shift is now, in words, with the level of the zone that makes it so. */
export function riskText(shift: Risky): string {
  const zone = county.value && riskyZone(reactive, shift, county.value)
  return choice.value.risks[riskNow(shift)] + (zone ? ` · ${named.value.levels[zone.level]}` : '')
}
