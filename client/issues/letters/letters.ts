import type { Issue, Letter } from '../../../shared/records.ts'
import { computed } from 'vue'
import { dueAt, followed, overdue } from '../../../shared/issues/steps.ts'
import { record, records } from '../../core/board.ts'
import { minute } from '../../core/clock.ts'

interface Late { readonly unit: string, readonly issues: readonly Issue[], /** Epoch ms of the oldest deadline. */ readonly oldest: number }

/** Units with overdue issues; the unit with the oldest deadline comes first. */
export const lateUnits = computed((): readonly Late[] => {
  const late = records('issue').filter(issue => issue.unit && overdue(issue, minute.value)).sort((a, b) => dueAt(a) - dueAt(b))
  return [...new Set(late.map(issue => issue.unit ?? ''))].map((unit) => {
    const issues = late.filter(issue => issue.unit === unit)
    return { unit, issues, oldest: issues[0] ? dueAt(issues[0]) : minute.value }
  })
})

export const lettersSent = computed(() => [...records('letter')].sort((a, b) => b.at - a.at))

/** How many of the letter's issues are still open, among those that this person may see. */
export const stillOpen = ({ items }: Letter): number => items.flatMap(({ issue }) => record('issue', issue) ?? []).filter(followed).length
