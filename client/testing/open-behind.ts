import { computed } from 'vue'
import { lagging, paceOf } from '../../shared/testing/figures.ts'
import { record, records } from '../core/board.ts'
import { minute } from '../core/clock.ts'
import { county } from '../core/session.ts'

/** How many sites of open rounds are behind. */
export const openBehind = computed(() => records('sampling').filter((site) => {
  const round = site.closedAt === null ? record('round', site.round) : undefined
  return round && county.value && lagging(paceOf(site, round, minute.value, county.value.testing))
}).length)
