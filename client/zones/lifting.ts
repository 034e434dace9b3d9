import type { LiftCondition, Zone } from '../../shared/records.ts'
import type { Judged } from '../../shared/zones/lifting.ts'
import { computed } from 'vue'
import { factsOf } from '../../shared/core/county.ts'
import { judge, liftVersions } from '../../shared/zones/lifting.ts'
import { reactive, records } from '../core/board.ts'
import { minute } from '../core/clock.ts'
import { said } from '../core/language.ts'
import { county } from '../core/session.ts'

const facts = computed(() => county.value && factsOf(county.value))

/** All versions of the conditions for lifting zones. */
export const liftRules = computed<readonly LiftCondition[]>(() => {
  void records('liftCondition')
  return facts.value ? liftVersions(reactive, facts.value) : []
})

/** The conditions of a zone's level, each with its tick. `versions` may hold one that is not in force yet, to preview it. */
export const judged = (zone: Zone, versions: readonly LiftCondition[] = liftRules.value): readonly Judged[] => facts.value ? judge(reactive, facts.value, zone, minute.value, versions) : []

export const conditionText = ({ zh, en }: LiftCondition): string => said({ zh, en: en || zh })
