import type { Filed } from './recovery.ts'
import { statusOf } from '../../shared/recovery/steps.ts'
import { listOut } from '../base/transfer/write-list.ts'
import { shortUnit, townshipName } from '../core/county-names.ts'
import { wallClock } from '../core/time.ts'
import { daysMissed, missing, pupilsOf, timesOf } from './recovery.ts'
import { statusWords } from './status-words.ts'
import { recoveryWords as words } from './words.ts'

/** The list for Excel: enterprises with their size, schools with their batch. */
export function fileList(files: readonly Filed[], schools: boolean) {
  const { columns, views, steps, next, aboveScale, missingFor, ready } = words.value
  return listOut(schools ? views.schools : views.enterprises, files, [
    { title: columns.place, holds: 'text', of: one => one.place.name },
    { title: columns.township, holds: 'text', of: one => townshipName(one.place.township) },
    { title: columns.unit, holds: 'text', of: one => shortUnit(one.file.unit) },
    { title: columns.status, holds: 'text', of: one => statusWords.value.statuses[statusOf(one.file)] },
    { title: columns.step, holds: 'text', of: one => steps[one.file.step] },
    { title: columns.since, holds: 'time', of: one => wallClock(one.file.since) },
    { title: columns.next, holds: 'text', of: one => next[one.file.step] },
    ...schools
      ? [
          { title: columns.batch, holds: 'number' as const, of: (one: Filed) => one.file.batch },
          { title: columns.pupils, holds: 'number' as const, of: (one: Filed) => pupilsOf(one.file) },
          { title: columns.times, holds: 'text' as const, of: (one: Filed) => timesOf(one.file) },
          { title: columns.teachers, holds: 'text' as const, of: (one: Filed) => ready(one.file.teachersReady, one.file.teachers) },
          { title: columns.rooms, holds: 'text' as const, of: (one: Filed) => ready(one.file.roomsReady, one.file.rooms) },
        ]
      : [
          { title: columns.aboveScale, holds: 'text' as const, of: (one: Filed) => one.file.aboveScale ? aboveScale : '' },
          { title: columns.workers, holds: 'number' as const, of: (one: Filed) => one.file.workers },
        ],
    { title: columns.lastReport, holds: 'text', of: one => one.file.lastReport ?? '' },
    { title: columns.state, holds: 'text', of: one => missing(one.file) ? missingFor(daysMissed(one.file)) : '' },
  ])
}
