import { presentIn, testClock } from '../../shared/quarantine/batches.ts'
import { listOut } from '../base/transfer/write-list.ts'
import { townshipName } from '../core/county-names.ts'
import { titles } from '../core/page-titles.ts'
import { wallClock } from '../core/time.ts'
import { dues, stateOf } from '../requirements/dues.ts'
import { siteName, sites } from './quarantine.ts'
import { roomText } from './room-text.ts'
import { quarantineWords as words } from './words.ts'

/** The batches that are at sites as a list for Excel. */
export function batchList() {
  const { columns } = words.value
  const rows = sites.value.flatMap(({ batches }) => batches).map(batch => ({ batch, last: testClock(batch).last, due: dues.value.find(one => one.batch?.id === batch.id) }))
  return listOut(titles.value['/quarantine'], rows, [
    { title: columns.township, holds: 'text', of: ({ batch }) => townshipName(batch.township) },
    { title: columns.place, holds: 'text', of: ({ batch }) => siteName(batch.place) },
    { title: columns.batch, holds: 'number', of: ({ batch }) => batch.no },
    { title: columns.at, holds: 'time', of: ({ batch }) => wallClock(batch.at) },
    { title: columns.heads, holds: 'number', of: ({ batch }) => batch.heads },
    { title: columns.there, holds: 'number', of: ({ batch }) => presentIn(batch) },
    { title: columns.rooms, holds: 'text', of: ({ batch }) => roomText(batch.rooms) },
    { title: columns.last, holds: 'time', of: ({ last }) => last ? wallClock(last.at) : null },
    { title: columns.due, holds: 'time', of: ({ due }) => due ? wallClock(due.dueAt) : null },
    { title: columns.state, holds: 'text', of: ({ due }) => due ? stateOf(due) : '' },
  ])
}
