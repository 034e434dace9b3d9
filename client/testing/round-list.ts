import { latestOf } from '../../shared/testing/figures.ts'
import { listOut } from '../base/transfer/write-list.ts'
import { townshipName } from '../core/county-names.ts'
import { titles } from '../core/page-titles.ts'
import { wallClock } from '../core/time.ts'
import { paceNow, share, siteName, sites } from './rounds.ts'
import { testingWords as words } from './words.ts'

/** The sites of the round as a list for Excel. */
export function siteList() {
  const { columns, paces } = words.value
  return listOut(titles.value['/rounds'], sites.value.map(site => ({ site, last: latestOf(site) })), [
    { title: columns.township, holds: 'text', of: ({ site }) => townshipName(site.township) },
    { title: columns.place, holds: 'text', of: ({ site }) => siteName(site) },
    { title: columns.target, holds: 'number', of: ({ site }) => site.target },
    { title: columns.sampled, holds: 'number', of: ({ last }) => last?.sampled ?? 0 },
    { title: columns.reported, holds: 'number', of: ({ last }) => last?.reported ?? 0 },
    { title: columns.tubes, holds: 'number', of: ({ last }) => last?.tubes ?? 0 },
    { title: columns.share, holds: 'text', of: ({ site, last }) => `${share({ sampled: last?.sampled ?? 0, target: site.target })}%` },
    { title: columns.pace, holds: 'text', of: ({ site }) => paces[paceNow(site)] },
    { title: columns.at, holds: 'time', of: ({ last }) => last ? wallClock(last.at) : null },
  ])
}
