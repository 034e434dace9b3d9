import { computed } from 'vue'
import { records } from '../../core/board.ts'
import { minute } from '../../core/clock.ts'
import { measure } from '../../core/layers.ts'
import { lookAhead } from '../../duty/gaps.ts'
import { unseenSince } from '../../inspections/coverage/unseen.ts'
import { byTownship } from '../numbers.ts'

/** The number that colours each township, counted once for the map and its legend. */
export const townshipCounts = computed(() => byTownship(measure.value, { all: records, now: minute.value, unseenSince: unseenSince.value, ...lookAhead() }))
