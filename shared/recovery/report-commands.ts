import * as v from 'valibot'
import { dayOf } from '../core/calendar.ts'
import { command } from '../core/command.ts'
import { joinedId } from '../core/joined-id.ts'
import { reject } from '../core/rejection.ts'
import { clip } from '../core/text.ts'
import { makeIssue } from '../issues/finding.ts'
import { Day, Id, Instant, Note, schemas } from '../records.ts'
import { selfReportId } from './reports.ts'
import { statusOf, stewards } from './steps.ts'

const { present, symptoms, measured, disinfected, note } = schemas.selfReport.entries

/**
 * A place's report for the day of `at`, the device's time (epoch ms), so that it counts for that day when it is sent later. Of two for a day
 * the later one counts. Rejects with `over` if it is older than the county accepts from a phone without network, with `illegal_step` for a
 * place that is not in operation or a report that was checked already, and with `invalid` for more people than were there.
 */
export const sendSelfReport = command({
  args: v.strictObject({ reopening: Id, at: Instant, present, symptoms, measured, disinfected, note }),
  roles: [...stewards, 'contact'],
  tells: { reopening: [], selfReport: [] },
  run(draft, { reopening: id, at, ...counts }, { actor, now, facts }) {
    const place = draft.need('reopening', id)
    if (statusOf(place) !== 'running') reject('illegal_step')
    if (at < now - facts.rules.duty.offline * 3_600_000) reject('over')
    if (counts.symptoms > counts.present) reject('invalid', 'symptoms')
    if (counts.measured > counts.present) reject('invalid', 'measured')
    const moment = Math.min(at, now)
    const day = dayOf(moment, facts.timeZone)
    const last = draft.get('selfReport', selfReportId(id, day))
    if (last?.check) reject('illegal_step')
    if (last && last.at > moment) return
    draft.put('selfReport', { id: selfReportId(id, day), place: id, township: place.township, unit: place.unit, day, ...counts, by: actor.id, at: moment, check: null })
    if (place.lastReport === null || place.lastReport < day) draft.put('reopening', { ...place, lastReport: day })
  },
})

/** A spot check of a day's report. What differs is said (`needs_reason`) and becomes an issue for the department in charge. */
export const checkSelfReport = command({
  args: v.strictObject({ reopening: Id, day: Day, agrees: v.boolean(), note: v.optional(Note, '') }),
  roles: ['coordinator', 'inspector', 'admin'],
  tells: { selfReport: ['note'], reopening: ['note'], issue: [] },
  run(draft, { reopening: id, day, agrees, note }, context) {
    const { actor, now, facts } = context
    const report = draft.need('selfReport', selfReportId(id, day))
    if (report.check) reject('illegal_step')
    if (!agrees && !note) reject('needs_reason')
    const issue = agrees ? null : joinedId('~', 'report', id, day)
    if (issue) {
      const { name, township, lng, lat, unit } = draft.need('place', id)
      const { title, aspect, severity } = facts.rules.reportIssue
      makeIssue(draft, { id: issue, title: clip(`${title} ${name}`, 80), note, aspect, severity, unit: report.unit ?? unit, township, place: id, lng, lat, source: 'place' }, context)
    }
    draft.put('selfReport', { ...report, check: { by: actor.id, at: now, agrees, note, issue } })
  },
})
