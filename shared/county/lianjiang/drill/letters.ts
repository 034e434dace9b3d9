import type { Story } from '../../story.ts'
import type { Late } from './issues.ts'
import { day, hour, midnight, minute } from '../../story.ts'

/**
 * The escalation letters (督办函) of headquarters, invented: by day, to a unit that is late by more than an hour, about all its overdue issues.
 * On earlier days not for every late issue; for each unit that is late now there is one, the two care homes of the report in the same.
 */
export function letters({ now, tell }: Story, late: readonly Late[]): void {
  const named = new Set<string>()
  let last = 0
  let no = 0
  for (const { issue, unit, from, until } of [...late].sort((a, b) => a.from - b.from)) {
    const at = from + 80 * minute
    const clock = at - midnight(at)
    if (named.has(issue) || until <= at || clock < 8 * hour || clock > 22 * hour) continue
    if (until < now && at < last + 2 * day) continue
    const issues = late.filter(one => one.unit === unit && one.from < at - minute && one.until > at && !named.has(one.issue)).map(one => one.issue)
    for (const one of issues) named.add(one)
    last = at
    tell('p-coord-1', at, 'issueLetter', { letter: `lt-${++no}`, unit, issues, dueAt: midnight(at) + day + 12 * hour })
  }
}
