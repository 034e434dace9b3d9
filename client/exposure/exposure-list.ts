import type { Exposure } from '../../shared/records.ts'
import { listOut } from '../base/transfer/write-list.ts'
import { townshipName } from '../core/county-names.ts'
import { titles } from '../core/page-titles.ts'
import { wallClock } from '../core/time.ts'
import { originOf, standing, windowText, zoneOf } from './exposures.ts'
import { exposureWords as words } from './words.ts'

/** Exposure places as a list for Excel. */
export function exposureList(all: readonly Exposure[]) {
  const { columns, standings } = words.value
  return listOut(titles.value['/exposures'], all, [
    { title: columns.name, holds: 'text', of: one => one.name },
    { title: columns.township, holds: 'text', of: one => townshipName(one.township) },
    { title: columns.windows, holds: 'text', of: one => one.windows.map(windowText).join('; ') },
    { title: columns.origin, holds: 'text', of: originOf },
    { title: columns.standing, holds: 'text', of: one => standings[standing(one)] },
    { title: columns.zone, holds: 'text', of: one => zoneOf(one)?.name ?? '' },
    { title: columns.at, holds: 'time', of: one => wallClock(one.at) },
    { title: columns.released, holds: 'time', of: one => one.releasedAt === null ? null : wallClock(one.releasedAt) },
  ])
}
