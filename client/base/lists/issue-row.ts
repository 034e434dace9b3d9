import type { Issue } from '../../../shared/records.ts'
import type { Row } from './row.ts'
import { computed } from 'vue'
import { nextAt } from '../../../shared/issues/rechecks.ts'
import { overdue, timeTaken, wasLate } from '../../../shared/issues/steps.ts'
import { record, records } from '../../core/board.ts'
import { shortUnit, townshipName } from '../../core/county-names.ts'
import { dotted } from '../../core/isolate.ts'
import { named } from '../../core/record-words.ts'
import { county } from '../../core/session.ts'
import { duration, moment } from '../../core/time.ts'
import { listWords } from './words.ts'

const hour = 3_600_000

/** The next date of an issue on this device's board (epoch ms); for a closed one, when it was closed. Lists are in this order. */
export const issueTime = (issue: Issue): number => issue.state === 'closed' || !county.value ? issue.since : nextAt(issue, county.value)

/** How far the next date is: 逾期 2 小时, 剩 50 分, 复查剩 3 小时; for a closed issue, when it was closed. */
export function due(issue: Issue, at: number): { text: string, tone?: Row['tone'] } {
  const words = listWords.value
  if (issue.state === 'closed') return { text: words.closedAt(moment(issue.since, at)), tone: 'quiet' }
  const left = issueTime(issue) - at
  if (issue.state === 'awaiting') return { text: words[left < 0 ? 'recheckLate' : 'recheckLeft'](duration(left)), tone: left < 0 ? 'overdue' : undefined }
  if (left < 0) return { text: words.late(duration(left)), tone: 'overdue' }
  return { text: words.left(duration(left)), tone: left < hour ? 'soon' : undefined }
}

/** What the next date is, and when: 期限 今天 18:00, 下次跟进 明天 10:00, 今天 20:00 前复查; for a closed issue, how long its unit took: 超期完成 · 用时 9 小时. */
export function nextDate(issue: Issue, at: number): string {
  if (issue.state === 'closed') return listWords.value.took(duration(timeTaken(issue)), wasLate(issue, at))
  return listWords.value.next[issue.state === 'awaiting' ? 'recheck' : issue.state === 'deferred' ? 'followUp' : 'deadline'](moment(issueTime(issue), at))
}

export function issueRow(issue: Issue, at: number): Row {
  const place = issue.place ? record('place', issue.place)?.name : undefined
  const { text, tone } = due(issue, at)
  return {
    key: `issue/${issue.id}`,
    title: issue.title,
    sub: dotted([named.value.states[issue.state], place ?? townshipName(issue.township), issue.places.length ? listWords.value.places(issue.places.length) : '', shortUnit(issue.unit)]),
    right: text,
    rightSub: nextDate(issue, at),
    tone,
    glyph: { state: issue.state, overdue: overdue(issue, at) },
  }
}

/** The open issue of each place whose next date is the first. */
export const firstAt = computed(() => {
  const first = new Map<string, Issue>()
  for (const issue of records('issue')) {
    const known = issue.place ? first.get(issue.place) : undefined
    if (issue.place && issue.state !== 'closed' && !(known && issueTime(known) <= issueTime(issue))) first.set(issue.place, issue)
  }
  return first
})

/** How many open issues each place has. */
export const openAt = computed(() => {
  const counts = new Map<string, number>()
  for (const { place, state } of records('issue')) {
    if (place && state !== 'closed') counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return counts
})
