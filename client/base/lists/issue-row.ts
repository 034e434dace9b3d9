import type { Issue } from '../../../shared/records.ts'
import type { Row } from './row.ts'
import { computed } from 'vue'
import { dueAt, overdue } from '../../../shared/issues/steps.ts'
import { record, records } from '../../core/board.ts'
import { shortUnit, townshipName } from '../../core/county-names.ts'
import { lang } from '../../core/language.ts'
import { named } from '../../core/record-words.ts'
import { duration, moment } from '../../core/time.ts'
import { listWords } from './words.ts'

const hour = 3_600_000

/** A deadline in words: 逾期 2 小时, 剩 50 分. */
export function due(issue: Issue, at: number): { text: string, tone?: Row['tone'] } {
  if (issue.state === 'closed') return { text: moment(issue.since, at), tone: 'quiet' }
  if (issue.state === 'awaiting') return { text: moment(issue.since, at) }
  const left = dueAt(issue) - at
  const zh = lang.value === 'zh'
  if (left < 0) return { text: zh ? `逾期 ${duration(left)}` : `${duration(left)} overdue`, tone: 'overdue' }
  return { text: zh ? `剩 ${duration(left)}` : `${duration(left)} left`, tone: left < hour ? 'soon' : undefined }
}

export function issueRow(issue: Issue, at: number): Row {
  const place = issue.place ? record('place', issue.place)?.name : undefined
  const { text, tone } = due(issue, at)
  return {
    key: `issue/${issue.id}`,
    title: issue.title,
    sub: [place ?? townshipName(issue.township), issue.places.length ? listWords.value.places(issue.places.length) : '', shortUnit(issue.unit)].filter(Boolean).join(' · '),
    right: text,
    rightSub: named.value.states[issue.state],
    tone,
    glyph: { state: issue.state, overdue: overdue(issue, at) },
  }
}

/** How many open issues each place has. */
export const openAt = computed(() => {
  const counts = new Map<string, number>()
  for (const { place, state } of records('issue')) {
    if (place && state !== 'closed') counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return counts
})
