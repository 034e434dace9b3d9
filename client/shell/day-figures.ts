import { computed } from 'vue'
import { issuesOnBoard, totalOnBoard } from '../../shared/issues/totals.ts'
import { reactive, record, records } from '../core/board.ts'
import { minute } from '../core/clock.ts'
import { county } from '../core/session.ts'
import { dayStart } from '../core/time.ts'
import { lookAhead } from '../duty/gaps.ts'
import { count, foundByDay } from './numbers.ts'

export const today = computed(() => dayStart(minute.value))
const issues = computed(() => issuesOnBoard(reactive))
/** The figures of the strip and of the wall. */
export const numbers = computed(() => count(issues.value, totalOnBoard(reactive)?.closed ?? 0, records('shift'), records('shortage'), minute.value, today.value, lookAhead()))
const days = computed(() => {
  const start = record('incident', 'incident')?.startedAt ?? today.value
  // Older days are incomplete, because their settled issues have left the board.
  return Math.min(30, county.value?.rules.boardDays.issue ?? 30, Math.max(1, Math.round((today.value - dayStart(start)) / 86_400_000) + 1))
})
/** Issues found per day, the last one today. */
export const perDay = computed(() => foundByDay(issues.value, today.value, days.value))
/** How many of all found issues are closed: 85.1%. */
export const share = computed(() => numbers.value.found ? `${(numbers.value.closed / numbers.value.found * 100).toFixed(1)}%` : '')
